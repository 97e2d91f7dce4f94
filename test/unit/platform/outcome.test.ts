import assert from "node:assert/strict";
import fc from "fast-check";
import { toOutcome } from "../../../src/core/platform/read-outcome";
import type { Outcome } from "../../../src/core/platform/outcome";
import { describeOutcome } from "../../../src/core/wording/outcome-text";
import type { FailureReason, HttpAnswer } from "../../../src/core/platform/transport";

const RATE_LIMIT = "You've exceeded the per-minute rate limit. Please wait for sometime before retrying.";
/** Wed, 21 Oct 2026 07:28:00 GMT */
const NOW = Date.UTC(2026, 9, 21, 7, 28);

const errors = (msg: string, code: number): string => JSON.stringify({ errors: [{ msg, code }] });
const success = (data: object): string => JSON.stringify({ status: "success", message: "in progress", data });

const answer = (status: number, text: string, more: Partial<HttpAnswer> = {}): Outcome =>
  toOutcome({ kind: "answered", status, headers: {}, text, ...more }, NOW);

const failed = (left: boolean, reason: FailureReason, detail: string): Outcome =>
  toOutcome({ kind: "failed", left, reason, detail }, NOW);

/** The required fields of the outcome, which may have others. */
type Expected = Readonly<Record<string, unknown>> & { readonly kind: Outcome["kind"] };

