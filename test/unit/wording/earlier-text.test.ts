import assert from "node:assert/strict";
import { describeEarlier } from "../../../src/core/wording/earlier-text";
import type { EarlierSubmission } from "../../../src/core/ledger/earlier";

const at = new Date(2026, 10, 23, 14, 5, 59).getTime();
const MINUTE = 60_000;

const prior = (changes: Partial<EarlierSubmission> = {}): EarlierSubmission => ({
  entryId: "1",
  at,
  knownSince: at,
  same: "body",
  created: "yes",
  campaign: "Billing",
  campaignId: "cd-123",
  file: "billing.campaign.json",
  ...changes,
});

describe("the description of an earlier submission", () => {
  it("states the time, the file, the campaign, and the effect of submitting", () => {
    assert.equal(
      describeEarlier(prior(), at + 12 * MINUTE, "production"),
      "Exactly this campaign was already created in this account on 2026-11-23 14:05, 12 minutes ago, from billing.campaign.json (cd-123): " +
        "submitting it creates a duplicate, which calls the same people twice.",
    );
  });

  for (const reach of ["practice", "test"] as const)
    for (const created of ["yes", "perhaps", "denied"] as const)
      it(`does not claim that people are called by a ${reach} connection (created: ${created})`, () => {
        const words = describeEarlier(prior({ created }), at, reach);
        assert.match(words, /duplicate/);
        assert.doesNotMatch(words, /call|people/);
      });

  it("distinguishes the same campaign from one of the same name, and certain from uncertain", () => {
    const unnamed: EarlierSubmission = {
      entryId: "1",
      at,
      knownSince: at,
      same: "body",
      created: "yes",
      campaign: "Billing",
      file: "b.json",
    };
    const sentences = [
      describeEarlier({ ...unnamed, created: "perhaps" }, at, "test"),
      describeEarlier(prior({ same: "name" }), at, "test"),
      describeEarlier({ ...unnamed, same: "name", created: "perhaps" }, at, "test"),
    ];
    assert.match(sentences[0]!, /^Exactly this .* was sent .*got no response.*may create a duplicate/);
    assert.match(
      sentences[1]!,
      /^Another campaign named “Billing” was already created .*\(cd-123\).*two will have this name/,
    );
    assert.match(sentences[2]!, /^Another campaign .* was sent .*got no response.*two may have this name/);
  });

  for (const [ms, words] of [
    [-MINUTE, "by a clock that was ahead of this one"],
    [0, "less than a minute ago"],
    [MINUTE, "1 minute ago"],
    [119 * MINUTE, "1 hour ago"],
    [49 * 60 * MINUTE, "2 days ago"],
  ] as const)
    it(`shows ${ms} ms as ${words}`, () => {
      assert.ok(describeEarlier(prior(), at + ms, "test").includes(`14:05, ${words}, from`));
    });

  it("shows the invisible characters of untrusted text, on one line", () => {
    const words = describeEarlier(
      prior({ file: "a\u202Eb\n.json", campaign: "x\u001B[2J", same: "name" }),
      at,
      "test",
    );
    assert.doesNotMatch(words, /[\n\u001B\u202E]/);
  });
});
