import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { errorEntries } from "../../../src/core/platform/error-entries";
import { rejectedFields } from "../../../src/core/answer/rejected-fields";
import { toOutcome } from "../../../src/core/platform/read-outcome";
import { describeOutcome } from "../../../src/core/wording/outcome-text";
import { responseBeginning } from "../../../src/core/wording/response-beginning";
import { toText } from "../../../src/cli/formats/submission";
import { sampleText } from "../node/practice-call";

const sample: unknown = JSON.parse(sampleText("preview"));
const answers = path.join(__dirname, "../../fixtures/answers");
const outcomeOf = (form: string) =>
  toOutcome(
    {
      kind: "answered",
      status: 400,
      headers: {},
      text: readFileSync(path.join(answers, `${form}.json`), "utf8"),
    },
    0,
  );

const AT_MOST = "must be at most 120";
const RING_TIME = "/dialingStrategy/maxRingTime";
/** The messages of each format, in this order, with their properties. */
const forms: Readonly<Record<string, readonly (readonly [words: string, ...pointers: string[]])[]>> = {
  vendor: [[`Validation errors/ Invalid arguments: dialingStrategy.maxRingTime ${AT_MOST}`, RING_TIME]],
  nestjs: [
    ["dialingStrategy.maxRingTime must not be greater than 120", RING_TIME],
    ["priority must be a string", "/priority"],
  ],
  "class-validator": [["maxRingTime must not be greater than 120", RING_TIME]],
  spring: [["must be less than or equal to 120", RING_TIME], ["Validation failed"]],
  hapi: [['"maxRingTime" must be less than or equal to 120', RING_TIME]],
  celebrate: [["must be less than or equal to 120", RING_TIME], ["Validation failed"]],
  fastify: [["body/dialingStrategy/maxRingTime must be <= 120", RING_TIME]],
  fastapi: [["ensure this value is less than or equal to 120", RING_TIME]],
  joi: [['"maxRingTime" must be less than or equal to 120', RING_TIME]],
  aspnet: [["must be between 5 and 120", RING_TIME], ["One or more validation errors occurred."]],
  "rfc-9457": [[AT_MOST, RING_TIME], ["The ring time is too large."], ["Your request is not valid."]],
  "rfc-7807-invalid-params": [[AT_MOST, RING_TIME], ["Your request is not valid."]],
  "json-api": [[AT_MOST, RING_TIME]],
  zod: [[AT_MOST, RING_TIME]],
  google: [["The request is not valid"], [AT_MOST, RING_TIME]],
};

describe("The errors in a response are read in the format of", () => {
  for (const [form, said] of Object.entries(forms))
    it(form, () => {
      const outcome = outcomeOf(form);
      assert.ok(outcome.kind === "rejected");
      assert.deepEqual(
        outcome.messages,
        said.map(([words]) => words),
      );
      const named = rejectedFields(outcome, sample).map(({ pointer, message }) => [message, pointer]);
      const expected = said.flatMap(([words, ...pointers]) => pointers.map((pointer) => [words, pointer]));
      assert.deepEqual(named, expected);
      assert.deepEqual(responseBeginning(outcome), []);
    });
});

