import type { Part } from "./results";

export type Unit = "µs" | "ms" | "MiB" | "KB";

/** What is measured, compared with what, and the goal: a row of the page and a bar of the chart. */
export interface Row {
  readonly id: string;
  readonly part: Part;
  readonly group: string;
  readonly work: string;
  /** What the work is compared with; absent where only the limit counts. */
  readonly other?: string;
  /** The row's name in the chart, under 50 characters, without markup. */
  readonly short: string;
  /** The other program, as the subject of "… is 2 × faster". Absent if the other work is also this project's. */
  readonly peer?: string;
  readonly unit: Unit;
  /** The largest accepted ratio of own to other. */
  readonly goal?: number;
  /** The largest accepted value, in the unit. */
  readonly limit?: number;
  /** What a reader has to know about the comparison: sentences. */
  readonly note?: string;
}
