import assert from "node:assert/strict";
import { rejectedFields } from "../../../src/core/answer/rejected-fields";
import { toOutcome } from "../../../src/core/platform/read-outcome";
import { sampleText } from "../node/practice-call";

const sample = JSON.parse(sampleText("preview")) as Record<string, unknown>;
const strategy = sample["dialingStrategy"] as Record<string, unknown>;
const hours = strategy["callingHours"] as { readonly days: readonly object[] };

/** The pointers to the properties of the request that a rejection with this body names. */
function pointersOf(body: unknown, sent: unknown = sample, status = 412): string[] {
  const answer = { kind: "answered", status, headers: {}, text: JSON.stringify(body) } as const;
  return rejectedFields(toOutcome(answer, 0), sent).map(({ pointer }) => pointer);
}
const named = (msg: string, sent: unknown = sample): string[] =>
  pointersOf({ errors: [{ msg, code: 412 }] }, sent);

describe("A rejection names a property", () => {
  const days = "/dialingStrategy/callingHours/days";
  const cases: readonly (readonly [words: string, ...pointers: string[]])[] = [
    // Paths, as validators write them.
    ["dialingStrategy.callingHours.days[1].start must be a time", `${days}/1/start`],
    ["dialingStrategy.callingHours.days.1.start must be a time", `${days}/1/start`],
    ["/dialingStrategy/callingHours/days/1/start must match format", `${days}/1/start`],
    ["#/dialingStrategy/maxRingTime: too large", "/dialingStrategy/maxRingTime"],
    ["$.dialingStrategy['maxRingTime'] is too large", "/dialingStrategy/maxRingTime"],
    ["body/dialingStrategy/maxRingTime must be integer", "/dialingStrategy/maxRingTime"],
    ["Validation errors/ Invalid arguments: body.priority must be a string", "/priority"],
    ["/data/attributes/dialingStrategy/maxRingTime is too large", "/dialingStrategy/maxRingTime"],
    ["callingHours.timezone is not known", "/dialingStrategy/callingHours/timezone"],
    ["contactLists[0] does not exist", "/contactLists/0"],
    ["dialingStrategy.ringSeconds is required", "/dialingStrategy"],
    // Names in quotes.
    ['"priority" is required', "/priority"],
    [
      '"dialingStrategy.callingHours.frequency" must be one of [WEEKLY]',
      "/dialingStrategy/callingHours/frequency",
    ],
    ["Path `maxSkips` (-1) is less than minimum allowed value (0).", "/maxSkips"],
    ["Unrecognised property ‘queue_name’", "/queue_name"],
    // Names in a sentence.
    ["contactLists must be an array", "/contactLists"],
    ["The phoneNumber was not verified", "/dialingStrategy/callerId/phoneNumber"],
    ["Invalid value for maxAttemptsPerRecord", "/dialingStrategy/maxAttemptsPerRecord"],
    ['Invalid value "9" for priority', "/priority"],
    ["Missing required field: description", "/description"],
    ["Priority must be one of 1, 2, 3, 4, 5", "/priority"],
    ["Name already exists", "/name"],
    ["Campaign name already exists", "/name"],
    ["A campaign with the same name already exists", "/name"],
    ["Validation failed: timezone is not supported", "/dialingStrategy/callingHours/timezone"],
    ["Validation failed:timezone is not supported", "/dialingStrategy/callingHours/timezone"],
    // Several properties, and one that only explains another.
    ['"queue_name" and "maxSkips" are required', "/queue_name", "/maxSkips"],
    ["maxSkips must be an integer number,priority must be a string", "/maxSkips", "/priority"],
    [
      "validation failed: priority: Path `priority` is required., name: Path `name` is required.",
      "/priority",
      "/name",
    ],
    ["queue_name is required when dialingMode is Preview", "/queue_name"],
    ["maxSkips is required for dialingMode Preview", "/maxSkips"],
    ["If dialingMode is Preview, maxSkips is required", "/maxSkips"],
    ["Refused when dialingMode is Preview", "/dialingMode"],
    // The most specific property, and one inside the property named before it.
    [
      "dialingStrategy is not valid: dialingStrategy.maxRingTime is too large",
      "/dialingStrategy/maxRingTime",
    ],
    ["body/dncLists must have required property 'name'", "/dncLists/name"],
    ["days[2]: start must be before end", `${days}/2/start`],
  ];
  for (const [words, ...pointers] of cases) it(`in ${words}`, () => assert.deepEqual(named(words), pointers));

  it("that the campaign lacks, and is placed where the property belongs", () => {
    assert.deepEqual(named("schedule.isSchedulingEnabled is required", { ...sample, schedule: undefined }), [
      "/schedule/isSchedulingEnabled",
    ]);
    assert.deepEqual(named("experienceFlowName must not be empty"), ["/experienceFlowName"]);
  });

  it("that only this campaign contains", () => {
    assert.deepEqual(named('"note" is not allowed', { ...sample, note: "for us" }), ["/note"]);
    assert.deepEqual(named('"note" is not allowed'), []);
  });

  it("in a field next to the message", () => {
    const errors = [
      { msg: "Invalid value", param: "dialingStrategy.maxRingTime", location: "body" },
      { msg: "Not a list", path: ["contactLists", 0] },
      { msg: "priority is wrong", field: "nothing we know" },
    ];
    assert.deepEqual(pointersOf({ errors }), [
      "/dialingStrategy/maxRingTime",
      "/contactLists/0",
      "/priority",
    ]);
  });

  it("in the other response format too, with any status", () => {
    assert.deepEqual(pointersOf({ status: "failure", message: '"priority" is wrong' }, sample, 200), [
      "/priority",
    ]);
  });

  it("with the server's message, once for each of its sentences", () => {
    const errors = [
      { msg: '"priority" is odd' },
      { msg: '"priority" is "priority"' },
      { msg: '"priority" is odd' },
    ];
    const text = JSON.stringify({ errors });
    const outcome = toOutcome({ kind: "answered", status: 400, headers: {}, text }, 0);
    assert.deepEqual(rejectedFields(outcome, sample), [
      { pointer: "/priority", message: '"priority" is odd' },
      { pointer: "/priority", message: '"priority" is "priority"' },
    ]);
  });
});