describe("A response in an unknown format", () => {
  const request = { method: "POST", url: "https://x.example/", headers: {} } as const;

  it("is shown as text, and is not reported as empty", () => {
    const outcome = outcomeOf("unknown-form");
    assert.ok(outcome.kind === "rejected" && outcome.messages.length === 0);
    const text = toText({ kind: "sent", outcome, request });
    assert.match(
      text,
      /\n {2} {6}"text": "maxRingTime is too large",\n|\n {2} {4}"text": "maxRingTime is too large",\n/,
    );
    assert.match(text, /gave no readable reason\./);
    assert.doesNotMatch(text, /gave no reason\./);
  });

  it("is shown below words that give no reason", () => {
    const outcome = outcomeOf("reason-elsewhere");
    assert.ok(outcome.kind === "rejected");
    assert.deepEqual(outcome.messages, ["Validation failed"]);
    const text = toText({ kind: "sent", outcome, request });
    assert.match(text, /The server said: Validation failed\./);
    assert.match(text, /"text": "maxRingTime is too large"/);
  });

  it("is shown by its first lines of 200 characters, regardless of its size", () => {
    const response = Object.fromEntries(
      Array.from({ length: 50_000 }, (_, index) => [`k${index}`, "𝄞".repeat(150)]),
    );
    const outcome = { kind: "rejected", httpStatus: 400, messages: [], response } as const;
    const [heading, ...lines] = responseBeginning(outcome);
    assert.equal(heading, "The response begins:");
    assert.equal(lines.length, 12);
    for (const line of lines) assert.ok(line.length < 210 && line.isWellFormed(), line);
  });

  it("is shown if the outcome is unknown, next to the server's messages", () => {
    const text = '{"message":"Endpoint request timed out"}';
    const outcome = toOutcome({ kind: "answered", status: 504, headers: {}, text }, 0);
    assert.match(describeOutcome(outcome).explanation, /The server said: Endpoint request timed out\./);
    assert.ok(responseBeginning(outcome).includes('    "message": "Endpoint request timed out"'));
  });
});

describe("Reading the errors in a response", () => {
  /** Counts the items and fields that are read of a response. */
  function counted<T extends object>(value: T, count: () => void): T {
    return new Proxy(value, {
      get: (target, key): unknown => {
        if (key !== "length") count();
        const one: unknown = Reflect.get(target, key);
        return typeof one === "object" && one !== null ? counted(one, count) : one;
      },
    });
  }
  const stepsFor = (json: object): number => {
    let steps = 0;
    errorEntries(counted(json, () => steps++));
    return steps;
  };
  const many = (length: number) =>
    Array.from({ length }, (_, index) => ({ msg: `e${index}`, field: `f${index}` }));
  const shapes: Readonly<Record<string, (length: number) => object>> = {
    "many errors": (length) => ({ errors: many(length) }),
    "many errors of one text": (length) => ({ errors: many(length).map(() => ({ msg: "e" })) }),
    "many errors without words": (length) => ({ errors: many(length).map(() => ({ code: 1 })) }),
    "many messages": (length) => ({ message: many(length).map(({ msg }) => msg) }),
    "many properties": (length) => ({
      errors: Object.fromEntries(many(length).map(({ msg }) => [msg, [msg]])),
    }),
    "many segments": (length) => ({ errors: [{ msg: "e", path: many(length).map(({ field }) => field) }] }),
    "errors in errors": (length) => {
      let inner: object = { msg: "e" };
      for (let depth = 0; depth < Math.min(length, 4_000); depth++)
        inner = { errors: [inner], details: [inner] };
      return inner;
    },
  };
  for (const [what, shape] of Object.entries(shapes))
    it(`reads no more than it shows: ${what}`, () => {
      const [once, four] = [2_000, 8_000].map((length) => stepsFor(shape(length)));
      assert.ok(
        once !== undefined && four !== undefined && once < 60_000 && four <= once * 1.1,
        `${once} and ${four}`,
      );
    });

  it("calls no function that a response contains", () => {
    const hostile = { toString: 1, valueOf: 1, toJSON: 1, length: 5, __proto__: null, constructor: 1 };
    for (const field of [hostile, [hostile], { pointer: hostile }, [[hostile]]])
      for (const key of ["field", "path", "loc", "source", "msg", "message", "constraints"]) {
        const text = JSON.stringify({
          errors: [{ msg: "name is wrong", [key]: field }],
          message: field,
          detail: field,
        });
        const outcome = toOutcome({ kind: "answered", status: 400, headers: {}, text }, 0);
        assert.equal(outcome.kind, "rejected");
        assert.ok(rejectedFields(outcome, sample).length <= 2);
      }
  });

  it("ignores a field that is longer than any path", () => {
    for (const field of ["data.".repeat(20_000), ".".repeat(40_000), "[".repeat(40_000), "a.".repeat(200)]) {
      const text = JSON.stringify({ errors: [{ msg: "x", field: `${field}name` }] });
      const outcome = toOutcome({ kind: "answered", status: 400, headers: {}, text }, 0);
      assert.deepEqual(rejectedFields(outcome, sample), []);
    }
  });
});
