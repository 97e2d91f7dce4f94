import assert from "node:assert/strict";
import { fromCurl, isCurl, type ImportedCurl } from "../../../src/core/curl/import";
import { assertLinear } from "../steps";

const token = "eyJhbGciOiJIUzI1NiJ9.eyJhcHBJZCI6ImNzLXRlc3QifQ.c2lnbmF0dXJl";
const url =
  "https://platform.kore.ai/campaign/api/v2/public/st-1/campaign?accountId=acc-1&campaignType=voice";
const value = { name: "Spring bills", description: "d" };
const body = '{"name": "Spring bills", "description": "d"}';
const broken = '{\n    "name": "Spring bills",\n    "description": "d"\n}';

function imported(command: string): ImportedCurl {
  const parsed = fromCurl(command);
  assert.ok(parsed.valid, parsed.valid ? "" : parsed.reason);
  return parsed.value;
}

function isRead(command: string, expected: unknown = value): ImportedCurl {
  const result = imported(command);
  assert.deepEqual(result.value, expected);
  assert.deepEqual(
    [result.host, result.accountId, result.streamId, result.token],
    ["https://platform.kore.ai", "acc-1", "st-1", token],
  );
  return result;
}

type Cases = readonly (readonly [what: string, command: string])[];

describe("fromCurl for Windows", () => {
  const caret = (text: string) =>
    text
      .replace(/["\\]/g, "\\$&")
      .replace(/[^a-zA-Z0-9\s_\-:=+~'/.,?;()*`]/g, "^$&")
      .replace(/%(?=[a-zA-Z0-9_])/g, "%^")
      .replace(/\n/g, "^\n\n");
  /** As Chrome copied for cmd until 2024. */
  const chrome = (text: string) => {
    const quote = text.includes("\n") ? '^"' : '"';
    return quote + caret(text) + quote;
  };
  const ofChrome = (text: string) =>
    [
      `curl ${chrome(url)}`,
      `  -H ${chrome(`auth: ${token}`)}`,
      `  --data-raw ${chrome(text)}`,
      "  --compressed",
    ].join(" ^\n");
  const postman = (quoteAddress: string, quoteHeader: string, quoted: string) =>
    [
      `curl --location --request POST ${quoteAddress}${url}${quoteAddress}`,
      `--header ${quoteHeader}auth: ${token}${quoteHeader}`,
      `--data-raw ${quoted}`,
    ].join(" ^\n");

  const cases: Cases = [
    ["Chrome until 2024, a body on one line", ofChrome(body)],
    ["Chrome until 2024, a body over lines", ofChrome(broken)],
    ["Postman with single quotes", postman("'", "'", `'${broken}'`)],
    ["Postman with double quotes", postman('"', '"', `"${broken.replaceAll('"', '\\"')}"`)],
    ["Postman with double quotes around the address alone", postman('"', "'", `'${broken}'`)],
    ["line ends of Windows", postman("'", "'", `'${broken}'`).replaceAll("\n", "\r\n")],
    ["spaces behind the carets", postman("'", "'", `'${broken}'`).replaceAll("^\n", "^  \n")],
    [
      "Postman in a box of one line",
      postman('"', '"', `"${body.replaceAll('"', '\\"')}"`).replaceAll("\n", ""),
    ],
    ["Chrome in a box of one line", ofChrome(body).replaceAll("\n", "")],
  ];
  for (const [what, command] of cases) it(`reads ${what}`, () => void isRead(command));

  it("keeps every character in each of the formats", () => {
    const name = `50% ^ C:\\x & "more" |<>! %PATH% it's \${x} \\"`;
    const json = JSON.stringify({ name });
    for (const command of [
      ofChrome(json),
      ofChrome(JSON.stringify({ name }, null, 2)),
      postman("'", "'", `'${json.replaceAll("'", "'\\''")}'`),
      postman('"', '"', `"${json.replace(/["\\]/g, "\\$&")}"`),
    ])
      isRead(command, { name });
  });

  it("notes what a browser loses, only for a command that a browser wrote", () => {
    assert.equal(imported(ofChrome(body)).notes.length, 1);
    assert.deepEqual(imported(postman("'", "'", `'${broken}'`)).notes, []);
  });
});

describe("fromCurl for text from documents and web pages", () => {
  const start = `curl --location '${url}' --header 'auth: ${token}'`;
  const cases: Cases = [
    [
      "single typographic quotes",
      `curl --location \u2018${url}\u2019 --header \u2018auth: ${token}\u2019 --data \u2018${body}\u2019`,
    ],
    ["closing quotes alone", `curl \u2019${url}\u2019 -H \u2019auth: ${token}\u2019 -d \u2019${body}\u2019`],
    [
      "an apostrophe inside typographic quotes",
      `${start} -H \u2018x: it\u2019s\u2019 -d \u2018${body}\u2019`,
    ],
    [
      "double typographic quotes",
      `curl \u201c${url}\u201d -H \u201cauth: ${token}\u201d -d \u201c${body.replaceAll('"', "\\\u201d")}\u201d`,
    ],
    ["typographic quotes in the body", `${start} --data '${body.replaceAll('"', "\u201d")}'`],
    [
      "typographic quotes that pair in the body",
      `${start} -d '${body.replace(/"([^"]*)"/g, "\u201c$1\u201d")}'`,
    ],
    ["no-break spaces in the body", `${start} -d '${broken.replaceAll("  ", "\u00a0\u00a0")}'`],
    ["zero-width spaces in the body", `${start} -d '{\u200b${body.slice(1)}'`],
    ["an en dash before a letter", `${start} –d '${body}'`],
    ["an en dash before a name", `${start} –data '${body}'`],
    ["an em dash before a name", `${start.replaceAll("--", "\u2014")} \u2014data-raw '${body}'`],
    ["a dash with several letters", `${start} –sSLXPOST -d '${body}'`],
    ["a zero-width space between words", `${start} \u200b-d \u200b'${body}'`],
    ["a zero-width space in front", `\u200b${start} -d '${body}'`],
    ["a byte order mark and a prompt", `\ufeff$ ${start} -d '${body}'`],
    ["an invisible character in an option", `${start} -\u2060d '${body}'`],
    [
      "typographic quotes for Windows",
      `curl \u2018${url}\u2019 ^\n-H \u2018auth: ${token}\u2019 ^\n-d \u2018${body}\u2019`,
    ],
  ];
  for (const [what, command] of cases)
    it(`reads ${what}`, () => {
      isRead(command);
      assert.ok(isCurl(command));
    });

  it("leaves typographic characters inside a string unchanged", () => {
    const name = "Anna\u2019s \u201cbest\u201d\u00a0offer \u2013 200\u200b%";
    assert.deepEqual(imported(`${start} -d '${JSON.stringify({ name })}'`).value, { name });
    const curly = `{\u201cname\u201d: \u201cAnna\u2019s \u201cbest\u201d offer\u201d}`;
    assert.deepEqual(imported(`${start} -d '${curly}'`).value, {
      name: "Anna\u2019s \u201cbest\u201d offer",
    });
  });

  const refused: readonly (readonly [what: string, command: string, because: RegExp])[] = [
    ["a typographic quote without a partner", `curl \u2018${url} -d '{}'`, /‘ \(U\+2018\).*no partner/],
    [
      "a plain quote that a typographic one closes",
      `curl '${url}\u2019 -d "{}"`,
      /never closed.*’ \(U\+2019\)/,
    ],
    ["a body that is beyond repair", `${start} -d '{\u201cname: 1}'`, /“ \(U\+201C\)/],
  ];
  for (const [what, command, because] of refused)
    it(`names the character of ${what}`, () => {
      const parsed = fromCurl(command);
      assert.ok(!parsed.valid);
      assert.match(parsed.reason, because);
    });
});

describe("fromCurl with a here-document", () => {
  const start = `curl '${url}' -H 'auth: ${token}'`;
  const cases: Cases = [
    ["a quoted delimiter", `${start} -d @- <<'EOF'\n${broken}\nEOF\n`],
    ["a double-quoted delimiter", `${start} --data-binary @- <<"END OF IT"\n${broken}\nEND OF IT`],
    ["an escaped delimiter", `${start} --json @- << \\EOF\n${broken}\nEOF`],
    ["a plain delimiter", `${start} -d @- <<EOF\n${broken}\nEOF\n# done\n`],
    ["tabs that are left out", `${start} -d @- <<-EOF\n\t${broken.replaceAll("\n", "\n\t")}\n\tEOF`],
    ["options behind it", `curl -d @- <<EOF -H 'auth: ${token}' \\\n  '${url}'\n${broken}\nEOF`],
    [
      "line ends of Windows",
      `${start} -d @/dev/stdin <<'EOF'\r\n${broken.replaceAll("\n", "\r\n")}\r\nEOF\r\n`,
    ],
    ["a here-string", `${start} -d @- <<< '${body}'`],
    ["cat in a substitution", `${start} -d "$(cat <<'EOF'\n${broken}\nEOF\n)"`],
    ["cat in a substitution without quotes", `${start} -d $(cat <<EOF\n${body}\nEOF\n)`],
  ];
  for (const [what, command] of cases) it(`reads ${what}`, () => void isRead(command));

  it("treats special characters as the shell does", () => {
    const text = '{"name": "\\$5 for $NAME", "path": "a\\\\b"}';
    const plain = imported(`${start} -d @- <<EOF\n${text}\nEOF`);
    assert.deepEqual(plain.value, { name: "$5 for $NAME", path: "a\b" });
    assert.match(plain.notes.join(), /\$NAME/);
    const literal = imported(`${start} -d @- <<'EOF'\n{"name": "$(id) \`id\` $NAME"}\nEOF`);
    assert.deepEqual([literal.value, literal.notes], [{ name: "$(id) `id` $NAME" }, []]);
  });

  const refused: readonly (readonly [what: string, command: string, because: RegExp])[] = [
    ["a command that a shell would run", `${start} -d @- <<EOF\n{"name": "$(id)"}\nEOF`, /would run/],
    ["backticks", `${start} -d @- <<EOF\n{"name": "\`id\`"}\nEOF`, /would run/],
    ["another program in a substitution", `${start} -d "$(cat file)"`, /would run/],
    ["more than cat in a substitution", `${start} -d "$(cat <<EOF\n{}\nEOF\nid)"`, /would run/],
    ["no closing line", `${start} -d @- <<EOF\n{}\n`, /no closing line/],
    ["no lines", `${start} -d @- <<EOF`, /no lines/],
    ["a command after it", `${start} -d @- <<EOF\n{}\nEOF\nrm x`, /more follows/],
    ["standard input alone", `${start} -d @-`, /standard input/],
    ["a file", `${start} -d @- < x`, /goes on after it with </],
  ];
  for (const [what, command, because] of refused)
    it(`rejects ${what}`, () => {
      const parsed = fromCurl(command);
      assert.ok(!parsed.valid);
      assert.match(parsed.reason, because);
    });
});

describe("The work of fromCurl", () => {
  const start = `curl '${url}' -d '{}'`;
  const texts: readonly (readonly [what: string, text: (size: number) => string])[] = [
    ["comment lines behind the command", (size) => `${start}${"\n#".repeat(size)}`],
    ["empty lines behind the command", (size) => `${start}${"\n".repeat(size)} x`],
    ["words", (size) => `${start} ${"-s ".repeat(size)}`],
    ["here-documents", (size) => `${start} ${"<<A ".repeat(size)}\n${"A\n".repeat(size)}`],
    ["arguments with carets", (size) => `curl ^"x^" ${'"^\\^" ^{" '.repeat(size)}`],
    ["quotes with carets that are text", (size) => `curl ^"x^" ${'"a^\\" {" '.repeat(size)}`],
    ["typographic quotes", (size) => `curl ${"\u2018a\u2019 ".repeat(size)}`],
    ["typographic quotes that never close", (size) => `curl ${"\u2018a".repeat(size)}`],
    ["a body of typographic quotes", (size) => `curl x -d '{${"\u201ca\u201d:1,".repeat(size)}'`],
    ["a body of comments that never close", (size) => `curl x -d '{\u201c${"/*".repeat(size)}'`],
    ["a body of escapes", (size) => `curl x -d '{\u201c"${'\\"'.repeat(size)}'`],
  ];
  for (const [what, text] of texts)
    it(`is linear in the length of the text: ${what}`, () => {
      assertLinear(4_000, (size) => {
        const command = text(size);
        return () => fromCurl(command);
      });
    });
});
