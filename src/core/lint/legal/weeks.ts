import type { DayCode, Stretch, Week } from "../../hours/week";

/** A stretch from one hour of the day to another; 19.5 is 7:30 PM. */
export function stretch(from: number, to: number): Stretch {
  return { start: from * 60, end: to * 60 };
}

/** The same hours on every day. */
export function daily(...stretches: readonly Stretch[]): Week {
  return week(() => stretches);
}

/** Hours of Monday to Friday, of Saturday and of Sunday. */
export function byDay(
  weekday: readonly Stretch[],
  saturday: readonly Stretch[],
  sunday: readonly Stretch[],
): Week {
  return week((day) => (day === "SA" ? saturday : day === "SU" ? sunday : weekday));
}

/** Hours of Monday to Saturday. No calls on Sunday. */
export function exceptSunday(from: number, to: number): Week {
  return byDay([stretch(from, to)], [stretch(from, to)], []);
}

function week(of: (day: DayCode) => readonly Stretch[]): Week {
  return { MO: of("MO"), TU: of("TU"), WE: of("WE"), TH: of("TH"), FR: of("FR"), SA: of("SA"), SU: of("SU") };
}
