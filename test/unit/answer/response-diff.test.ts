import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { responseDiff, type Echo } from "../../../src/core/answer/response-diff";
import type { Connection } from "../../../src/core/connection/connection";
import { echoText } from "../../../src/core/wording/response-diff-text";
import type { Outcome } from "../../../src/core/platform/outcome";
import { outcomeInShort } from "../../../src/core/wording/outcome-in-short";
import { changesIn } from "../../../src/core/wording/report";
import type { Campaign } from "../../../src/core/campaign/generated/campaign";
import { sample } from "../node/practice-call";

/** The response to the sample in the vendor's documentation. */
const answer = JSON.parse(
  readFileSync(path.join(__dirname, "../../fixtures/samples/preview.response.json"), "utf8"),
) as { readonly data: Readonly<Record<string, unknown>> };

const echo = (sent: unknown, data: unknown): Echo => {
  const found = responseDiff(sent, { status: "success", data });
  assert.ok(found);
  return found;
};
const changes = (sent: unknown, data: unknown) => echo(sent, data).changed;
const words = (sent: unknown, data: unknown) => echoText(echo(sent, data));

const day = (day: string, end = "6:00 PM") => ({ day, start: "9:00 AM", end });
const days = "/dialingStrategy/callingHours/days";
const withDays = (...list: readonly object[]) => ({ dialingStrategy: { callingHours: { days: list } } });

describe("The comparison of the response with the request", () => {
  it("finds no changed value in the vendor's sample, and summarizes omitted keys and added defaults", () => {
    assert.deepEqual(responseDiff(sample, answer), {
      changed: [],
      notEchoed: ["/schedule", "/queue_name", "/campaignType"],
      added: [
        { pointer: "/dialingStrategy/useSystemMappings", value: false },
        { pointer: "/isFiltersEnabled", value: false },
      ],
    });
    assert.deepEqual(words(sample, answer.data), {
      changed: [],
      notEchoed: "schedule, queue_name, campaignType. This is normal.",
      added: "dialingStrategy.useSystemMappings: false, isFiltersEnabled: false.",
    });
  });

  it("is undefined if the response does not contain a campaign", () => {
    for (const response of [undefined, null, "text", 1, {}, { data: [] }, { data: "x" }])
      assert.equal(responseDiff(sample, response), undefined);
    assert.equal(responseDiff("text", answer), undefined);
  });

  it("names each changed value and its place", () => {
    assert.deepEqual(changes(sample, { ...answer.data, maxSkips: 4 }), [
      { pointer: "/maxSkips", sent: 1, got: 4 },
    ]);
    assert.deepEqual(words({ maxSkips: 1 }, { maxSkips: 4 }).changed, [
      "maxSkips was sent as “1”; the platform returned “4”.",
    ]);
    for (const got of [null, [], {}, ""]) assert.equal(changes({ maxSkips: 1 }, { maxSkips: got }).length, 1);
  });

  it("treats a number and the same number in quotes as equal, and ignores the order of keys", () => {
    assert.deepEqual(changes({ a: "5", b: true, c: [5] }, { c: ["5"], b: "true", a: 5 }), []);
    assert.deepEqual(changes({ a: { b: 1, c: [{ d: 1, e: 2 }] } }, { a: { c: [{ e: 2, d: 1 }], b: 1 } }), []);
  });

  it("ignores $schema, which is not sent, and the platform's own properties", () => {
    const sent = { $schema: "./x.json", name: "a", id: "old", status: "Ready" };
    const data = {
      name: "a",
      id: "new",
      status: "Preparing",
      _id: "1",
      lname: "a",
      createdAt: "",
      updatedAt: "",
    };
    assert.deepEqual(echo(sent, data), { changed: [], notEchoed: [], added: [] });
  });

  const lists: readonly (readonly [what: string, sent: object[], got: object[], changed: object[]])[] = [
    ["days in another order", [day("MO"), day("TU")], [day("TU"), day("MO")], []],
    [
      "a day that changed",
      [day("MO"), day("TU")],
      [day("MO"), day("TU", "9:00 PM")],
      [{ pointer: `${days}/1/end`, sent: "6:00 PM", got: "9:00 PM" }],
    ],
    [
      "days that changed, in another order",
      [day("MO"), day("TU")],
      [day("TU", "8:00 PM"), day("MO", "9:00 PM")],
      [
        { pointer: `${days}/0/end`, sent: "6:00 PM", got: "9:00 PM" },
        { pointer: `${days}/1/end`, sent: "6:00 PM", got: "8:00 PM" },
      ],
    ],
    [
      "a day that is gone, beside one that changed",
      [day("MO"), day("TU"), day("WE")],
      [day("MO"), day("WE", "9:00 PM")],
      [
        { pointer: `${days}/1`, sent: day("TU"), got: undefined },
        { pointer: `${days}/2/end`, sent: "6:00 PM", got: "9:00 PM" },
      ],
    ],
    [
      "a day that was not sent",
      [day("MO")],
      [day("SU"), day("MO")],
      [{ pointer: `${days}/-`, sent: undefined, got: day("SU") }],
    ],
    [
      "one of two same days gone",
      [day("MO"), day("MO")],
      [day("MO")],
      [{ pointer: `${days}/1`, sent: day("MO"), got: undefined }],
    ],
  ];
  for (const [what, sent, got, changed] of lists)
    it(`compares lists by content: ${what}`, () => {
      assert.deepEqual(changes(withDays(...sent), withDays(...got)), changed);
    });

  it("describes the items that a list lacks or has in addition", () => {
    const { changed } = words(
      { ...withDays(day("MO"), day("TU")), contactLists: ["a"] },
      { ...withDays(day("MO")), contactLists: ["a", "b"] },
    );
    assert.deepEqual(changed, [
      'dialingStrategy.callingHours.days.1 was sent as “{"day":"TU","start":"9:00 AM","end":"6:00 PM"}”; the response does not contain it.',
      "contactLists has an additional item in the response: “b”.",
    ]);
  });

  it("reports keys omitted or added inside list items too", () => {
    const found = echo(withDays(day("MO")), withDays({ day: "MO", start: "9:00 AM", enabled: true }));
    assert.deepEqual(found, {
      changed: [],
      notEchoed: [`${days}/0/end`],
      added: [{ pointer: `${days}/0/enabled`, value: true }],
    });
  });

  it("compares own keys only, not inherited ones", () => {
    const sent: unknown = JSON.parse('{ "constructor": "a", "__proto__": "b" }');
    assert.deepEqual(echo(sent, {}).notEchoed, ["/constructor", "/__proto__"]);
    assert.deepEqual(echo({}, sent).added.length, 2);
  });

  it("escapes hidden characters of the server", () => {
    const hostile = "\u001b[2J\u202e\r\nNext  Send it again";
    const sent = { name: "a", list: [{ a: 1 }] };
    const data = { name: hostile, list: [{ a: 1 }, { a: hostile }], [hostile]: { [hostile]: [hostile] } };
    const found = echo(sent, data);
    const said = echoText(found);
    for (const text of [
      found.added.map(({ pointer }) => pointer),
      ...found.changed.map(({ got }) => got),
    ].flat())
      assert.doesNotMatch(String(text), /[\u0000-\u001f\u202e]/);
    for (const line of [...said.changed, said.notEchoed ?? "", said.added ?? ""])
      assert.doesNotMatch(line, /[\u0000-\u001f\u202e]/);
    assert.ok(!JSON.stringify(found).includes("\u202e"));
  });

  it("stays small and fast for any response", () => {
    const many = (count: number, value: unknown) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, value]));
    const huge = "x".repeat(500_000);
    const list = (count: number, from: number) =>
      Array.from({ length: count }, (_, index) => ({ day: `d${from + index}`, end: huge.slice(0, 50) }));
    const answers: readonly (readonly [sent: object, data: object])[] = [
      [{ a: 1 }, { a: huge, [huge]: huge, b: { c: huge } }],
      [many(5_000, 1), many(5_000, 2)],
      [many(5_000, 1), {}],
      [{}, many(5_000, huge.slice(0, 100))],
      [{ list: list(3_000, 0) }, { list: list(3_000, 9_000) }],
      [{ list: list(3_000, 0) }, { list: list(10, 9_000) }],
      [{ list: list(1, 0) }, { list: list(9_000, 9_000) }],
    ];
    const before = performance.now();
    for (const [sent, data] of answers) {
      const found = echo(sent, data);
      assert.ok(JSON.stringify(found).length < 20_000);
      const said = echoText(found);
      assert.ok(said.changed.length <= 11);
      assert.ok(JSON.stringify(said).length < 10_000);
    }
    assert.ok(performance.now() - before < 5_000);
  });

  it("counts the differences that it does not list", () => {
    const sent = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`k${index}`, 1]));
    const data = Object.fromEntries(Object.keys(sent).map((key) => [key, 2]));
    const found = echo(sent, data);
    assert.deepEqual([found.changed.length, found.leftOut], [20, { changed: 10, notEchoed: 0, added: 0 }]);
    assert.equal(echoText(found).changed.at(-1), "20 more values differ.");
    assert.match(words(sent, {}).notEchoed ?? "", /k9, and 20 more\. This is normal/);
    assert.match(words({}, data).added ?? "", /k9: 2, and 20 more\.$/);
  });
});

