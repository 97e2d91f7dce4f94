import assert from "node:assert/strict";
import { toWeek } from "../../../src/core/hours/week";
import type { IndexedCampaign } from "../../../src/core/lint/campaign-index";
import { relatedCampaigns } from "../../../src/core/lint/related-campaigns";

const monday = toWeek([{ day: "MO", start: "9:00 AM", end: "6:00 PM" }]);
const sunday = toWeek([{ day: "SU", start: "9:00 AM", end: "6:00 PM" }]);

function facts(file: string, differences: Partial<IndexedCampaign> = {}): IndexedCampaign {
  return { file, name: file, contactLists: [], week: monday, timezone: "Asia/Kolkata", ...differences };
}

/** The related files of each campaign of a run. */
function chosen(...all: readonly IndexedCampaign[]): string[] {
  const othersOf = relatedCampaigns(all);
  return all.map((own) =>
    othersOf(own)
      .map(({ file }) => file)
      .join(" "),
  );
}

describe("the campaigns of a run that a campaign is compared with", () => {
  it("have its name, regardless of case and spaces, in the order of their files", () => {
    const named = (file: string, name: string | undefined) => facts(file, { name });
    assert.deepEqual(
      chosen(named("c", "Spring"), named("a", "SPRING "), named("b", " spring"), named("d", "Summer")),
      [...["a b", "b c", "a c", ""]],
    );
    assert.deepEqual(chosen(named("a", " "), named("b", ""), named("c", undefined), named("d", undefined)), [
      ...["", "", "", ""],
    ]);
  });

  it("contain only their name, unless they also share a list", () => {
    const [a, b, c] = [
      facts("a", { name: "A", contactLists: ["One"] }),
      facts("b", { name: "A", contactLists: ["Two"] }),
      facts("c", { name: "C", contactLists: ["One"] }),
    ];
    const othersOf = relatedCampaigns([a, b, c]);
    assert.deepEqual(othersOf(a), [{ ...b, contactLists: [], week: undefined }, c]);
    assert.deepEqual(othersOf(b), [{ ...a, contactLists: [], week: undefined }]);
    assert.deepEqual(othersOf(c), [a]);
    const twin = { ...a, file: "d" };
    assert.deepEqual(relatedCampaigns([a, twin])(a), [twin]);
  });

  it("are the first two that dial a list at the same hours in the same time zone", () => {
    const dials = (file: string, differences: Partial<IndexedCampaign> = {}) =>
      facts(file, { contactLists: [" One", "Two "], ...differences });
    assert.deepEqual(chosen(dials("a"), dials("b"), dials("c"), dials("d")), ["b", "a", "a b", "a b"]);
    assert.deepEqual(
      chosen(
        dials("a"),
        dials("b", { week: sunday }),
        dials("c", { timezone: "UTC" }),
        dials("d", { timezone: undefined }),
        dials("e", { week: undefined }),
      ),
      ["b c d", "a c d", "a b d", "a b c", "a b c d"],
    );
    assert.deepEqual(
      chosen(dials("a", { contactLists: [" ", ""] }), dials("b", { contactLists: [" ", ""] })),
      ["", ""],
    );
    assert.deepEqual(chosen(dials("a", { contactLists: ["one"] }), dials("b", { contactLists: ["One"] })), [
      "b",
      "a",
    ]);
  });

  it("are at most a hundred of the same name and one more", () => {
    const file = (index: number) => String(index).padStart(3, "0");
    const copies = Array.from({ length: 150 }, (_, index) => facts(file(index), { name: "Spring" }));
    const othersOf = relatedCampaigns([...copies].reverse());
    assert.deepEqual(
      [copies[0]!, copies[100]!, copies[101]!, copies[149]!].map((own) => othersOf(own).length),
      [100, 100, 101, 101],
    );
    assert.equal(othersOf(copies[149]!).at(-1)?.file, "100");
  });

  it("never include the campaign itself, even if it is requested again", () => {
    const all = [facts("a", { name: "A" }), facts("b", { name: "A" })];
    const changed = facts("a", { name: "a" });
    assert.deepEqual(
      relatedCampaigns(all)(changed).map(({ file }) => file),
      ["b"],
    );
  });
});
