import assert from "node:assert/strict";
import type { Outcome } from "../../../src/core/platform/outcome";
import { NOT_SENT } from "../../../src/core/wording/not-sent-text";
import { failureInShort, outcomeInShort } from "../../../src/core/wording/outcome-in-short";
import { triggerInShort, updateInShort } from "../../../src/core/wording/lifecycle/ends-in-short";
import type { NotSentReason, UnauthorizedWhy } from "../../../src/core/platform/outcome";

type Failure = Exclude<Outcome, { readonly kind: "accepted" }>;

const accepted: Outcome = {
  ...{ kind: "accepted", httpStatus: 200, campaignId: "cd-1", message: "One. Two." },
  response: {},
};
const rejected = (messages: readonly string[], httpStatus = 400): Failure => ({
  ...{ kind: "rejected", httpStatus, messages },
  response: {},
});
const whys: readonly UnauthorizedWhy[] = [
  ...(["expired", "token", "client", "replay", "scope", "credentials", "gateway", "other"] as const),
];
const failures: readonly Failure[] = [
  rejected(["priority must be 1 to 10."]),
  rejected(["priority must be\n1 to 10", "name is taken"], 412),
  rejected([]),
  rejected([], 500),
  ...whys.map((why): Failure => ({
    ...{ kind: "unauthorized", httpStatus: 401, why },
    ...{ messages: ["Go away. Now."], response: {} },
  })),
  { kind: "rate-limited", httpStatus: 429, messages: [], response: {} },
  { kind: "redirected", httpStatus: 302, location: "https://elsewhere.example/" },
  { kind: "redirected", httpStatus: 303 },
  ...Object.keys(NOT_SENT).map((reason): Failure => ({
    kind: "not-sent",
    reason: reason as NotSentReason,
    detail: "First. Second.",
  })),
  { kind: "unknown", reason: "gateway", httpStatus: 502, detail: "Bad. Gateway.", messages: ["A. B."] },
  { kind: "unknown", reason: "cancelled", detail: "" },
  { kind: "cancelled" },
];
const difference = { pointer: "/priority", file: 1, account: 2 } as const;
const read = (differences: number, changed = 0) =>
  ({
    kind: "read",
    campaign: { id: "cd-1", name: "Spring", body: {} },
    differences: Array<typeof difference>(differences).fill(difference),
    changed: Array<object>(changed).fill({ pointer: "/maxSkips", before: 1, after: 2 }),
  }) as never;

/** One full stop or colon ends a clause at most once: a second sentence begins after a full stop and a space. */
function assertOneSentence(text: string): void {
  assert.match(text, /^[A-Z][^\n]*\.$/);
  assert.doesNotMatch(text, /[.!?] +\S/, text);
  assert.ok(text.split(": ").length <= 2, text);
  assert.ok(text.length <= 160, `${text.length}: ${text}`);
}

describe("the notification of an outcome", () => {
  it("is one sentence, whatever was done and however it ended", () => {
    for (const failure of failures)
      for (const deed of ["create", "update", "start", "stop"] as const)
        assertOneSentence(failureInShort(failure, deed));
    const unnamed: Outcome = { kind: "accepted", httpStatus: 200, message: "", response: {} };
    for (const isRecorded of [true, false])
      for (const changes of [0, 1, 2])
        for (const outcome of [accepted, { ...accepted, state: "Active" }, unnamed])
          assertOneSentence(outcomeInShort(outcome, { changes, isRecorded }));
    for (const trigger of ["start", "stop"] as const) {
      assertOneSentence(triggerInShort(accepted, trigger, "cd-1"));
      assertOneSentence(triggerInShort(failures.at(-2)!, trigger, "cd-1", "Active"));
    }
    const unread = { kind: "unread", outcome: { kind: "cancelled" } } as const;
    for (const after of [read(0), read(1), read(2), read(0, 1), read(2, 2), unread, undefined])
      assertOneSentence(updateInShort(accepted, "cd-1", after));
  });

  it("shows whether anything was done", () => {
    const none = { create: "nothing was created", start: "the campaign was not started" };
    for (const [deed, words] of Object.entries(none) as ["create" | "start", string][])
      for (const failure of failures)
        switch (failure.kind) {
          case "rejected":
            if (failure.httpStatus >= 500)
              assert.match(
                failureInShort(failure, deed),
                /^Rejected \(500\) with a platform error, so (?:look|read)/,
              );
            else assert.ok(failureInShort(failure, deed).includes(`, and ${words}: `));
            break;
          case "unauthorized":
          case "rate-limited":
            assert.ok(failureInShort(failure, deed).includes(`, and ${words}: `));
            break;
          case "unknown":
            assert.match(failureInShort(failure, deed), /^Unknown: the campaign may have been .*, so /);
            break;
          case "not-sent":
            assert.match(failureInShort(failure, deed), /^Not sent: [a-z]/);
            break;
          case "redirected":
          case "cancelled":
            break;
        }
    assert.match(
      failureInShort(
        failures.find(({ kind }) => kind === "redirected")!,
        "create",
      ),
      /not followed/,
    );
    assert.match(
      failureInShort({ kind: "redirected", httpStatus: 303 }, "stop"),
      /^Redirected \(303\): the campaign may have been stopped, so read the state/,
    );
  });

  it("quotes the server's first message only, shortened and without hidden characters", () => {
    assert.equal(
      failureInShort(rejected(["priority must be\n1 to 10", "b", "c"]), "create"),
      "Rejected (400), and nothing was created: priority must be 1 to 10 (and 2 more).",
    );
    assert.match(failureInShort(rejected(["Invalid!"]), "create"), /created: Invalid\.$/);
    const long = failureInShort(rejected([`${"x".repeat(5_000)}\u202e`]), "create");
    assert.ok(long.length < 280, String(long.length));
    assert.doesNotMatch(failureInShort(rejected(["a\u202eb"]), "create"), /\u202e/);
  });

  it("promises only what happens", () => {
    const shown = (state: string | undefined, isRecorded: boolean) =>
      outcomeInShort({ ...accepted, ...(state === undefined ? {} : { state }) }, { changes: 0, isRecorded });
    for (const state of [undefined, "Preparing"])
      assert.match(shown(state, true), /is in Campaign Submissions, and you'll be notified/);
    assert.match(shown("Active", true), /is in Campaign Submissions, and its state is "Active"\.$/);
    assert.equal(shown("Preparing", false), "Campaign accepted: cd-1, so don't send it again.");
  });

  it("names the state that proves a start or a stop, instead of its request", () => {
    const unknown: Outcome = { kind: "unknown", reason: "timeout", detail: "" };
    assert.equal(
      triggerInShort(unknown, "stop", "cd-1", "Completed"),
      'The response was unclear, but the state of cd-1 is now "Completed".',
    );
  });

  it("shows what an update did not apply, also if it changed an omitted value", () => {
    assert.match(
      updateInShort(accepted, "cd-1", read(2, 1)),
      /2 values of the file were not applied, and 1 value/,
    );
    assert.match(
      updateInShort(accepted, "cd-1", read(1, 2)),
      /1 value of the file was not applied, and 2 values/,
    );
  });

  it("does not report an update as done if the response is unclear and a value still differs", () => {
    const unknown: Outcome = { kind: "unknown", reason: "timeout", detail: "" };
    assert.match(updateInShort(unknown, "cd-1", read(1)), /^Unknown: the campaign may have been updated/);
    assert.match(updateInShort(unknown, "cd-1", read(0)), /^Campaign updated: cd-1 has every value/);
  });
});
