import assert from "node:assert/strict";
import {
  parseClientId,
  parseClientSecret,
  parseConnection,
  parseToken,
} from "../../../src/core/connection/connection";
import { fromCurl } from "../../../src/core/curl/import";
import { sampleText } from "../node/practice-call";

const coded = (text: string): string => Buffer.from(text).toString("base64url");
/** Of a length that is 2 more than a multiple of 4. */
const tokenOf = (length: number): string => {
  const [header, signature] = [coded('{"alg":"HS256"}'), "c2ln"];
  const room = length - header.length - signature.length - 2;
  const claims = coded(`{"a":"${"x".repeat(Math.floor((room * 3) / 4) - 8)}"}`);
  return `${header}.${claims}.${signature.padEnd(length - header.length - claims.length - 2, "A")}`;
};

describe("A long credential", () => {
  it("is accepted up to 8 KiB", () => {
    const token = tokenOf(8_192);
    assert.equal(token.length, 8_192);
    assert.deepEqual(parseToken(` auth: Bearer ${token}\n`), { valid: true, token });
    assert.equal(parseClientSecret("s".repeat(8_192)).valid, true);
    assert.equal(parseClientId("c".repeat(1_024)).valid, true);
  });

  const refused = [
    ["a token", () => parseToken(tokenOf(8_193)), "token is too long: it has 8193 characters"],
    [
      "a token of a mebibyte",
      () => parseToken("auth:".repeat(200_000)),
      "token is too long: it has 1000000 characters",
    ],
    [
      "a client secret",
      () => parseClientSecret("s".repeat(8_193)),
      "secret is too long: it has 8193 characters",
    ],
    ["a client id", () => parseClientId("c".repeat(1_025)), "id is too long: it has 1025 characters"],
    [
      "a stored token",
      () =>
        parseConnection({
          ...{
            id: "i",
            name: "n",
            host: "https://platform.kore.ai",
            accountId: "a",
            streamId: "s",
            production: true,
          },
          credential: { kind: "token", token: tokenOf(8_193) },
        }),
      "token is longer than 8192 characters",
    ],
  ] as const;
  for (const [what, parse, words] of refused)
    it(`is rejected beyond that, in a message that does not quote it: ${what}`, () => {
      const parsed = parse();
      assert.ok(
        !parsed.valid && parsed.reason.includes(words) && parsed.reason.length < 200,
        JSON.stringify(parsed),
      );
    });

  for (const length of [4_752, 8_192, 20_000])
    it(`of ${length} characters in a cURL command is read or left out, and never part of the campaign`, () => {
      const token = tokenOf(length);
      const body = JSON.stringify({
        ...(JSON.parse(sampleText("preview")) as object),
        description: `See ${token}`,
      });
      const read = fromCurl(`curl 'https://platform.kore.ai/x' -H 'auth: ${token}' --data-raw '${body}'`);
      assert.ok(read.valid, JSON.stringify(read).slice(0, 300));
      assert.equal(read.value.token, length > 8_192 ? undefined : token);
      assert.ok(!JSON.stringify({ ...read.value, token: "" }).includes(token.slice(100, 120)));
    });
});
