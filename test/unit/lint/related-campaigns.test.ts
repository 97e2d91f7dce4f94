import assert from "node:assert/strict";
import fc from "fast-check";
import { parseDocument } from "../../../src/core/campaign/document";
import { checkCampaign } from "../../../src/core/lint/check";
import { toIndexedCampaign } from "../../../src/core/lint/campaign-index";
import { affectedBy, relatedCampaigns } from "../../../src/core/lint/related-campaigns";
import { rules } from "../../../src/core/lint/rules";
import { faultless } from "./placed";

const beside = rules.filter(({ needs }) => needs === "others");

function campaign(name: string, lists: readonly string[], day: string, timezone: string): string {
  const base = faultless() as { dialingStrategy: { callingHours: object } };
  const days = [{ day, start: "10:00 AM", end: "1:00 PM" }];
  const callingHours = { ...base.dialingStrategy.callingHours, days, timezone };
  return JSON.stringify({
    ...{ ...base, name, contactLists: lists },
    dialingStrategy: { ...base.dialingStrategy, callingHours },
  });
}

function factsOfAll(texts: readonly string[]) {
  return texts.map((text, index) => toIndexedCampaign(`${index}.campaign.json`, parseDocument(text).value));
}

describe("the related campaigns of a run", () => {
  const lists = fc.array(fc.constantFrom("One", "One ", "Two", " ", "three"), { minLength: 1, maxLength: 3 });
  const texts = fc
    .tuple(
      fc.constantFrom("Spring", "spring ", "Summer", "Autumn"),
      lists,
      fc.constantFrom("MO", "TU", "WE"),
      fc.constantFrom("Asia/Kolkata", "Europe/Paris"),
    )
    .map((parts) => campaign(...parts));
  const problemsOf = (text: string, others: ReturnType<typeof factsOfAll>) =>
    checkCampaign(text, { rules: beside, others }).problems;

  it("lead to the same problems as all campaigns of the run", () => {
    assert.equal(beside.length, 2);
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 14 }), (all) => {
        const facts = factsOfAll(all);
        const othersOf = relatedCampaigns(facts);
        const byFile = [...facts].sort((a, b) => (a.file < b.file ? -1 : 1));
        all.forEach((text, index) => {
          const own = facts[index]!;
          assert.deepEqual(
            problemsOf(text, [...othersOf(own)]),
            problemsOf(
              text,
              byFile.filter(({ file }) => file !== own.file),
            ),
          );
        });
      }),
    );
  });

  it("lead to other problems only in a campaign that a change affects", () => {
    fc.assert(
      fc.property(fc.array(texts, { minLength: 2, maxLength: 8 }), texts, (all, changed) => {
        const [before, after] = [factsOfAll(all), factsOfAll([changed, ...all.slice(1)])];
        const isAffected = affectedBy([before[0]!, after[0]!]);
        const [othersBefore, othersAfter] = [relatedCampaigns(before), relatedCampaigns(after)];
        for (let index = 1; index < all.length; index++) {
          const [text, own] = [all[index]!, after[index]!];
          if (isAffected(own)) continue;
          assert.deepEqual(problemsOf(text, [...othersAfter(own)]), problemsOf(text, [...othersBefore(own)]));
        }
      }),
    );
  });

  it("affect no campaign with another name and other lists", () => {
    const [own, same, other] = factsOfAll([
      campaign("Spring", ["One"], "MO", "Asia/Kolkata"),
      campaign("spring ", ["Two"], "TU", "Asia/Kolkata"),
      campaign("Summer", ["Three", "one"], "MO", "Asia/Kolkata"),
    ]);
    const apart = factsOfAll([campaign("Autumn", ["Four"], "MO", "Asia/Kolkata")]);
    assert.equal(affectedBy([same!])(own!), true);
    assert.equal(affectedBy([other!])(own!), true);
    assert.equal(affectedBy(apart)(own!), false);
    assert.equal(affectedBy([{ ...apart[0]!, name: " " }])({ ...own!, name: " " }), false);
  });

  it("are few, regardless of how many campaigns dial the same list or have the same name", () => {
    const facts = factsOfAll(
      Array.from({ length: 3000 }, (_, index) => campaign(`Spring ${index}`, ["One"], "MO", "Asia/Kolkata")),
    );
    const othersOf = relatedCampaigns(facts);
    for (const own of facts) assert.ok(othersOf(own).length <= 2);
    const copies = factsOfAll(
      Array.from({ length: 3000 }, () => campaign("Spring", ["One"], "MO", "Asia/Kolkata")),
    );
    assert.ok(relatedCampaigns(copies)(copies[5]!).length <= 102);
  });

  it("are an empty list if nothing is shared", () => {
    const [first, second] = factsOfAll([
      campaign("Spring", ["One"], "MO", "Asia/Kolkata"),
      campaign("Summer", ["Two"], "MO", "Asia/Kolkata"),
    ]);
    assert.deepEqual(relatedCampaigns([first!, second!])(first!), []);
    assert.deepEqual(relatedCampaigns([])(first!), []);
  });
});
