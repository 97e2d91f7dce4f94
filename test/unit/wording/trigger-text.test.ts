import assert from "node:assert/strict";
import type { Campaign } from "../../../src/core/campaign/generated/campaign";
import type { AccountValues } from "../../../src/core/comparison/account-values";
import { finished, type LedgerEntry } from "../../../src/core/ledger/entry";
import type { Refusal } from "../../../src/core/lifecycle/next-step";
import type { TriggerBlocked } from "../../../src/core/lifecycle/run";
import type { Trigger } from "../../../src/core/platform/existing/trigger-campaign";
import type { Outcome } from "../../../src/core/platform/outcome";
import { minuteOf } from "../../../src/core/text/local-time";
import { triggerConfirmation } from "../../../src/core/wording/lifecycle/trigger-confirmation";
import {
  describeReached,
  describeRefusal,
  describeTrigger,
  describeTriggerBlocked,
} from "../../../src/core/wording/lifecycle/trigger-text";
import { sample } from "../node/practice-call";
import { connectionTo } from "../node/servers";
import { attempt, START, unknown } from "../submission/attempts";

const address = "https://platform.kore.ai/api/v2/public/st-1/campaign/trigger/cd-1?accountId=a&trigger=play";
const context = (trigger: Trigger) => ({ trigger, place: "terminal", campaignId: "cd-1" }) as const;
const all = (text: { headline: string; explanation: string; nextStep: string }): string =>
  `${text.headline} ${text.explanation} ${text.nextStep}`;

const outcomes: readonly Outcome[] = [
  { kind: "rejected", httpStatus: 400, messages: ["no"], response: {} },
  { kind: "rejected", httpStatus: 404, messages: [], response: {} },
  { kind: "unauthorized", httpStatus: 401, why: "scope", messages: [], response: {} },
  { kind: "rate-limited", httpStatus: 429, messages: [], response: {} },
  { kind: "redirected", httpStatus: 303 },
  { kind: "not-sent", reason: "dns", detail: "" },
  { kind: "unknown", reason: "unexpected", detail: "" },
  { kind: "cancelled" },
];

describe("The outcome of a start or a stop, in words,", () => {
  for (const trigger of ["start", "stop"] as const)
    for (const outcome of outcomes)
      it(`is about what was asked for: ${trigger}, ${outcome.kind}`, () => {
        const text = all(describeTrigger(outcome, address, context(trigger)));
        assert.doesNotMatch(text, /creat|duplicate|look the campaign up/i);
        const done = trigger === "start" ? "started" : "stopped";
        if (outcome.kind === "unknown") assert.ok(text.includes(`may have been ${done}`), text);
        else if (!["redirected", "cancelled"].includes(outcome.kind))
          assert.ok(text.includes(`the campaign was not ${done}`), text);
      });

  it("names the path that was tried, without the account, only if the address may be the reason", () => {
    const at = (httpStatus: number): string =>
      describeTrigger({ kind: "rejected", httpStatus, messages: [], response: {} }, address, context("start"))
        .explanation;
    for (const status of [404, 405])
      assert.match(at(status), /The request went to \/api\/v2\/public\/st-1\/campaign\/trigger\/cd-1\.$/);
    assert.doesNotMatch(at(400), /The request went to/);
  });

  it("shows the state that proves it", () => {
    const text = describeTrigger(unknown, address, context("start"), "Active");
    assert.match(all(text), /^Campaign started: cd-1\. The response was lost or unclear.* "Active"/);
  });

  it("shows the state if nothing was sent", () => {
    assert.match(
      all(describeReached(context("start"), "Active")),
      /already active: cd-1\..*Nothing was sent/,
    );
    assert.match(all(describeReached(context("stop"), "Completed")), /not running: cd-1\..*"Completed"/);
    const whys: readonly Refusal[] = [
      "preparing",
      "scheduled",
      "paused",
      "ran-before",
      "changed",
      "starting",
    ];
    for (const why of whys)
      assert.match(
        all(describeRefusal(why, "Some State", context("start"))),
        /^Not sent: the campaign was not started\. Its state is "Some State"\. /,
      );
  });

  it("makes control characters visible in what comes from outside", () => {
    const text = all(describeRefusal("changed", "A\u202eB\n", context("stop")));
    assert.ok(!text.includes("\u202e") && !text.includes("\n"), text);
  });
});

describe("What blocks a start, in words,", () => {
  const entry: LedgerEntry = finished(
    {
      ...attempt({ change: { action: "start", campaignId: "cd-1" } }),
      ...{ id: "one", at: START, state: "pending", owner: "w", leaseUntil: START + 1 },
    },
    unknown,
    START + 1,
  );
  const pending = { ...attempt(), id: "1", at: START, state: "pending", owner: "w", leaseUntil: 1 } as const;
  const cases: readonly (readonly [TriggerBlocked, RegExp])[] = [
    [{ kind: "under-way", entry: pending }, /^Not sent: .* since /],
    [{ kind: "unresolved", entry, state: "Ready" }, /^Unknown: nothing was sent now, .* --looked-up\.$/],
    [{ kind: "damaged", damage: { unreadable: 1, readable: 2 } }, /damaged: 1 line .* is in KEPT\./],
    [{ kind: "full" }, /full of unresolved entries/],
    [
      { kind: "not-noted", detail: "disk full" },
      /could not be recorded, .* disk full .*CAMPAIGN_JSON_LEDGER/,
    ],
    [{ kind: "unreadable", detail: "disk gone" }, /could not be read, .* disk gone/],
  ];
  for (const [by, words] of cases)
    it(`names the reason: ${by.kind}`, () => {
      const text = all(describeTriggerBlocked(by, context("start"), "KEPT"));
      assert.match(text, words);
      assert.doesNotMatch(text, /creat|duplicate/);
    });

  it("names the time of the earlier start", () => {
    const text = describeTriggerBlocked({ kind: "unresolved", entry, state: "Ready" }, context("start"));
    assert.ok(text.explanation.includes(minuteOf(START)));
  });
});

