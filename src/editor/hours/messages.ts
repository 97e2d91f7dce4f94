import type { Edge } from "../../core/hours/move-edge";
import { days, type DayCode } from "../../core/hours/week";
import { isObject } from "../../core/text/json-guards";

/** What the panel shows. The markup is escaped and contains no script. */
export interface DrawMessage {
  readonly kind: "draw";
  /** The `sequence` of the last change that it contains; 0 before the first. */
  readonly sequence: number;
  /** Counts the documents that the panel has shown. */
  readonly shown: number;
  /** The version of the document. */
  readonly version: number;
  readonly title: string;
  /** The address of the document, kept for the next window. */
  readonly file: string;
  readonly picture: string;
  readonly details: string;
  /** What cannot be shown and why. */
  readonly gaps: string;
  /** What a person can do with the picture. */
  readonly hint: string;
  /** The second time zone; empty for none. */
  readonly zone: string;
  readonly firstCallOn: DayCode | undefined;
}

/** Longer than the name of any time zone. */
export const maxZoneLength = 100;

/** A change of the document that a person asked for. */
export type ChangeMessage = {
  /** The document that the picture showed. */
  readonly shown: number;
  /** Counts the changes from 1. */
  readonly sequence: number;
} & (
  | { readonly kind: "undo" | "redo" }
  | {
      readonly kind: "move";
      readonly window: number;
      readonly edge: Edge;
      /** Minutes since midnight, 0 to 1440. */
      readonly minutes: number;
      /** The document’s version that the picture showed. */
      readonly version: number;
    }
);

/** What a person did in the panel. */
export type ViewMessage =
  | ChangeMessage
  | { readonly kind: "ready" }
  | { readonly kind: "reveal"; readonly window: number }
  | { readonly kind: "zone"; readonly zone: string }
  | { readonly kind: "firstCallOn"; readonly day: DayCode };

/** Parses a message of the panel; undefined if it is not one. */
export function parseViewMessage(message: unknown): ViewMessage | undefined {
  if (!isObject(message)) return undefined;
  const { kind, window, edge, minutes, shown, version, sequence, zone, day } = message;
  switch (kind) {
    case "ready":
      return { kind };
    case "reveal":
      return isCount(window) ? { kind, window } : undefined;
    case "move":
      return isCount(window) &&
        (edge === "start" || edge === "end") &&
        isCount(minutes) &&
        minutes <= 1440 &&
        isCount(shown) &&
        isCount(version) &&
        isCount(sequence)
        ? { kind, window, edge, minutes, shown, version, sequence }
        : undefined;
    case "undo":
    case "redo":
      return isCount(shown) && isCount(sequence) ? { kind, shown, sequence } : undefined;
    case "zone":
      return typeof zone === "string" && zone.length <= maxZoneLength ? { kind, zone } : undefined;
    case "firstCallOn": {
      const code = days.find((each) => each === day);
      return code === undefined ? undefined : { kind, day: code };
    }
    default:
      return undefined;
  }
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
