import assert from "node:assert/strict";
import { contactListFindings, nameFindings } from "../../../src/core/account/findings";
import type { ListedCampaign } from "../../../src/core/platform/list-campaigns";
import type { ContactList } from "../../../src/core/platform/list-contact-lists";
import type { Campaign } from "../../../src/core/campaign/generated/campaign";
import { sampleText } from "../node/practice-call";

const sample = JSON.parse(sampleText("preview")) as Campaign;

/** The fields of lists and campaigns that are read. */
function stepsFor(size: number, name: (index: number) => string, dialed: readonly string[]): number {
  let steps = 0;
  const counting = <T extends object>(value: T): T =>
    new Proxy(value, {
      get: (target, key): unknown => {
        steps++;
        return Reflect.get(target, key);
      },
    });
  const indexes = Array.from({ length: size }, (_, index) => index);
  const lists = indexes.map((index): ContactList =>
    counting({ name: name(index), inUse: true, campaigns: ["x"] }),
  );
  const campaigns = indexes.map((index): ListedCampaign =>
    counting({ id: `cd-${index}`, name: name(index), state: "Active", contactLists: [name(index)] }),
  );
  const campaign = { ...sample, contactLists: dialed as Campaign["contactLists"] };
  contactListFindings(campaign, { items: lists, complete: true }, campaigns);
  nameFindings(campaign, campaigns);
  return steps;
}

describe("The account check of a campaign", () => {
  const cases: readonly (readonly [
    what: string,
    name: (index: number) => string,
    dialed: (size: number) => string[],
  ])[] = [
    ["lists and campaigns of one name", () => "Spring", () => ["Spring"]],
    ["as many names as lists", (index) => `List ${index}`, () => ["List 7", "List 8"]],
    [
      "a campaign that dials all of them",
      (index) => `List ${index}`,
      (size) => Array.from({ length: size }, (_, index) => `List ${index}`),
    ],
    [
      "a campaign that dials none of them",
      (index) => `List ${index}`,
      (size) => Array.from({ length: size }, (_, index) => `No ${index}`),
    ],
  ];
  for (const [what, name, dialed] of cases)
    it(`takes at most about four times the steps for an account four times as large: ${what}`, () => {
      const [once, four] = [500, 2_000].map((size) => stepsFor(size, name, dialed(size)));
      assert.ok(once !== undefined && four !== undefined && four <= once * 4.2, `${once} and ${four}`);
    });

  it("names three of the many campaigns that use a contact list", () => {
    const campaigns = Array.from({ length: 50 }, (_, index): ListedCampaign => {
      return { id: `cd-${index}`, name: `User ${index}`, state: "Active", contactLists: ["Spring"] };
    });
    const lists: ContactList[] = [{ name: "Spring", status: "Ready", count: 1, campaigns: [] }];
    const campaign = { ...sample, contactLists: ["Spring"] as Campaign["contactLists"] };
    const [finding] = contactListFindings(campaign, { items: lists, complete: true }, campaigns);
    assert.match(finding?.message ?? "", /“User 0” and “User 1” and “User 2” and 47 more;/);
  });
});
