import assert from "node:assert/strict";
import { createRedactor, REDACTED } from "../../../../src/core/text/redaction/redact";
import { base64Forms, brokenBy, writtenForms } from "./secret-forms";

const LENGTHS = [
  4, 5, 6, 7, 8, 9, 16, 17, 60, 61, 255, 256, 1_000, 4_095, 4_096, 4_751, 4_752, 5_746, 8_192, 20_000,
];
const ALPHABETS = {
  "a token": "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.",
  "a client secret": "aB3%&<>\"'/+=?~#é€𝄞\\nrt u0041x",
};

/** The same in each run, and without a repeated part. */
function secretOf(length: number, alphabet: string): string {
  let state = length * 2_654_435_761;
  let secret = "";
  while (secret.length < length) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const unit = alphabet[(state >>> 16) % alphabet.length] ?? "";
    if (unit !== " " || (secret !== "" && secret.length < length - 1)) secret += unit;
  }
  // Half a surrogate pair cannot be encoded.
  return secret.toWellFormed().replaceAll("\ufffd", "z");
}

/** Parts of the secret that the redacted text still shows. */
function shownOf(form: string, cleaned: string): string[] {
  const size = Math.min(12, form.length);
  const parts = [0, Math.floor(form.length / 2), form.length - size].map((at) => form.slice(at, at + size));
  return parts.filter((part) => cleaned.includes(part));
}

describe("A redactor of a secret of any length", () => {
  for (const [kind, alphabet] of Object.entries(ALPHABETS))
    for (const length of LENGTHS)
      it(`removes ${kind} of ${length} characters in every form`, () => {
        const secret = secretOf(length, alphabet);
        const redactor = createRedactor([secret]);
        for (const [name, form] of Object.entries({ ...writtenForms, ...(length < 8 ? {} : base64Forms) })) {
          const written = form(secret);
          const cleaned = redactor.text(`before\n${written}\nafter`);
          assert.ok(cleaned.includes(REDACTED), name);
          assert.deepEqual(shownOf(written, cleaned), [], name);
          assert.deepEqual(
            redactor.value({ [written]: [written] }),
            { [cleaned.slice(7, -6)]: [cleaned.slice(7, -6)] },
            name,
          );
        }
      });

  for (const length of [40, 5_000, 20_000])
    for (const [what, lineEnd] of Object.entries(brokenBy))
      it(`removes one of ${length} characters that is broken by ${what}`, () => {
        const secret = secretOf(length, ALPHABETS["a token"]);
        const forms = [secret, ...Object.values(base64Forms).map((form) => form(secret))];
        for (const form of forms) {
          const broken = form.replace(/[^%]{20}(?![0-9A-F]{0,1}%)/g, `$&${lineEnd}`);
          const cleaned = createRedactor([secret]).text(`<p>${broken}</p>`);
          for (const at of [20, Math.floor(form.length / 2)])
            assert.ok(!cleaned.includes(form.slice(at, at + 10)), `${form.slice(0, 20)} at ${at}`);
        }
      });

  it("removes every length from 4 to 300", () => {
    for (let length = 4; length <= 300; length++) {
      const secret = secretOf(length, ALPHABETS["a client secret"]);
      const { text } = createRedactor([secret]);
      for (const [name, form] of Object.entries(writtenForms))
        assert.ok(text(`before\n${form(secret)}\nafter`).includes(REDACTED), `${length}, ${name}: ${secret}`);
    }
  });

  it("removes one that consists of backslashes and white space", () => {
    const secret = "\\\\ \\\\ \\\\";
    const { text } = createRedactor([secret]);
    assert.equal(text(`<${secret}>`), `<${REDACTED}>`);
    assert.equal(text(JSON.stringify({ secret })), `{"secret":"${REDACTED}"}`);
  });

  for (const [what, unit] of Object.entries({ spaces: " ", letters: "a", percent: "%", backslashes: "\\" }))
    it(`does not change nine million ${what}`, () => {
      const text = `e${unit.repeat(9_000_000)}`;
      assert.ok(createRedactor(["e y-secret-value"]).text(text) === text);
    });

  it("finds nothing across two strings of a value", () => {
    const value = { a: "my-secr", b: "et-value" };
    assert.deepEqual(createRedactor(["my-secret-value"]).value(value), value);
  });
});

