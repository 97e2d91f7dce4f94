import { overlap, toWeek, describeWeek } from "../../hours/week";
import { nameKey } from "../../text/name-key";
import { linksTo } from "../campaign-index";
import { rule } from "../rule";

export const contactListShared = rule({
  id: "contact-list-shared",
  severity: "info",
  needs: "others",
  reads: ["contactLists", "dialingStrategy/callingHours"],
  summary: "No other campaign in the workspace dials the same list at the same hours.",
  why: "Two campaigns cannot use the same contact list at the same time. The second one does not start, or both call the same people.",
  source: [
    { title: "Campaigns", url: "https://koreai.mintlify.app/ai-for-service/contact-center/campaigns" },
  ],
  examples: {
    good: [
      [
        ["Autumn contacts"],
        {
          frequency: "WEEKLY",
          timezone: "Asia/Kolkata",
          days: [{ day: "MO", start: "9:00 AM", end: "6:00 PM" }],
        },
      ],
      [
        ["Spring contacts"],
        {
          frequency: "WEEKLY",
          timezone: "Asia/Kolkata",
          days: [{ day: "SU", start: "9:00 AM", end: "6:00 PM" }],
        },
      ],
    ],
    bad: [
      [
        ["Spring contacts"],
        {
          frequency: "WEEKLY",
          timezone: "Asia/Kolkata",
          days: [{ day: "MO", start: "5:00 PM", end: "6:00 PM" }],
        },
      ],
    ],
    others: [
      {
        file: "spring.campaign.json",
        name: "Spring",
        contactLists: ["Spring contacts"],
        week: toWeek([{ day: "MO", start: "9:00 AM", end: "6:00 PM" }]),
        timezone: "Asia/Kolkata",
      },
    ],
  },
  *check([lists, hours], at, { others }) {
    // The calling hours of DAILY and CUSTOM campaigns are not documented.
    if (others.length === 0 || hours.frequency !== "WEEKLY") return;
    const week = toWeek(hours.days);
    const dialed = others.map((other) => ({
      ...other,
      lists: new Set(other.contactLists.map(nameKey)),
    }));
    for (let index = 0; index < lists.length; index++) {
      const list = lists[index]?.trim() ?? "";
      const key = nameKey(list);
      if (key === "") continue;
      for (const other of dialed) {
        if (other.week === undefined || !other.lists.has(key)) continue;
        // The same hours in two time zones may or may not overlap, so only campaigns of one zone are compared.
        if (other.timezone !== hours.timezone) continue;
        const shared = overlap(week, other.week);
        const when = describeWeek(shared);
        if (when === "never") continue;
        yield at("contactLists", index).problem(
          `${other.file} also dials ${JSON.stringify(list)} (${when}). Two campaigns cannot run on the same list at the same time. Change the hours or the list.`,
          { elsewhere: linksTo([other], "A campaign that dials the same list.") },
        );
        break;
      }
    }
  },
});