describe("The notification of an accepted campaign", () => {
  const token = `${Buffer.from('{"alg":"HS256"}').toString("base64url")}.e30.c2lnbmF0dXJlLW9mLWEtdG9rZW4`;
  const connection: Connection = {
    ...{ id: "c", name: "Acme", host: "https://platform.kore.ai", accountId: "a", streamId: "s" },
    production: false,
    credential: { kind: "token", token },
  };
  const accepted = (data: object): Outcome => ({
    ...{ kind: "accepted", httpStatus: 200, campaignId: "cd-1", message: "in progress" },
    response: { status: "success", data },
  });
  const campaign = sample as unknown as Campaign;
  const inShort = (data: object, sent = campaign): string => {
    const outcome = accepted(data);
    return outcomeInShort(outcome, { changes: changesIn(outcome, sent, connection), isRecorded: true });
  };

  it("shows how many values the platform changed, before the next step", () => {
    assert.match(
      inShort({ ...sample, maxSkips: 9 }),
      /^Campaign accepted: cd-1, but the platform changed 1 value, so review the response before you start it\.$/,
    );
    assert.match(inShort({ ...sample, maxSkips: 9, priority: "1" }), /the platform changed 2 values/);
  });

  it("mentions neither changed values if there are none, nor a token that was removed from the response", () => {
    assert.doesNotMatch(inShort(answer.data), /changed/);
    const sent = { ...campaign, description: `See ${token}` };
    assert.doesNotMatch(inShort({ ...sample, description: "See <redacted>" }, sent), /changed/);
    assert.equal(changesIn({ kind: "cancelled" }, campaign, connection), 0);
  });
});
