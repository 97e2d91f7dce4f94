import type { LegalHours } from "../../hours/calling-week";
import type { LegalProfile } from "./profile";

/** The hours of the profiles that set hours. */
export function legalHoursOf(profiles: readonly LegalProfile[]): readonly LegalHours[] {
  return profiles.flatMap(({ name, hours }) => (hours === undefined ? [] : [{ name, hours }]));
}
