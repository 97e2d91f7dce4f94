import { nameKey } from "../../text/name-key";
import { linksTo } from "../campaign-index";
import { rule } from "../rule";

/** A person follows no more links than these. */
const mostLinks = 10;

export const nameShared = rule({
  id: "name-shared",
  severity: "warning",
  needs: "others",
  reads: "name",
  summary: "No other file of the workspace has a campaign of this name.",
  why: "Schedules and reports address a campaign by its name, without regard to case: with two of one name the wrong one may start.",
  examples: {
    good: ["Summer reminder"],
    bad: ["Spring", "SPRING ", "Spring\u200B"],
    others: [
      {
        file: "spring.campaign.json",
        name: "Spring",
        contactLists: [],
        week: undefined,
        timezone: undefined,
      },
    ],
  },
  check(name, at, { others }) {
    const own = nameKey(name);
    if (own === "") return undefined;
    const same = others.filter((other) => other.name !== undefined && nameKey(other.name) === own);
    const [first] = same;
    if (first === undefined) return undefined;
    const have = same.length > 1 ? ` and ${same.length - 1} more have` : " has";
    return at().problem(
      `${first.file}${have} a campaign of this name too. The platform finds campaigns by name, so a schedule may start the wrong one. Give each its own name.`,
      { elsewhere: linksTo(same.slice(0, mostLinks), "A campaign of the same name.") },
    );
  },
});
