import assert from "node:assert/strict";
import { toWeek } from "../../../src/core/hours/week";
import type { CheckOptions } from "../../../src/core/lint/check-options";
import type { IndexedCampaign } from "../../../src/core/lint/campaign-index";
import { different, fixedValue, messagesOf, says, silent, ruleProblems } from "./rule-problems";

describe("contact lists", () => {
  it("are duplicates if the same name appears again, and each is compared with the first", () => {
    const text = different({ top: { contactLists: ["A", "B", " A", "A "] } });
    const problems = ruleProblems("contact-list-repeated", text);
    assert.deepEqual(
      problems.map(({ pointer }) => pointer),
      ["/contactLists/2", "/contactLists/3"],
    );
    for (const { related } of problems) assert.equal(related?.[0]?.offset, text.indexOf('"A"'));
    assert.deepEqual((fixedValue(text, problems[0]) as { contactLists: unknown }).contactLists, [
      "A",
      "B",
      "A ",
    ]);
  });

  it("are measured in visible characters", () => {
    const list = (name: string) => ({ top: { contactLists: [name] } });
    silent("list-name-too-long", list("😀".repeat(48)));
    silent("list-name-too-long", list(` ${"a".repeat(48)} `));
    says(
      "list-name-too-long",
      list("😀".repeat(49)),
      "This list name is 49 characters long; the maximum is 48",
    );
    says("list-name-too-long", list(` ${"a".repeat(50)} `), "This list name is 50 characters long;");
    says("list-name-too-long", { top: { dncLists: { name: "a".repeat(49) } } }, "This list name is 49");
  });

  it("match the do-not-call list in another case, and each match is reported", () => {
    const text = different({
      top: { contactLists: ["never", "A", " NEVER"], dncLists: { name: " Never " } },
    });
    assert.deepEqual(
      ruleProblems("contact-list-is-dnc", text).map(({ pointer, message }) => [
        pointer,
        message.slice(0, 28),
      ]),
      [
        ["/contactLists/0", '"Never" is both a contact li'],
        ["/contactLists/2", '"Never" is both a contact li'],
      ],
    );
  });
});

describe("other campaigns", () => {
  const monday = toWeek([{ day: "MO", start: "9:00 AM", end: "6:00 PM" }]);
  const other = (file: string, differences: Partial<IndexedCampaign> = {}): IndexedCampaign => ({
    ...{ file, name: file, contactLists: [" Spring contacts "], week: monday, timezone: "Asia/Kolkata" },
    ...differences,
  });
  const beside = (...others: readonly IndexedCampaign[]): CheckOptions => ({ others });

  it("share a list if they dial it in the same time zone at the same hours; the first one is named", () => {
    const said = messagesOf("contact-list-shared", {}, beside(other("one.json"), other("two.json")));
    assert.equal(said.length, 1);
    assert.ok(said[0]?.startsWith('one.json also dials "Spring contacts" (Mon 10:00 AM–1:00 PM).'), said[0]);
  });

  it("do not share a list with other hours, another time zone, another name or unknown hours", () => {
    for (const differences of [
      { week: toWeek([{ day: "SU", start: "9:00 AM", end: "6:00 PM" }]) },
      { timezone: "Asia/Colombo" },
      { contactLists: ["Spring  contacts"] },
      { week: undefined },
    ])
      silent("contact-list-shared", {}, beside(other("one.json", differences)));
    silent(
      "contact-list-shared",
      { top: { contactLists: [" "] } },
      beside(other("a", { contactLists: [""] })),
    );
  });

  it("are searched until one shares the list, for each list", () => {
    const others = beside(other("one.json", { timezone: "UTC" }), other("two.json"), other("three.json"));
    const lists = { top: { contactLists: ["A", "Spring contacts ", "Spring contacts"] } };
    assert.deepEqual(
      messagesOf("contact-list-shared", lists, others).map((message) => message.split(" ")[0]),
      ["two.json", "two.json"],
    );
  });

  it("have the same name regardless of case and spaces; one file is named, more are counted", () => {
    const named = (name: string | undefined, file = "a.json") => other(file, { name });
    const own = { top: { name: " Spring" } };
    says("name-shared", own, "a.json has a campaign with the same name.", beside(named("SPRING ")));
    says(
      "name-shared",
      own,
      "a.json and 1 more file have a campaign",
      beside(named("spring"), named("spring", "b.json")),
    );
    says(
      "name-shared",
      own,
      "b.json has",
      beside(named(undefined), named("Summer"), named("Spring", "b.json")),
    );
    silent("name-shared", { top: { name: " " } }, beside(named(" ")));
  });
});

describe("the description", () => {
  it("mentions a mode by its name before dialing, mode, campaign or call", () => {
    for (const [mode, words] of [
      ["Preview", "progressive dialling"],
      ["Preview", "A PROGRESSIVE-voice campaign"],
      ["Preview", "agentless  calls"],
      ["Progressive", "preview mode"],
      ["Progressive", "Preview-voice-call"],
      ["Agentless", "progressive voice mode"],
      ["Progressive", "agentless voice   dialer"],
    ] as const)
      says(
        "description-names-other-mode",
        { mode, top: { description: words } },
        "The description mentions ",
      );
  });

  it("may use the word for something else, or also mention its own mode", () => {
    for (const description of [
      "progressive tax",
      "nonprogressive dialling",
      "agentlessvoice campaign",
      "progressivedialling",
      "progressive voicedialling",
      "Preview mode, after Progressive mode",
    ])
      silent("description-names-other-mode", { top: { description } });
  });
});
