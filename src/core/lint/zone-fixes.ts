import { clocks } from "../zones/clocks";
import type { FixIdea } from "./place";

/** A fix for each zone with a clock. None is preferred, because only a person can choose the place. */
export function zoneFixes(zones: readonly string[], minutes: number): FixIdea[] {
  const inStandardTime = clocks().get(minutes)?.standard ?? [];
  return zones.map((name) => ({
    title: inStandardTime.includes(name)
      ? `Write ${name} (this clock in standard time only)`
      : `Write ${name}`,
    replace: name,
    preferred: false,
  }));
}

/** `5 hours behind`, `5 hours 30 minutes ahead of`. */
export function describeOffset(minutes: number): string {
  const length = Math.abs(minutes);
  const hours = Math.floor(length / 60);
  const rest = length % 60;
  const words = [hours > 0 ? counted(hours, "hour") : "", rest > 0 ? counted(rest, "minute") : ""];
  return `${words.filter((word) => word !== "").join(" ")} ${minutes < 0 ? "behind" : "ahead of"}`;
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