describe("A redactor that fails", () => {
  const failing = createRedactor(["my-secret-value"], () => {
    throw new Error("my-secret-value");
  });
  it("shows nothing of a text", () => assert.equal(failing.text("a my-secret-value b"), REDACTED));
  it("shows nothing of a value, but keeps its shape", () =>
    assert.deepEqual(failing.value({ a: ["my-secret-value", 1, null] }), {
      [REDACTED]: [REDACTED, 1, null],
    }));
  it("shows nothing of a request", () =>
    assert.deepEqual(
      failing.request({
        method: "POST",
        url: "https://x/my-secret-value",
        headers: { iid: "my-secret-value" },
      }),
      { method: "POST", url: REDACTED, headers: { [REDACTED]: REDACTED } },
    ));
  it("shows nothing of a text that is too long", () =>
    assert.equal(createRedactor([]).text(" ".repeat(20_000_001)), REDACTED));
});

describe("The cost of a redactor", () => {
  const stepsOf = (secrets: readonly string[], work: (text: string) => string, text: string): number => {
    let steps = 0;
    work(createRedactor(secrets, (some) => (steps += some)).text(text));
    return steps;
  };
  const same = (text: string): string => text;
  const secret = secretOf(300, ALPHABETS["a token"]);
  const hostile: Readonly<Record<string, string>> = {
    words: "Bills due in March, list of names. ",
    "parts of the secret": secret.slice(0, 299),
    "ends of the secret": secret.slice(-4),
    "the secret": secret,
    percent: "%25",
    escapes: "\\u0041\\n",
    entities: "&amp;&#38;",
    spaces: " ",
    colons: "auth :",
    tokens: "eyJ.",
  };
  for (const [what, unit] of Object.entries(hostile))
    it(`grows with the text alone: ${what}`, () => {
      const text = (size: number): string => unit.repeat(Math.ceil(size / unit.length));
      const [once, four] = [20_000, 80_000].map((size) => stepsOf([secret], same, text(size)));
      assert.ok(once !== undefined && four !== undefined && four <= once * 4.2, `${once} and ${four}`);
    });

  it("does not grow with the length or the number of the secrets", () => {
    const text = hostile["words"]?.repeat(2_000) ?? "";
    const one = stepsOf([secret], same, text);
    const long = stepsOf([secretOf(20_000, ALPHABETS["a token"])], same, text);
    const many = stepsOf(
      Array.from({ length: 20 }, (_, index) => secretOf(500 + index, ALPHABETS["a token"])),
      same,
      text,
    );
    assert.ok(long <= one * 1.1 && many <= one * 1.1, `${one}, ${long} and ${many}`);
  });

  it("grows with the text alone for an answer of 1.64 MB with 1,000 contact lists", () => {
    const answer = (lists: number) => ({
      status: "success",
      results: Array.from({ length: lists }, (_, index) => ({
        _id: `cl-${index}`,
        name: `Bills that are due in March ${index}`,
        status: "Active",
        totalRecords: index * 100,
        fields: Array.from({ length: 21 }, (_field, column) => ({
          ...{ key: `column_${column}`, displayName: `Column ${column} of the list`, type: "string" },
        })),
      })),
    });
    assert.equal((JSON.stringify(answer(1_000)).length / 1_000_000).toFixed(2), "1.64");
    const [once, four] = [250, 1_000].map((lists) => {
      let steps = 0;
      const redactor = createRedactor([secret], (some) => (steps += some));
      const value = answer(lists);
      assert.deepEqual(redactor.value(value), value);
      return steps;
    });
    assert.ok(once !== undefined && four !== undefined && four <= once * 4.2, `${once} and ${four}`);
  });

  it("does not grow with the number of strings in a value", () => {
    const stepsFor = (strings: readonly string[]): number => {
      let steps = 0;
      createRedactor([secret], (some) => (steps += some)).value(strings);
      return steps;
    };
    const words = "x".repeat(50_000);
    assert.ok(stepsFor(Array.from(words)) <= stepsFor([words]) * 2.1);
  });
});
