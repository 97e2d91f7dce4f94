import type { Environment } from "../connection/environment";
import { visibleLine } from "../text/visible";

/** The connection that a window uses, for display. `unusable`: it was removed, or its record is invalid. */
export interface ConnectionLabel {
  /** Not checked for invisible characters. */
  readonly name: string;
  readonly use: Environment | "unusable";
}

/** The title above a campaign that creates it: "Create in Acme (calls real people)". */
export function createTitle({ name, use }: ConnectionLabel): string {
  const shown = visibleLine(name, 40);
  switch (use) {
    case "practice":
      return `Create in ${shown}`;
    case "test":
      return `Create in ${shown} (test)`;
    case "production":
      return `Create in ${shown} (calls real people)`;
    case "unusable":
      return "Select a connection to create it";
  }
}

/** "1 problem", "3 problems". */
export function problemsTitle(count: number): string {
  return count === 1 ? "1 problem" : `${count} problems`;
}
