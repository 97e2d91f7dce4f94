import assert from "node:assert/strict";
import { finished, type LedgerEntry } from "../../../src/core/ledger/entry";
import type { Assessment, EarlierSubmission } from "../../../src/core/ledger/ledger";
import { nextStep, type Consent } from "../../../src/core/submission/next-step";
import { attempt, START, unknown } from "./attempts";

const pending = {
  ...attempt(),
  ...{ id: "open", at: START, state: "pending" as const, owner: "gone", leaseUntil: START },
};
const entry: LedgerEntry = finished(pending, unknown, START);

const prior = (changes: Partial<EarlierSubmission> = {}): EarlierSubmission => ({
  entryId: "1",
  at: START,
  knownSince: START,
  same: "body",
  created: "yes",
  campaign: "Spring",
  campaignId: "cd-1",
  file: "spring.campaign.json",
  ...changes,
});

const ask: Consent = { kind: "ask" };
const yes = (changes: Partial<Extract<Consent, { kind: "in-advance" }>> = {}): Consent => ({
  kind: "in-advance",
  since: START + 1,
  again: false,
  ...changes,
});
const again = yes({ again: true });
const none: ReadonlySet<string> = new Set();

const duplicate = prior();
const found = prior({ entryId: "2", campaignId: "cd-2", knownSince: START + 500 });
const namesake = prior({ entryId: "3", same: "name" });
const lateNamesake = { ...namesake, knownSince: START + 1 };
const denied = prior({ created: "denied" });
const lateDenied = { ...denied, knownSince: START + 500 };

describe("the next step of a submission", () => {
  for (const [what, consent] of [
    ["a person who is asked", ask],
    ["--yes", yes()],
    ["--again", again],
  ] as const) {
    it(`is to look up a submission without a response, for ${what}`, () => {
      const assessment: Assessment = { obstacle: { kind: "unresolved", entry }, prior: [duplicate] };
      assert.deepEqual(nextStep(assessment, consent, none), { kind: "look-up", entry });
    });

    for (const by of [
      { kind: "under-way", entry },
      { kind: "damaged", damage: { unreadable: 1, readable: 0 } },
      { kind: "full" },
    ] as const)
      it(`is to block while the ledger is ${by.kind}, for ${what}`, () => {
        assert.deepEqual(nextStep({ obstacle: by, prior: [] }, consent, none), { kind: "blocked", by });
      });
  }

  for (const [what, known, consent, expected] of [
    ["asks", [], ask, { kind: "confirm", prior: [] }],
    ["asks about a namesake", [namesake], ask, { kind: "confirm", prior: [namesake] }],
    [
      "asks about a duplicate as such",
      [duplicate, namesake],
      ask,
      { kind: "confirm", prior: [duplicate, namesake], duplicate },
    ],
    ["asks about what a person denied", [denied], ask, { kind: "confirm", prior: [denied] }],
    ["sends what is new, with --yes", [], yes(), { kind: "send", prior: [] }],
    ["sends beside a namesake, with --yes", [namesake], yes(), { kind: "send", prior: [namesake] }],
    [
      "holds a namesake that was recorded after the run started",
      [lateNamesake],
      yes(),
      { kind: "meanwhile", prior: lateNamesake },
    ],
    [
      "holds such a namesake with --again too",
      [duplicate, lateNamesake],
      again,
      { kind: "meanwhile", prior: lateNamesake },
    ],
    ["does not send a duplicate, with --yes", [duplicate], yes(), { kind: "exists", duplicate }],
    ["sends a duplicate, with --again", [duplicate], again, { kind: "send", prior: [duplicate] }],
    [
      "does not send a duplicate that became known after the run started, with --again",
      [found],
      again,
      { kind: "exists", duplicate: found },
    ],
    [
      "does not send beside an older duplicate that became known after the run started",
      [duplicate, found],
      again,
      { kind: "exists", duplicate: found },
    ],
    ["sends what a person denied before, with --yes", [denied], yes(), { kind: "send", prior: [denied] }],
    [
      "holds what a person denied elsewhere after the run started",
      [lateDenied],
      again,
      { kind: "meanwhile", prior: lateDenied },
    ],
  ] as const)
    it(what, () => assert.deepEqual(nextStep({ prior: known }, consent, none), expected));

  it("is to send a campaign whose earlier submission this run resolved itself", () => {
    const known = { prior: [lateDenied] };
    assert.equal(nextStep(known, yes(), new Set(["another"])).kind, "meanwhile");
    assert.deepEqual(nextStep(known, yes(), new Set([lateDenied.entryId])), {
      ...{ kind: "send", prior: [lateDenied] },
    });
  });
});
