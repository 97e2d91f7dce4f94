import assert from "node:assert/strict";
import { finished } from "../../../src/core/ledger/entry";
import type { EarlierSubmission } from "../../../src/core/ledger/ledger";
import type { CannotTell } from "../../../src/core/platform/find-campaign";
import type { Blocked } from "../../../src/core/submission/run";
import { minuteOf, secondOf } from "../../../src/core/text/local-time";
import { blockedInShort, describeBlocked } from "../../../src/core/wording/blocked";
import {
  describeDoubt,
  doubtInShort,
  notSavedText,
  settledText,
} from "../../../src/core/wording/look-up-text";
import { attempt, START, unknown } from "../submission/attempts";

const pending = {
  ...attempt({ file: "spring\u202E.campaign.json" }),
  ...{ id: "1", at: START, state: "pending" as const, owner: "gone", leaseUntil: START },
};
const entry = finished(pending, unknown, START);
const prior: EarlierSubmission = {
  ...{ entryId: "1", at: START, knownSince: START, same: "name", created: "yes", campaign: "Spring" },
  ...{ campaignId: "cd-1", file: "spring.campaign.json" },
};
const listed = (id: string, createdAt?: number) => ({
  ...{ id, name: "Spring", contactLists: [] },
  ...(createdAt === undefined ? {} : { createdAt }),
});
const otherTime = (
  ...campaigns: [ReturnType<typeof listed>, ...ReturnType<typeof listed>[]]
): CannotTell => ({
  ...{ kind: "cannot-tell", why: "other-time", campaigns },
});
const doubts: readonly (readonly [doubt: CannotTell, reason: string | RegExp, nextStep: RegExp])[] = [
  [
    {
      ...{ kind: "cannot-tell", why: "unavailable" },
      outcome: { kind: "not-sent", reason: "dns", detail: "" },
    },
    "the server could not be reached",
    /^Fix that and run the same command again\. Or: Look in the account .*“Spring”.*--looked-up\.$/,
  ],
  [
    { kind: "cannot-tell", why: "incomplete" },
    "the account has more campaigns than could be read",
    /^Look in the account .*“Spring”.*--looked-up\.$/,
  ],
  [
    otherTime(listed("cd-1", START)),
    `the account has a campaign of that name, created on ${minuteOf(START)} (cd-1)`,
    /--looked-up\.$/,
  ],
  [
    otherTime(listed("cd-1")),
    "the account has a campaign of that name, created at an unknown time (cd-1)",
    /--looked-up\.$/,
  ],
  [
    otherTime(listed("cd-1", START), listed("cd-2", START)),
    "the account has campaigns of that name, created at other times (cd-1, cd-2)",
    /--looked-up\.$/,
  ],
  [
    { kind: "cannot-tell", why: "too-soon", lookAgainAt: START },
    "it is not in the account, but the platform may still be creating it",
    new RegExp(`^Run the same command again after ${secondOf(START)}\\.$`),
  ],
];
const all: readonly Blocked[] = [
  { kind: "under-way", entry },
  { kind: "unresolved", entry },
  ...doubts.map(([doubt]) => ({ kind: "unresolved" as const, entry, doubt })),
  { kind: "damaged", damage: { unreadable: 2, readable: 1 } },
  { kind: "full" },
  { kind: "meanwhile", prior },
  { kind: "not-noted", detail: "No space." },
  { kind: "unreadable", detail: "No access." },
];