const cases: readonly (readonly [what: string, outcome: Outcome, expected: Expected])[] = [
  [
    "success",
    answer(200, success({ id: "cd-1", status: "Preparing" })),
    { kind: "accepted", httpStatus: 200, campaignId: "cd-1", state: "Preparing", message: "in progress" },
  ],
  ["success with 201", answer(201, success({ id: "cd-1" })), { kind: "accepted", httpStatus: 201 }],
  ["success with a byte order mark gone", answer(200, ` ${success({ id: "a" })}\n`), { kind: "accepted" }],
  [
    "success without an id",
    answer(200, success({})),
    { kind: "accepted", campaignId: undefined, state: undefined },
  ],
  [
    "success with an empty errors list",
    answer(200, '{"status":"success","errors":[],"id":"x"}'),
    { kind: "accepted", campaignId: "x" },
  ],
  ["an id called _id", answer(200, success({ _id: "cd-2" })), { kind: "accepted", campaignId: "cd-2" }],
  [
    "an id at the root",
    answer(200, '{"status":"success","id":"cd-3"}'),
    { kind: "accepted", campaignId: "cd-3" },
  ],
  ["an id called campId", answer(200, success({ campId: "cd-4" })), { kind: "accepted", campaignId: "cd-4" }],
  [
    "a name that speaks of the rate limit",
    answer(200, JSON.stringify({ status: "success", message: RATE_LIMIT })),
    { kind: "accepted" },
  ],

  [
    "an error envelope with 200",
    answer(200, errors("Invalid", 412)),
    { kind: "rejected", httpStatus: 200, code: 412, messages: ["Invalid"] },
  ],
  [
    "failure with 200",
    answer(200, '{"status":"failure","message":"no"}'),
    { kind: "rejected", messages: ["no"] },
  ],
  [
    "error with 200",
    answer(200, '{"status":"error","message":"no"}'),
    { kind: "rejected", messages: ["no"] },
  ],
  ["412", answer(412, errors("Validation errors/ Invalid arguments", 412)), { kind: "rejected", code: 412 }],
  ["405", answer(405, errors("Method Not Allowed", 405)), { kind: "rejected" }],
  ["404 with a page", answer(404, "<html>"), { kind: "rejected", messages: [], response: "<html>" }],
  ["400 cut short", answer(400, '{"err', { cut: "reset" }), { kind: "rejected" }],
  ["500 with the vendor's envelope", answer(500, errors("Boom", 500)), { kind: "rejected", httpStatus: 500 }],
  [
    "502 with a refusal of the vendor",
    answer(502, errors("Validation errors/ Invalid arguments", 412)),
    { kind: "rejected", code: 412 },
  ],
  ["503 with the vendor's own code", answer(503, errors("Invalid", 4002)), { kind: "rejected", code: 4002 }],
  ["500 with status error", answer(500, '{"status":"error","message":"Boom"}'), { kind: "rejected" }],

  [
    "401 credentials",
    answer(401, errors("Invalid SDK credentials", 4002)),
    { kind: "unauthorized", why: "credentials" },
  ],
  ["401 token", answer(401, errors("Invalid JWT token", 4002)), { kind: "unauthorized", why: "token" }],
  [
    "401 scope",
    answer(401, errors("Permission denied. Scope is incorrect!", 4002)),
    { kind: "unauthorized", why: "scope" },
  ],
  ["401 expired", answer(401, errors("jwt expired", 401)), { kind: "unauthorized", why: "expired" }],
  [
    "401 replay",
    answer(401, errors("error verifying the jwt: possibly a replay", 401)),
    { kind: "unauthorized", why: "replay" },
  ],
  ["403 with a page", answer(403, "<html>"), { kind: "unauthorized", why: "gateway", httpStatus: 403 }],

  [
    "429",
    answer(429, "", { headers: { "retry-after": "17" } }),
    { kind: "rate-limited", retryAfterSeconds: 17 },
  ],
  [
    "429 with a date",
    answer(429, "", { headers: { "retry-after": "Wed, 21 Oct 2026 07:28:30 GMT" } }),
    { kind: "rate-limited", retryAfterSeconds: 30 },
  ],
  ["429 that says success", answer(429, success({ id: "cd-1" })), { kind: "unknown", reason: "unexpected" }],
  ["the rate limit with 200", answer(200, errors(RATE_LIMIT, 429)), { kind: "rate-limited" }],
  ["the rate limit with 500", answer(500, errors(RATE_LIMIT, 500)), { kind: "rate-limited" }],
  ["the rate limit with 401", answer(401, errors(RATE_LIMIT, 4002)), { kind: "rate-limited" }],
  ["the rate limit as text", answer(503, RATE_LIMIT), { kind: "rate-limited" }],

  ...[300, 301, 302, 303, 304, 307, 308].map(
    (status) =>
      [
        `${status}`,
        answer(status, "", { headers: { location: "https://evil.example/" } }),
        { kind: "redirected", httpStatus: status, location: "https://evil.example/" },
      ] as const,
  ),
  ["a redirect to nowhere", answer(302, ""), { kind: "redirected", location: undefined }],
  ["407", answer(407, "<html>"), { kind: "not-sent", reason: "proxy" }],

  ["204", answer(204, ""), { kind: "unknown", reason: "not-json" }],
  ["a page with 200", answer(200, "<html>Sign in</html>"), { kind: "unknown", reason: "not-json" }],
  [
    "JSON cut in the middle",
    answer(200, success({ id: "cd-1" }).slice(0, -4)),
    { kind: "unknown", reason: "not-json" },
  ],
  ["an answer cut by a reset", answer(200, "{}", { cut: "reset" }), { kind: "unknown", reason: "reset" }],
  [
    "an answer cut by the clock",
    answer(200, success({ id: "1" }), { cut: "timeout" }),
    { kind: "unknown", reason: "timeout" },
  ],
  ["an answer too large", answer(200, "{}", { cut: "too-large" }), { kind: "unknown", reason: "too-large" }],
  ["an empty object", answer(200, "{}"), { kind: "unknown", reason: "unexpected" }],
  ["null", answer(200, "null"), { kind: "unknown", reason: "unexpected" }],
  ["a list", answer(200, "[]"), { kind: "unknown", reason: "unexpected" }],
  ["success that is not a text", answer(200, '{"status":true}'), { kind: "unknown", reason: "unexpected" }],
  ["success in capitals", answer(200, '{"status":"SUCCESS"}'), { kind: "unknown" }],
  [
    "a state where the verdict belongs",
    answer(200, '{"status":"Preparing","id":"cd-1"}'),
    { kind: "unknown" },
  ],
  [
    "success and errors at once",
    answer(200, '{"status":"success","errors":[{"msg":"a"}]}'),
    { kind: "unknown" },
  ],
  [
    "failure that names a campaign",
    answer(200, '{"status":"failure","data":{"id":"cd-1"}}'),
    { kind: "unknown" },
  ],
  ["errors that name a campaign", answer(200, '{"errors":[{"msg":"a"}],"id":"cd-1"}'), { kind: "unknown" }],
  ["errors of another shape", answer(200, '{"errors":[{"title":"a"}]}'), { kind: "unknown" }],
  [
    "502 with a page",
    answer(502, "<html>Bad Gateway</html>"),
    { kind: "unknown", reason: "gateway", httpStatus: 502 },
  ],
  [
    "504 with a gateway's JSON",
    answer(504, '{"message":"Endpoint request timed out"}'),
    { kind: "unknown", reason: "gateway" },
  ],
  [
    "500 with another server's JSON",
    answer(500, '{"timestamp":1,"status":500,"error":"x"}'),
    { kind: "unknown", reason: "gateway" },
  ],
  ["500 that says success", answer(500, success({ id: "cd-1" })), { kind: "unknown", reason: "gateway" }],
  ["500 that names a campaign", answer(500, '{"errors":[{"msg":"a"}],"id":"cd-1"}'), { kind: "unknown" }],
  ...[502, 503, 504].flatMap((status) => [
    [
      `${status} in the vendor's envelope`,
      answer(status, errors("Bad gateway", status)),
      { kind: "unknown", reason: "gateway" },
    ] as const,
    [
      `${status} with status error`,
      answer(status, '{"status":"error","message":"Boom"}'),
      { kind: "unknown", reason: "gateway" },
    ] as const,
  ]),
  ["400 that says success", answer(400, success({ id: "cd-1" })), { kind: "unknown", reason: "unexpected" }],
  ["403 that says success", answer(403, success({ id: "cd-1" })), { kind: "unknown", reason: "unexpected" }],
  [
    "the rate limit that names a campaign",
    answer(200, '{"errors":[{"msg":"You\'ve exceeded the per-minute rate limit"}],"id":"cd-1"}'),
    { kind: "unknown" },
  ],
  ["500 empty", answer(500, ""), { kind: "unknown", reason: "gateway" }],

  [
    "never left: refused",
    failed(false, "refused", "d"),
    { kind: "not-sent", reason: "refused", detail: "d" },
  ],
  [
    "left: timeout",
    failed(true, "timeout", "d"),
    { kind: "unknown", reason: "timeout", httpStatus: undefined },
  ],
  ["never left: cancelled", failed(false, "cancelled", ""), { kind: "cancelled" }],
  ["left: cancelled", failed(true, "cancelled", ""), { kind: "unknown", reason: "cancelled" }],
];

