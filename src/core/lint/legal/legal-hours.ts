import type { LegalHours } from "../../hours/calling-week";
import { inForce, type LegalCase } from "./in-force";
import type { LegalProfile } from "./profile";

/** The hours of the profiles that set hours. */
export function legalHoursOf(profiles: readonly LegalProfile[], legal: LegalCase): readonly LegalHours[] {
  return inForce(profiles, legal).flatMap(({ name, hours, closedOnHolidays = false }) =>
    hours === undefined ? [] : [{ name, hours, closedOnHolidays }],
  );
}