describe("The question before a start or a stop", () => {
  const connection = { ...connectionTo("https://platform.kore.ai"), name: "Acme" };
  const target = { id: "cd-1", name: "Spring", contactLists: ["A", "B"], queue: "Q", mode: "Preview" };
  const question = { kind: "confirm", state: "Ready", again: false, isUnknownState: false } as const;
  const ask = (trigger: Trigger, changes: object = {}, production = true) =>
    triggerConfirmation({
      ...{ trigger, target, now: START, connection: { ...connection, production } },
      ...{ question: { ...question, ...changes } },
    });

  it("asks for the name where real people are called, and nowhere else", () => {
    for (const trigger of ["start", "stop"] as const) {
      assert.equal(ask(trigger).nameToType, "Spring");
      assert.equal(ask(trigger, {}, false).nameToType, undefined);
    }
    assert.equal(ask("start").question, "Real people will be called. Start “Spring” in Acme?");
    assert.equal(ask("stop").question, "Stop “Spring” in Acme?");
  });

  it("shows who is called and where, never the credential", () => {
    const { detail } = ask("start");
    for (const line of [
      "Contact lists: A, B",
      "Queue: Q",
      "Dialing mode: Preview",
      "ID: cd-1",
      "State: Ready",
    ])
      assert.ok(detail.split("\n").includes(line), detail);
    const { credential } = connection;
    assert.ok(credential.kind === "token" && !detail.includes(credential.token));
  });

  it("warns first, and only of what applies", () => {
    assert.ok(!ask("start").detail.includes("⚠"));
    assert.match(ask("start", { again: true }).detail, /^⚠ It ran before\./);
    assert.match(
      ask("start", { isUnknownState: true }).detail,
      /^⚠ The documentation does not have this state\./,
    );
    const unresolved = { ...attempt(), id: "1", at: START };
    assert.match(ask("start", { unresolved }).detail, /^⚠ It was started on .* without a response\./);
    assert.match(ask("stop").detail, /^⚠ Stopping is not pausing/);
    for (const trigger of ["start", "stop"] as const)
      for (const changes of [{}, { again: true }, { isUnknownState: true }, { unresolved }]) {
        const { detail, hasWarnings } = ask(trigger, changes);
        assert.equal(hasWarnings, detail.includes("⚠"));
      }
  });

  const values = sample as unknown as AccountValues;
  const file = {
    ...(sample as unknown as Campaign),
    dialingStrategy: { ...(sample as unknown as Campaign).dialingStrategy, maxAttemptsPerRecord: 1 },
  };
  const startOf = (changes: object, campaign?: Campaign) =>
    triggerConfirmation({
      ...{ trigger: "start", target, question: { ...question, ...changes }, connection, now: START },
      ...(campaign === undefined ? {} : { campaign }),
    }).detail;

  it("shows before a start what the account has, not the file", () => {
    for (const detail of [startOf({ values }), startOf({ values }, file)]) {
      assert.match(detail, /^Contact lists: CL Only 2020 Dec 4$/m);
      assert.match(detail, /^Calling hours: Mon–Fri/m);
      assert.match(detail, /^Opening: /m);
      assert.match(detail, /^Attempts: each contact up to 3 times/m);
      assert.doesNotMatch(detail, /in the file/);
    }
  });

  it("has the name, the mode and the lists of now, not of an old row", () => {
    const now = { ...values, name: "New", dialingMode: "Agentless", contactLists: [] };
    const shown = triggerConfirmation({
      ...{ trigger: "start", target, connection: { ...connection, production: true }, now: START },
      question: { ...question, values: now },
    });
    assert.match(shown.question, /Start “New” in Acme/);
    assert.equal(shown.nameToType, "New");
    for (const line of ["Contact lists: none", "Dialing mode: Agentless", "Campaign: New"])
      assert.ok(shown.detail.split("\n").includes(line), shown.detail);
  });

  it("says why the campaign could not be read, and since when its lists are known", () => {
    const detail = startOf({ unread: { kind: "rate-limited", httpStatus: 429, messages: [] } });
    assert.match(detail, /^Contact lists: A, B \(when the campaign was found\)$/m);
    assert.match(
      detail,
      /^Calling hours: unknown, because the campaign could not be read \(the account reached its limit/m,
    );
  });

  it("shows the hours of the file when the account returns none, and says so", () => {
    for (const changes of [{}, { values: {} }, { values: { dialingStrategy: { callingHours: "always" } } }]) {
      const detail = startOf(changes, file);
      assert.match(detail, /^Calling hours: unknown, because the account did not return valid ones$/m);
      assert.match(detail, /^Calling hours in the file: Mon–Fri/m);
      assert.match(detail, /^Opening in the file: /m);
      assert.match(detail, /^Attempts in the file: each contact once$/m);
      assert.match(startOf(changes), /^Calling hours: unknown, because/m);
    }
    assert.doesNotMatch(ask("stop", { values }).detail, /hours/i);
  });
});