describe("toOutcome", () => {
  for (const [what, outcome, expected] of cases)
    it(`${what}: ${expected.kind}`, () => {
      for (const [key, value] of Object.entries(expected))
        assert.deepEqual(Reflect.get(outcome, key), value, `${key} of ${JSON.stringify(outcome)}`);
    });

  const text = fc.oneof(
    fc.string(),
    fc.json(),
    fc
      .record(
        {
          status: fc.oneof(fc.constantFrom("success", "failure", "Preparing"), fc.jsonValue()),
          message: fc.jsonValue(),
          errors: fc.oneof(
            fc.jsonValue(),
            fc.array(fc.record({ msg: fc.jsonValue(), code: fc.jsonValue() })),
          ),
          data: fc.oneof(fc.jsonValue(), fc.record({ id: fc.jsonValue(), status: fc.jsonValue() })),
        },
        { requiredKeys: [] },
      )
      .map((value) => JSON.stringify(value)),
  );

  it("never throws, and never calls a response certain that names a campaign without success", () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 599 }), text, (status, body) => {
        const outcome = answer(status, body);
        if (outcome.kind === "accepted")
          assert.ok(status >= 200 && status < 300 && body.includes('"success"'));
        if (status >= 200 && status < 300 && /"id":"[^"]/.test(body))
          assert.notEqual(outcome.kind, "not-sent");
      }),
      { numRuns: 1000 },
    );
  });
});

describe("describeOutcome", () => {
  it("describes every outcome and every reason", () => {
    const reasons: readonly FailureReason[] = [
      ...(["refused", "dns", "tls", "unreachable", "proxy", "timeout", "reset", "cancelled"] as const),
      ...(["too-large", "unreadable", "other"] as const),
    ];
    const failures = reasons.flatMap((reason) => [true, false].map((left) => failed(left, reason, "detail")));
    for (const outcome of [...cases.map(([, one]) => one), ...failures]) {
      const { headline, explanation, nextStep } = describeOutcome(outcome);
      for (const sentence of [headline, nextStep]) assert.match(sentence, /^[A-Z].*[.?]$/s);
      assert.ok(!/undefined|\.\./.test(headline + explanation + nextStep), explanation);
    }
  });

  it("states when it may have been created, and what Preparing means", () => {
    assert.match(describeOutcome(answer(502, "")).headline, /may have been created/);
    assert.match(describeOutcome(answer(502, "")).nextStep, /name/);
    assert.match(
      describeOutcome(answer(200, success({ id: "a", status: "Preparing" }))).explanation,
      /accepted but not running/,
    );
  });
});
