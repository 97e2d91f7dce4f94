/**
 * What a campaign's state means for starting and stopping it. `unknown`: a state that the documentation does not have.
 */
export type Phase =
  "preparing" | "ready" | "scheduled" | "active" | "paused" | "stopped" | "completed" | "unknown";

/** `state` as named by the platform. */
export function phaseOf(state: string): Phase {
  return PHASES.get(state.trim().toLowerCase()) ?? "unknown";
}

const PHASES: ReadonlyMap<string, Phase> = new Map([
  ["preparing", "preparing"],
  ["ready", "ready"],
  ["scheduled", "scheduled"],
  ["rescheduled", "scheduled"],
  ["active", "active"],
  ["paused", "paused"],
  ["stopped", "stopped"],
  ["completed", "completed"],
]);
