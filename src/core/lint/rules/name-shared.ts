import { nameKey } from "../../text/name-key";
import { linksTo } from "../campaign-index";
import { rule } from "../rule";

/** A person does not follow more links than this. */
const maxLinks = 10;

export const nameShared = rule({
  id: "name-shared",
  severity: "warning",
  needs: "others",
  reads: "name",
  summary: "No other file in the workspace contains a campaign with this name.",
  why: "Schedules and reports find a campaign by its name, ignoring case. When two share a name, the wrong one may start.",
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
    const more = same.length - 1;
    const have = more === 0 ? " has" : ` and ${more} more ${more === 1 ? "file" : "files"} have`;
    return at().problem(
      `${first.file}${have} a campaign with the same name. The platform finds campaigns by name, so a schedule may start the wrong one. Give each its own name.`,
      { elsewhere: linksTo(same.slice(0, maxLinks), "A campaign with the same name.") },
    );
  },
});
