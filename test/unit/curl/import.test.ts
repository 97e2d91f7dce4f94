import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fromCurl, type ImportedCurl } from "../../../src/core/curl/import";
import { parseDocument } from "../../../src/core/campaign/document";

const token = "eyJhbGciOiJIUzI1NiJ9.eyJhcHBJZCI6ImNzLXRlc3QifQ.c2lnbmF0dXJl";
const sample = readFileSync(path.join(__dirname, "../../fixtures/samples/preview.request.json"), "utf8");
const address = { host: "https://platform.kore.ai", accountId: "acc-1", streamId: "st-1" };
const url = `${address.host}/campaign/api/v2/public/st-1/campaign?accountId=acc-1&campaignType=voice`;

function imported(command: string): ImportedCurl {
  const parsed = fromCurl(command);
  assert.ok(parsed.valid, parsed.valid ? "" : parsed.reason);
  const { text, value, notes } = parsed.value;
  assert.deepEqual(parseDocument(text).value, value);
  assert.ok(![text, ...notes].some((each) => each.includes(token)), "The token is shown.");
  return parsed.value;
}

function addressOf({ host, accountId, streamId }: ImportedCurl): unknown[] {
  return [host, accountId, streamId];
}

describe("fromCurl", () => {
  const body = JSON.stringify({ name: "It's 5 o'clock, é", "a!": "x\ny" });
  const value: unknown = JSON.parse(body);
  const ansi = body.replace(/\\/g, "\\\\").replace(/'/g, "\\'").replace(/!/g, "\\u0021");
  const single = body.replace(/'/g, "'\\''");
  const double = body.replace(/["\\$`]/g, "\\$&");
  const accepted: readonly (readonly [what: string, command: string])[] = [
    ["Postman", `curl --location '${url}' \\\n--header 'auth: ${token}' \\\n--data '${single}'`],
    [
      "Postman, with double quotes",
      `curl --location "${url}" \\\n--header "auth: ${token}" \\\n--data "${double}"`,
    ],
    [
      "Chrome for bash",
      `curl '${url}' \\\n  -H 'auth: ${token}' \\\n  --data-raw $'${ansi}' \\\n  --compressed`,
    ],
    [
      "Firefox",
      `curl '${url}' --compressed -X POST -H 'auth: ${token}' --data-raw $'${ansi.replace("é", "\\xe9").replace("\\u0021", "\\041")}'`,
    ],
    ["bytes of UTF-8", `curl '${url}' -H 'auth: ${token}' -d $'${ansi.replace("é", "\\xc3\\xa9")}'`],
    [
      "one line, short options",
      `curl -sSLXPOST -H"auth: ${token}" -d'${single}' ${url.replace(/[?&]/g, "\\$&")}`,
    ],
    [
      "line ends of Windows, blanks behind the backslash",
      `curl '${url}' \\ \r\n -H 'auth: ${token}' \\\r\n -d '${single}'\r\n`,
    ],
    ["lines that were made one", `curl '${url}' \\   -H 'auth: ${token}' \\-d '${single}'`],
    ["a prompt and a path", `$ /usr/bin/curl --url '${url}' -H 'auth: ${token}' --json '${single}'`],
    [
      "a cookie, a user agent and a proxy",
      `curl '${url}' -H 'auth: ${token}' -b 'a=b' -A 'x' -x http://p -d '${single}'`,
    ],
    ["no-break spaces", `curl\u00a0'${url}' -H 'auth:\u00a0${token}'\u00a0-d '${single}'`],
    ["a comment", `curl '${url}' -H 'auth: ${token}' -d '${single}' # again\n\n# done`],
    ["Authorization: Bearer", `curl '${url}' -H 'Authorization: Bearer ${token}' -d '${single}'`],
  ];
  for (const [what, command] of accepted)
    it(`reads ${what}`, () => {
      const result = imported(command);
      assert.deepEqual(result.value, value);
      assert.deepEqual(addressOf(result), Object.values(address));
      assert.equal(result.token, token);
    });

  it("reads Chrome's format for the Windows command prompt, and reports the characters that it loses", () => {
    const result = imported(
      [
        `curl ^"${url.replace("&", "^&")}^" ^`,
        `  -H ^"auth: ${token}^" ^`,
        '  --data-raw ^"^{^\\^"name^\\^": ^\\^"50^% ^^ C:^\\^\\^\\^\\x ^& more^\\^",^',
        "",
        '^\\^"n^\\^": 1^}^"',
      ].join("\r\n"),
    );
    assert.deepEqual(result.value, { name: "50% ^ C:\\x & more", n: 1 });
    assert.deepEqual([...addressOf(result), result.token], [...Object.values(address), token]);
    assert.equal(result.notes.length, 1);
  });

  it("ignores an address that contains a token, with or without the header", () => {
    for (const header of [`-H 'auth: ${token}'`, ""])
      for (const [where, address] of [
        ["account", url.replace(/accountId=[^&]*/, `accountId=${token}`)],
        ["stream", url.replace(/public\/[^/]*/, `public/${token}`)],
      ] as const) {
        const read = fromCurl(`curl '${address}' ${header} -d '${single}'`);
        assert.ok(read.valid);
        const { token: kept, ...rest } = read.value;
        assert.ok(!JSON.stringify(rest).includes(token), where);
        assert.equal(kept, header === "" ? undefined : token);
        assert.ok(rest.notes.includes("A token in the address was left out."));
      }
  });

  it("reads the vendor's sample, whose placeholders are neither an address nor a token", () => {
    const {
      host,
      accountId,
      streamId,
      token: none,
      notes,
      value: campaign,
    } = imported(
      "curl --location 'https://{{url}}/campaign/api/v2/public/{{streamId}}/campaign?accountId={{accountId}}&campaignType=voice' \\\n" +
        "--header 'auth: <token>' \\\n--header 'Content-Type: application/json' \\\n" +
        `--header 'accountid: {{accountId}}' \\\n--header 'iid: {{streamId}}' \\\n--data '${sample}'\n`,
    );
    assert.deepEqual(
      [host, accountId, streamId, none, notes],
      [undefined, undefined, undefined, undefined, []],
    );
    assert.deepEqual(campaign, JSON.parse(sample));
  });

  it("formats the body, and keeps its duplicate keys", () => {
    const result = imported(`curl '${url}' -d '{"name":"a","name":"b","n":1.0}'`);
    assert.equal(result.text, '{\n  "name": "a",\n  "name": "b",\n  "n": 1.0\n}\n');
  });

  it("removes a token from the body too", () => {
    const result = imported(
      `curl '${url}' -H 'auth: ${token}' -d '{"name":"${token}","other":"a eyJh.eyJi.c"}'`,
    );
    assert.deepEqual(result.value, { name: "<redacted>", other: "a <redacted>" });
    assert.equal(result.notes.length, 1);
  });

  it("treats __proto__ as an ordinary key", () => {
    const result = imported(`curl '${url}' -d '{"__proto__":{"name":"x"}}'`);
    assert.deepEqual(Object.keys(result.value as object), ["__proto__"]);
  });

  const noted: readonly (readonly [what: string, command: string, left: readonly string[]])[] = [
    ["version 1", `curl '${url.replace("v2", "v1")}' -d '{}'`, []],
    ["a sibling endpoint", `curl '${url.replace("/campaign?", "/campaign/getAll?")}' -d '{}'`, []],
    ["another type", `curl '${url.replace("voice", "sms")}' -d '{}'`, []],
    ["another method", `curl -X PUT '${url}' -d '{}'`, []],
    ["plain http", `curl '${url.replace("https", "http")}' -d '{}'`, ["host"]],
    ["a user name in the address", `curl '${url.replace("//", "//me:pw@")}' -d '{}'`, ["host"]],
    ["different IDs", `curl '${url}' -H 'iid: st-2' -d '{}'`, []],
    ["variables in the body", `curl '${url}' -d "{\\"name\\":\\"$NAME\\"}"`, []],
    ["an invalid token", `curl '${url}' -H 'auth: abcdef' -d '{}'`, []],
    ["a user name", `curl '${url}' -u me:pw -d '{}'`, []],
    ["headers from a file", `curl '${url}' -H @headers -d '{}'`, []],
  ];
  for (const [what, command, left] of noted)
    it(`reads ${what} with a note`, () => {
      const result = imported(command);
      const missing = Object.keys(address).filter((key) => !(key in result));
      assert.deepEqual([missing, result.token, result.notes.length], [left, undefined, 1]);
      assert.doesNotMatch(result.notes.join(), /abcdef|me:pw/);
    });

  it("reads IDs from headers, and no placeholder from anywhere", () => {
    const ids = imported("curl '$HOST/x' -H 'iid: st-9' -H 'AccountId: acc-9' -H 'auth: {{jwt}}' -d '{}'");
    assert.deepEqual(addressOf(ids), [undefined, "acc-9", "st-9"]);
    const none = imported(
      "curl \"https://${HOST}/campaign/api/v2/public/:streamId/campaign?accountId=<id>\" -d '{}'",
    );
    assert.deepEqual(addressOf(none), [undefined, undefined, undefined]);
  });

  it("joins several --json options, as curl does", () => {
    assert.deepEqual(imported(`curl '${url}' --json '{"name":' --json '"x"}'`).value, { name: "x" });
  });
});