describe("the reason why nothing was sent", () => {
  for (const by of all) {
    const what = "doubt" in by ? `${by.kind}, ${by.doubt.why}` : by.kind;

    it(`is explained with the next step, in the terms of the editor or the terminal (${what})`, () => {
      const terminal = describeBlocked(by, { place: "terminal", now: START });
      const editor = describeBlocked(by, { place: "editor", now: START });
      const parts = [terminal, editor].flatMap((words) => [
        words.headline,
        words.explanation,
        words.nextStep,
      ]);
      for (const part of parts) {
        assert.match(part, /^[A-Z].*\.$/);
        assert.ok(!part.includes("\u202E"), part);
      }
      assert.equal(editor.headline, "Not sent.");
      assert.doesNotMatch(editor.nextStep, /command|CAMPAIGN_JSON|--/);
      assert.equal(blockedInShort(by, START), `${editor.headline} ${editor.explanation} ${editor.nextStep}`);
    });
  }

  it("states that nothing was created only if nothing may have been", () => {
    for (const by of all) {
      const { headline } = describeBlocked(by, { place: "terminal", now: START });
      if (by.kind === "unresolved") assert.match(headline, /may have been created before/);
      else assert.equal(headline, "Not sent: nothing was created.");
    }
  });

  it("names the blocking submission, the damage and the file error", () => {
    const explanation = (by: Blocked, keptIn?: string): string =>
      describeBlocked(by, { place: "terminal", now: START, keptIn }).explanation;
    for (const kind of ["under-way", "unresolved"] as const)
      assert.ok(explanation({ kind, entry }).includes(minuteOf(START)));
    const damaged: Blocked = { kind: "damaged", damage: { unreadable: 1, readable: 2 } };
    assert.match(explanation(damaged), /: 1 line could not be read.* 2 entries were kept\.$/);
    assert.match(explanation(damaged, "/kept"), /A copy of the damaged log is in \/kept\.$/);
    assert.match(explanation({ kind: "not-noted", detail: "No space." }), /No space\.$/);
    assert.match(explanation({ kind: "unreadable", detail: "No access." }), /No access\.$/);
  });
});

describe("an inconclusive look-up", () => {
  for (const [doubt, reason, nextStep] of doubts)
    it(`is explained: ${reason}`, () => {
      const words = describeDoubt(doubt, entry, "terminal");
      assert.equal(words.reason, reason);
      assert.match(words.nextStep, nextStep);
      assert.equal(
        doubtInShort(entry, doubt),
        `Couldn't determine whether “Spring” was created: ${reason}. Don't send it again until you have looked in the account.`,
      );
    });
});

describe("the result of a look-up", () => {
  const found = { kind: "found", campaigns: [{ ...listed("cd-1"), state: "Ready" }] } as const;
  const twice = { kind: "found", campaigns: [listed("cd-1"), listed("cd-2")] } as const;

  for (const [finding, editor, terminal] of [
    [found, "“Spring” was created: cd-1, Ready. Don't send it again.", "A look-up found it in the account."],
    [
      twice,
      "“Spring” was created: cd-1, unknown state. Don't send it again. The account has 2 campaigns of that name from these minutes. Check whether it was created twice.",
      "A look-up found it in the account.",
    ],
    [
      { kind: "not-found" },
      "“Spring” is not in the account, so it was not created. It can be sent again.",
      "A look-up did not find it in the account.",
    ],
    [{ kind: "person", created: true }, "“Spring” is marked as created.", "It was marked as created."],
    [
      { kind: "person", created: false },
      "“Spring” is marked as not created.",
      "It was marked as not created.",
    ],
  ] as const)
    it(`is shown in the terms of the editor or the terminal: ${terminal}`, () => {
      assert.equal(settledText(entry, finding, "editor"), editor);
      const sent = `This campaign was sent to this account on ${minuteOf(START)} from `;
      const shown = settledText(entry, finding, "terminal");
      assert.ok(shown.startsWith(sent) && shown.endsWith(` and got no response. ${terminal}`), shown);
    });

  it("is shown if it could not be saved", () => {
    for (const [finding, words] of [
      [found, "is in the account"],
      [{ kind: "not-found" }, "is not in the account"],
      [{ kind: "person", created: true }, "was not marked"],
    ] as const)
      assert.equal(
        notSavedText(entry, finding, "No space."),
        `“Spring” ${words}. This couldn't be saved, so you'll be asked again. No space.`,
      );
  });
});