describe("A rejection names no property", () => {
  const silent: readonly string[] = [
    "Validation errors/ Invalid arguments",
    "Something went wrong at the end of the day",
    "Please start again, or type another name",
    "The queue named Default Queue is closed",
    "See https://platform.kore.ai/campaign/name or https://name.example/start",
    "Ask schedule.example.com or name@priority.example",
    "The user-name is unknown here",
    "You can't start it; it's the account's end",
    "",
  ];
  for (const words of silent) it(`in “${words}”`, () => assert.deepEqual(named(words), []));

  it("when its name appears in several places and the message does not identify one", () => {
    assert.ok(hours.days.length > 1);
    assert.deepEqual(named('"start" is not a time'), []);
    const one = { ...strategy, callingHours: { ...hours, days: hours.days.slice(0, 1) } };
    assert.deepEqual(named('"start" is not a time', { ...sample, dialingStrategy: one }), [
      "/dialingStrategy/callingHours/days/0/start",
    ]);
  });

  it("when the response is not a rejection", () => {
    assert.deepEqual(pointersOf({ errors: [{ msg: '"priority" is wrong' }] }, sample, 401), []);
    assert.deepEqual(pointersOf({ errors: [{ msg: '"priority" is wrong' }] }, sample, 502), []);
  });

  it("when the name is $schema, which is never sent", () => {
    assert.deepEqual(named('"$schema" is not allowed', { ...sample, $schema: "./campaign.schema.json" }), []);
  });
});

describe("Reading a rejection", () => {
  it("ends for every response and every campaign", () => {
    const wide = {
      ...sample,
      contactLists: Array.from({ length: 50_000 }, (_item, index) => `List ${index}`),
    };
    let deep: unknown = "priority";
    for (let depth = 0; depth < 150; depth++) deep = { __proto__: null, deep, constructor: deep };
    const words = ["a.".repeat(50_000), "[".repeat(50_000), "/".repeat(50_000), '"'.repeat(50_000)];
    for (const text of [
      ...words,
      "if the ".repeat(20_000),
      '"name" and '.repeat(9_000),
      "priority: ".repeat(9_000),
    ]) {
      assert.ok(named(`${text} "priority"`, wide).length <= 2);
      assert.ok(named(text, { ...sample, deep }).length <= 2);
    }
  });
});
