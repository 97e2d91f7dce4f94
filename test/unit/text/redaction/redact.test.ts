import assert from "node:assert/strict";
import fc from "fast-check";
import { createRedactor, REDACTED } from "../../../../src/core/text/redaction/redact";

/** Long enough not to appear by chance, and not contained in the replacement text. */
const secret = fc
  .string({ unit: "grapheme", minLength: 8, maxLength: 60 })
  .filter((s) => s.trim().length >= 8);
const around = fc.string({ unit: "grapheme", maxLength: 20 });

const forms: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  percent: encodeURIComponent,
  "percent in lower case": (text) => encodeURIComponent(text).replace(/%../g, (hex) => hex.toLowerCase()),
  "percent everywhere": (text) =>
    [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join(""),
  form: (text) => new URLSearchParams({ text }).toString().slice(5),
  json: (text) => JSON.stringify(text).slice(1, -1),
  "json escapes": (text) =>
    [...Array(text.length).keys()]
      .map((i) => `\\u${text.charCodeAt(i).toString(16).padStart(4, "0")}`)
      .join(""),
};

describe("createRedactor", () => {
  for (const [name, form] of Object.entries(forms))
    it(`removes a secret: ${name}`, () => {
      fc.assert(
        fc.property(secret, around, around, (value, before, after) => {
          const cleaned = createRedactor([value]).text(`${before}\n${form(value)}\n${after}`);
          assert.ok(!cleaned.includes(form(value)), cleaned);
          assert.ok(cleaned.includes(REDACTED));
        }),
      );
    });

  for (const encoding of ["base64", "base64url"] as const)
    it(`removes a secret inside ${encoding}, at every alignment, with the text around it`, () => {
      fc.assert(
        fc.property(secret, fc.string({ unit: "grapheme" }), around, (value, before, after) => {
          const encoded = Buffer.from(before + value + after).toString(encoding);
          assert.equal(createRedactor([value]).text(`<p>${encoded}</p>`), `<p>${REDACTED}</p>`);
          const percent = encodeURIComponent(encoded);
          assert.equal(createRedactor([value]).text(`<p>${percent}</p>`), `<p>${REDACTED}</p>`);
        }),
      );
    });

  for (const [what, lineEnd] of [
    ["lines", "\r\n  "],
    ["lines in JSON", "\\n"],
    ["lines in an address", "%0D%0A"],
  ] as const)
    it(`removes a secret that is broken into ${what}, in Base64 too`, () => {
      const secret = "marked-secret-of-a-client-0123456789";
      for (const form of [secret, Buffer.from(`x${secret}`).toString("base64")]) {
        const broken = form.replace(/.{10}/g, `$&${lineEnd}`);
        const cleaned = createRedactor([secret]).text(`<p>${broken}</p>`);
        assert.ok(!cleaned.includes(form.slice(10, 20)) && !cleaned.includes(form.slice(20, 30)), cleaned);
      }
    });

  it("removes the signature of a token that appears alone", () => {
    const signature = "c2lnbmF0dXJlLW9mLWEtdG9rZW4";
    const { text } = createRedactor([`eyJhbGciOiJIUzI1NiJ9.e30.${signature}`]);
    assert.equal(text(`bad signature ${signature}!`), `bad signature ${REDACTED}!`);
  });

  it("removes every header that is secret by name, in any case, and keeps the rest", () => {
    const { headers } = createRedactor([]);
    const names = ["auth", "Authorization", "PROXY-AUTHORIZATION", "cookie", "Set-Cookie", "x-api-key"];
    for (const name of names) assert.deepEqual(headers({ [name]: "short" }), { [name]: REDACTED });
    assert.deepEqual(headers({ iid: "st-1", accountId: "a" }), { iid: "st-1", accountId: "a" });
  });

  it("removes anything that looks like a JWT, even if it is not a known secret", () => {
    const token = `${Buffer.from('{"alg":"HS256"}').toString("base64url")}.e30.c2ln`;
    for (const text of [token, `token=${token}&x`, `%20${token}`, `"${token}"`, `auth${token}`])
      assert.ok(!createRedactor([]).text(text).includes(token.slice(0, 12)), text);
  });

  it("removes secret header lines in a dump and in a curl command", () => {
    const { text } = createRedactor([]);
    assert.equal(text("GET /\nCookie: a=b; c=d\nHost: x"), `GET /\nCookie: ${REDACTED}\nHost: x`);
    assert.equal(text("curl -H 'auth: abc def' -H 'iid: st'"), `curl -H 'auth: ${REDACTED}' -H 'iid: st'`);
  });

  it("does not change a text without secrets", () => {
    const sample =
      '{"name":"Billing","description":"Ask for the cookie: chocolate","id":"cd-b2c1690-0a1b-497c-9326-1bdd22900000"}';
    assert.equal(createRedactor(["some-secret-value"]).text(sample), sample);
  });

  it("redacts values at any depth and keeps their shape", () => {
    const value: unknown = JSON.parse(
      '{"a":["my-secret-1",{"__proto__":"my-secret-1","auth":"x","n":1,"t":null}]}',
    );
    const cleaned = createRedactor(["my-secret-1"]).value(value);
    assert.equal(
      JSON.stringify(cleaned),
      `{"a":["${REDACTED}",{"__proto__":"${REDACTED}","auth":"${REDACTED}","n":1,"t":null}]}`,
    );
  });

  it("does not overflow the stack with a deep value", () => {
    const depth = 100_000;
    const deep: unknown = JSON.parse("[".repeat(depth) + "]".repeat(depth));
    assert.ok(JSON.stringify(createRedactor([]).value(deep)).includes(REDACTED));
  });

  it("is idempotent and quick on long hostile texts", () => {
    const { text } = createRedactor(["my-secret-1", "my secret 2", "eyJhbGciOiJIUzI1NiJ9.e30.c2ln"]);
    const started = performance.now();
    for (const hostile of [
      "eyJ".repeat(300_000),
      "A".repeat(1_000_000),
      " ".repeat(1_000_000),
      "-H ".repeat(300_000),
      "my ".repeat(300_000),
      `my${" ".repeat(1_000_000)}`,
    ]) {
      const once = text(hostile);
      assert.equal(text(once), once);
    }
    assert.ok(performance.now() - started < 5000);
  });
});
