import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { toRequestBody } from "../../../src/core/campaign/request-body";
import { toCurl } from "../../../src/core/curl/export";
import { fromCurl, isCurl } from "../../../src/core/curl/import";

const token = "eyJhbGciOiJIUzI1NiJ9.eyJhcHBJZCI6ImNzLXRlc3QifQ.c2lnbmF0dXJl";
const sample = readFileSync(path.join(__dirname, "../../fixtures/samples/preview.request.json"), "utf8");
const connection = {
  ...{ id: "1", name: "Acme", production: true },
  ...{ host: "https://platform.kore.ai", accountId: "acc-1", streamId: "st-1" },
};
const url = `${connection.host}/campaign/api/v2/public/st-1/campaign?accountId=acc-1&campaignType=voice`;

/** Any JSON object, with characters that are special in shells and JSON, and lone surrogates. */
const unit = fc.oneof(
  fc.constantFrom(
    ...Array.from("'\"\\$`!^%&|;<>(){}[]*?#~@ \n\r\t\0\u001b\u009b\u202e\u2028é例😀"),
    ...["\ud800", "\udfff", "$(x)"],
    "'\\''",
  ),
  fc.string({ unit: "binary", maxLength: 3 }),
);
const text = fc.array(unit, { maxLength: 12 }).map((parts) => parts.join(""));
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 3 }),
    tie("object"),
  ),
  object: fc.dictionary(
    fc.oneof(text, fc.constantFrom("__proto__", "constructor", "$schema")),
    tie("value"),
    {
      maxKeys: 4,
    },
  ),
}));
const id = fc
  .stringMatching(/^[!-;=?-z|~¡-ÿ][ -;=?-z|~¡-ÿ]{0,10}[!-;=?-z|~¡-ÿ]$/)
  .filter((each) => !/^\.+$|\$\w|^:/.test(each));

describe("toCurl", () => {
  it("returns the documented request, with a variable instead of the token", () => {
    assert.equal(
      toCurl(connection, '{"name":"Bob\'s $HOME"}'),
      [
        `curl --request POST '${url}' \\`,
        '  --header "auth: $CAMPAIGN_JSON_TOKEN" \\',
        "  --header 'iid: st-1' \\",
        "  --header 'accountId: acc-1' \\",
        "  --header 'Content-Type: application/json' \\",
        "  --data-raw '{",
        '  "name": "Bob\'\\\'\'s $HOME"',
        "}'",
      ].join("\n"),
    );
  });

  it("contains no part of a credential, even if it receives one", () => {
    const command = toCurl(
      { ...connection, credential: { kind: "token", token } } as typeof connection,
      sample,
    );
    assert.ok(!command.includes("eyJ"));
  });

  it("expands no other variable, whatever an ID contains", () => {
    const command = toCurl({ ...connection, accountId: "$CAMPAIGN_JSON_TOKEN" }, "{}");
    assert.deepEqual(command.match(/"[^"\n]*\$[^"\n]*"/g), ['"auth: $CAMPAIGN_JSON_TOKEN"']);
  });

  it("escapes characters that could hide or reorder the surrounding text", () => {
    const command = toCurl(connection, JSON.stringify({ name: "\u202e\u009b\u200b\u2028" }));
    assert.ok(command.includes("\\u202e\\u009b\\u200b\\u2028"));
  });
});

describe("The output of toCurl", () => {
  it("is imported by fromCurl without changes", () => {
    fc.assert(
      fc.property(json.object, id, id, (value, accountId, streamId) => {
        const body = toRequestBody(value);
        const read = fromCurl(toCurl({ ...connection, accountId, streamId }, body));
        assert.ok(read.valid);
        const { value: campaign, text: file } = read.value;
        assert.equal(JSON.stringify(campaign), body);
        const { host } = connection;
        assert.deepEqual(read.value, { value: campaign, text: file, host, accountId, streamId, notes: [] });
      }),
      { numRuns: 500 },
    );
  });
});

describe("isCurl", () => {
  it("recognizes the command by its first word", () => {
    for (const text of ["curl x", "  curl.exe x", "$ curl x", "C:\\Windows\\curl.exe x", "curl \\\n x"])
      assert.ok(isCurl(text), text);
    for (const text of ["", "curl", "curly x", "see curl x", '{"curl": 1}', "wget x"])
      assert.ok(!isCurl(text), text);
  });
});
