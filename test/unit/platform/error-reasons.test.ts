import assert from "node:assert/strict";
import { rejectedFields } from "../../../src/core/answer/rejected-fields";
import { isGeneric, isStatusName } from "../../../src/core/platform/errors/generic-message";
import { toOutcome } from "../../../src/core/platform/read-outcome";
import { responseBeginning } from "../../../src/core/wording/response-beginning";
import { sampleText } from "../node/practice-call";

const sample: unknown = JSON.parse(sampleText("preview"));
const RING_TIME = "/dialingStrategy/maxRingTime";
const FIELD = "dialingStrategy.maxRingTime";
const AT_MOST = "must be at most 120";
const NAMED = `maxRingTime ${AT_MOST}`;

/** The messages, the pointers to the fields, and whether the first lines of the response are shown. */
function reading(body: object): [messages: readonly string[], pointers: string[], isShown: boolean] {
  const answer = { kind: "answered", status: 400, headers: {}, text: JSON.stringify(body) } as const;
  const outcome = toOutcome(answer, 0);
  assert.ok(outcome.kind === "rejected");
  const pointers = rejectedFields(outcome, sample).map(({ pointer }) => pointer);
  return [outcome.messages, pointers, responseBeginning(outcome).length > 0];
}

describe("The reason is read next to words without one:", () => {
  const bad = { message: "Bad Request" };
  const failed = { message: "Validation failed" };
  const entry = { field: FIELD, message: AT_MOST };
  const cases: readonly (readonly [what: string, body: object, ...messages: readonly string[]])[] = [
    ["validationErrors by property", { ...bad, validationErrors: { [FIELD]: AT_MOST } }, AT_MOST],
    [
      "validationErrors with an error each",
      { ...failed, validationErrors: [{ field: FIELD, error: AT_MOST }] },
      AT_MOST,
      failed.message,
    ],
    ["reasons", { statusCode: 400, error: "Bad Request", ...bad, reasons: [NAMED] }, NAMED],
    ["errors in data", { status: "failure", ...bad, data: { errors: [entry] } }, AT_MOST],
    ["one error in data", { status: "failure", ...bad, data: { error: { message: NAMED } } }, NAMED],
    ["errors in _embedded", { ...bad, _embedded: { errors: [{ message: NAMED }] } }, NAMED],
    ["the reason of an error", { error: { ...bad, reason: NAMED } }, NAMED],
    ["the reason of the response", { ...bad, reason: NAMED }, NAMED],
    ["cause", { ...failed, cause: [entry] }, AT_MOST, failed.message],
    ["causes of an error", { error: { ...bad, causes: [entry] } }, AT_MOST],
    ["a title that is the name of the status", { title: "Bad Request", errors: [entry] }, AT_MOST],
    ["properties in properties", { errors: { dialingStrategy: { maxRingTime: [AT_MOST] } } }, AT_MOST],
    [
      "parts of the request",
      { messages: { json: { dialingStrategy: { maxRingTime: [AT_MOST] } } } },
      AT_MOST,
    ],
    ["the target of Azure's details", { error: { details: [{ target: FIELD, message: AT_MOST }] } }, AT_MOST],
  ];
  for (const [what, body, ...messages] of cases)
    it(what, () => assert.deepEqual(reading(body), [messages, [RING_TIME], false]));

  it("a field with the name of a status", () => {
    const body = { errors: [{ field: "queue_name", message: "Not Found" }] };
    assert.deepEqual(reading(body), [["Not Found"], ["/queue_name"], true]);
  });
});

describe("The response begins next to words without a reason:", () => {
  for (const message of ["Bad Request", "400 Bad Request", "Validation failed", "ValidationError", "Error"])
    it(message, () => {
      for (const body of [
        ...[{ message }, { error: { message } }, { error: message }, { title: message }],
        ...[{ error: { error: { message } } }, { error: { errors: [{ message }] } }],
      ])
        assert.deepEqual(reading({ ...body, unread: NAMED }), [[message], [], true]);
    });

  it("but not next to a reason or a field", () => {
    assert.deepEqual(reading({ message: "The queue is closed" }), [["The queue is closed"], [], false]);
    assert.deepEqual(reading({ errors: [{ msg: "Invalid value", param: "priority" }] }), [
      ["Invalid value"],
      ["/priority"],
      false,
    ]);
  });
});

describe("A message", () => {
  const generic = [
    ...["One or more validation errors occurred.", "Your request parameters didn't validate.", "…", "400"],
    ...["The given data was invalid.", "Constraint Violation", "Validation failed: 2 errors", "ZodError"],
    "Missing required fields",
  ];
  const status = [
    "BAD_REQUEST",
    "BadRequest",
    "HTTP 422 Unprocessable Entity",
    "Not found.",
    "404: Not Found",
  ];
  const specific = [
    ...["The name is too long", "Not found: 12345", "Error 4002", "queue_name not found", "名前が長すぎます"],
    ...["error ".repeat(10_000), "Validation failed: maxRingTime"],
  ];
  it("is generic if it contains neither a reason nor a name", () => {
    assert.deepEqual(
      [...generic, ...status].filter((text) => !isGeneric(text)),
      [],
    );
    assert.deepEqual(specific.filter(isGeneric), []);
  });

  it("is the name of a status in any style", () => {
    assert.deepEqual(
      status.filter((text) => !isStatusName(text)),
      [],
    );
    assert.deepEqual([...generic, ...specific].filter(isStatusName), []);
  });
});

describe("What an error reports about itself is not a property:", () => {
  const issues = [{ path: ["dialingStrategy", "maxRingTime"], message: AT_MOST }];
  for (const list of ["issues", "violations", "validation", "errors", "details"])
    it(`the class of an error with ${list}`, () => {
      const body = { success: false, error: { name: "ZodError", [list]: issues } };
      assert.deepEqual(reading(body), [[AT_MOST], [RING_TIME], false]);
    });

  it("the class of an error without a message", () => {
    for (const error of [
      { name: "ZodError", issues: [] },
      { name: "Invalid", stack: "Error: x", statusCode: "400" },
      { name: "BadRequestException" },
    ])
      assert.deepEqual(reading({ error }), [[], [], true]);
  });

  it("but a name in errors by property is", () => {
    for (const body of [{ errors: { name: "is too long" } }, { error: { name: ["is too long"] } }])
      assert.deepEqual(reading(body), [["is too long"], ["/name"], false]);
  });

  it("and a name inside another property is not the campaign's", () => {
    assert.deepEqual(reading({ errors: { contact: { name: ["is too long"] } } })[1], []);
    assert.deepEqual(reading({ errors: { dncLists: { name: ["is too long"] } } })[1], ["/dncLists/name"]);
  });
});
