import { overlap } from "../../hours/week";
import { otherCountries } from "./other-countries";
import type { LegalProfile } from "./profile";
import { federal } from "./us-federal";
import { specialStates, states } from "./us-states";
import { daily, stretch } from "./weeks";

/** What every profile of a US state allows. */
const strictest: LegalProfile = {
  id: "us-strictest",
  name: "the strictest US state laws together",
  citation: "all profiles of US states on sales calls",
  source: "secondary",
  readIn: "2026-10",
  hours: states.reduce(
    (week, { hours }) => (hours === undefined ? week : overlap(week, hours)),
    daily(stretch(0, 24)),
  ),
  closedOnHolidays: true,
  attempts: [{ max: 3, days: 1 }],
};

/** All profiles. Each is an interpretation of its source for a linter; none is legal advice. */
export const profiles: readonly LegalProfile[] = [
  ...federal,
  ...states,
  strictest,
  ...specialStates,
  ...otherCountries,
];

export function profileNamed(id: string): LegalProfile | undefined {
  return profiles.find((profile) => profile.id === id);
}
