/** A part of a campaign that the platform sent back with another value than it was given. */
export interface EchoDifference {
  /** For example "dialingStrategy.callingHours.days.0.end". */
  readonly path: string;
  readonly sent: string;
  readonly echoed: string;
}

/**
 * What an answer's `data` says differently from what was sent. Parts the answer leaves out say nothing, and what it
 * adds is its own business; a number and its digits in quotes are the same. At most ten.
 */
export function echoDifferences(sent: unknown, response: unknown): EchoDifference[] {
  const data: unknown = isRecord(response) ? response["data"] : undefined;
  return [...differences(sent, data, [])].slice(0, 10);
}

function* differences(sent: unknown, echoed: unknown, path: readonly string[]): Iterable<EchoDifference> {
  if (echoed === undefined || path.length > DEEPEST) return;
  if (Array.isArray(sent) && Array.isArray(echoed) && sent.length === echoed.length) {
    for (const [index, item] of sent.entries())
      yield* differences(item, echoed[index], [...path, String(index)]);
  } else if (isRecord(sent) && isRecord(echoed)) {
    for (const [key, value] of Object.entries(sent)) yield* differences(value, echoed[key], [...path, key]);
  } else if (inWords(sent) !== inWords(echoed) && path.length > 0) {
    yield { path: path.join("."), sent: inWords(sent), echoed: inWords(echoed) };
  }
}

/** A campaign is five levels deep. */
const DEEPEST = 20;

function inWords(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
