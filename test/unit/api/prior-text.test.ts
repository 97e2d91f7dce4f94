import assert from "node:assert/strict";
import { priorInWords } from "../../../src/core/api/prior-text";
import type { Prior } from "../../../src/core/ledger/prior";

const at = Date.UTC(2026, 10, 23, 14, 5, 59);
const MINUTE = 60_000;

const prior = (changes: Partial<Prior> = {}): Prior => ({
  entryId: "1",
  at,
  same: "body",
  created: "yes",
  campaign: "Billing",
  campaignId: "cd-123",
  file: "billing.campaign.json",
  ...changes,
});

describe("an earlier submission, in words,", () => {
  it("says when, from which file, as which campaign, and what submitting would do", () => {
    assert.equal(
      priorInWords(prior(), at + 12 * MINUTE),
      "Exactly this campaign was created here on 2026-11-23 14:05 UTC, 12 minutes ago, from billing.campaign.json (cd-123): " +
        "submitting creates it a second time, and the same people are called twice.",
    );
  });

  it("tells the same campaign from one of the same name, and certainty from doubt", () => {
    const unnamed: Prior = {
      entryId: "1",
      at,
      same: "body",
      created: "yes",
      campaign: "Billing",
      file: "b.json",
    };
    const sentences = [
      priorInWords({ ...unnamed, created: "perhaps" }, at),
      priorInWords(prior({ same: "name" }), at),
      priorInWords({ ...unnamed, same: "name", created: "perhaps" }, at),
    ];
    assert.match(sentences[0]!, /^Exactly this .* was sent .*nobody knows.*may create it a second time/);
    assert.match(
      sentences[1]!,
      /^Another campaign named “Billing” was created .*\(cd-123\).*two of that name/,
    );
    assert.match(sentences[2]!, /^Another campaign .* was sent .*nobody knows.*may be two of that name/);
  });

  for (const [ms, words] of [
    [-MINUTE, "by a clock that was ahead of this one"],
    [0, "less than a minute ago"],
    [MINUTE, "1 minute ago"],
    [119 * MINUTE, "1 hour ago"],
    [49 * 60 * MINUTE, "2 days ago"],
  ] as const)
    it(`counts ${ms} ms as ${words}`, () => {
      assert.ok(priorInWords(prior(), at + ms).includes(`UTC, ${words}, from`));
    });

  it("shows what a stranger's words hide, on one line", () => {
    const words = priorInWords(prior({ file: "a\u202Eb\n.json", campaign: "x\u001B[2J", same: "name" }), at);
    assert.doesNotMatch(words, /[\n\u001B\u202E]/);
  });
});
