import type { Figure, Results } from "./results";
import type { Row } from "./row";

/** Shown instead of an older figure. */
export const NOT_MEASURED = "not measured in this run";

/** A row with its figure. */
export interface Verdict {
  readonly row: Row;
  readonly figure: Figure;
  /** Own to other, with three digits; absent where only the limit counts. */
  readonly ratio: number | undefined;
  /** Undefined if the row has no goal. */
  readonly met: boolean | undefined;
}

/** Undefined if the row was not measured. */
export function verdictOf(row: Row, results: Results): Verdict | undefined {
  const figure = results[row.part]?.figures[row.id];
  if (figure === undefined) return undefined;
  const { own, other } = figure;
  const ratio = other === undefined ? undefined : threeDigits(own / other);
  const { goal, limit } = row;
  const met = [
    ...(goal === undefined ? [] : [ratio !== undefined && ratio <= goal]),
    ...(limit === undefined ? [] : [threeDigits(own) <= limit]),
  ];
  return { row, figure, ratio, met: met.length === 0 ? undefined : met.every(Boolean) };
}

/** Goals are compared with the number that the page shows, so a reader never sees "1.40" miss "≤ 1.4". */
function threeDigits(value: number): number {
  return Number(value.toPrecision(3));
}

/** With three digits, for example "1.40", "12.3" or "0.0431"; larger numbers without a fraction. */
export function numberText(value: number): string {
  return value >= 1000 ? String(Math.round(value)) : value.toPrecision(3);
}

/** For example "≤ 1.4 ×" or "≤ 50 ms"; "none" without a goal. */
export function goalText({ goal, limit, unit }: Row): string {
  if (goal !== undefined) return `≤ ${goal} ×`;
  return limit === undefined ? "none" : `≤ ${limit} ${unit}`;
}

/** For example "1.32 ×", "148 KB" or "5.90 × (41.3 ms)". */
export function figureText({ row, figure, ratio }: Verdict): string {
  const value = `${numberText(figure.own)} ${row.unit}`;
  if (ratio === undefined) return value;
  const times = `${numberText(ratio)} ×`;
  return row.limit === undefined ? times : `${times} (${value})`;
}

/** Who is faster, as a sentence; empty if the other work is not another program's. */
export function fasterText({ row: { peer }, ratio }: Verdict): string {
  if (peer === undefined || ratio === undefined) return "";
  if (ratio > 0.95 && ratio < 1.05) return `${peer} and campaign-json take the same time, within 5%.`;
  const [faster, times] = ratio > 1 ? [peer, ratio] : ["campaign-json", 1 / ratio];
  return `${faster} is ${numberText(times)} × faster.`;
}
