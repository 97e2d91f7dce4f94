import { comparableUnits } from "./comparable-units";
import { FEWEST_UNITS, type SecretForm } from "./secret-forms";
import type { TextSpan } from "./spans";
import { decodeLayer, encodingAt, encodings, toLayer, type TextLayer } from "./text-layer";

export interface FoundSecret extends TextSpan {
  readonly isBase64: boolean;
}

interface Sought {
  readonly length: number;
  readonly hash: number;
  /** The base of the hash to the power of `length`. */
  readonly power: number;
  readonly isBase64: boolean;
}

/** The number of layers that are decoded. Percent codes of percent codes in a text in JSON are three. */
const MAX_LAYERS = 3;

/**
 * Finds the forms of secrets in a text, unencoded and under up to three layers of encoding. Each layer takes one pass
 * with one step for each unit, whatever the number and length of the secrets: the last four units of a form select it,
 * and a hash of the whole form decides. Two texts with one hash are so rare that their cost is one word too many that
 * is hidden.
 */
export class SecretFinder {
  readonly #byEnd = new Map<number, Sought[]>();
  /** Whether a form may end with four units of this hash. */
  readonly #filter = new Uint8Array(0x10000);

  constructor(
    forms: readonly SecretForm[],
    /** Receives the number of steps of each pass. */
    private readonly onSteps: (steps: number) => void = () => undefined,
  ) {
    for (const { units, isBase64 } of forms) {
      let hash = 0;
      let power = 1;
      let end = 0;
      for (const unit of units) {
        hash = (Math.imul(hash, BASE) + unit) | 0;
        power = Math.imul(power, BASE);
        end = (end << 8) | (unit & 0xff);
      }
      const same = this.#byEnd.get(end) ?? [];
      const isKnown = same.some((one) => one.hash === hash && one.length === units.length);
      if (!isKnown) same.push({ length: units.length, hash, power, isBase64 });
      this.#byEnd.set(end, same);
      this.#filter[Math.imul(end, SPREAD) >>> 16] = 1;
    }
  }

  find(text: string): FoundSecret[] {
    if (this.#byEnd.size === 0) return [];
    const found: FoundSecret[] = [];
    const layer = toLayer(text);
    const present = this.#walk(layer, found);
    if (present === 0) return found;
    const hasBreaks = this.#decodeAndWalk(layer, ALL | encodings.breaks, found);
    if (hasBreaks) this.#decodeAndWalk(layer, ALL, found);
    // A secret that contains "%41" is written in the same way in HTML.
    for (const one of [encodings.percent, encodings.escapes, encodings.entities])
      if ((present & one) !== 0 && present !== one) this.#decodeAndWalk(layer, one | encodings.breaks, found);
    return found;
  }

  /** Whether a line break was written as an escape in any of the layers. */
  #decodeAndWalk(text: TextLayer, chosen: number, found: FoundSecret[]): boolean {
    let layer = text;
    let hasBreaks = false;
    for (let depth = 0; depth < MAX_LAYERS; depth++) {
      const decoded = decodeLayer(layer, chosen);
      this.onSteps(layer.length);
      hasBreaks ||= decoded.hasEscapedBreaks;
      if (!decoded.changed || (this.#walk(decoded, found) & chosen) === 0) break;
      layer = decoded;
    }
    return hasBreaks;
  }

  /** The encodings that the layer may have. */
  #walk({ units, length, starts }: TextLayer, found: FoundSecret[]): number {
    const filter = this.#filter;
    const comparable = comparableUnits();
    /** `hashes[i]` is the hash of the first i comparable units; `places[i]` is the offset of the next one. */
    const hashes = new Int32Array(length + 1);
    const places = new Int32Array(length);
    let present = 0;
    let hash = 0;
    let end = 0;
    let count = 0;
    let steps = length;
    for (let index = 0; index < length; index++) {
      const unit = units[index] ?? 0;
      if (unit === 0x25 || unit === 0x26 || unit === 0x5c) present |= encodingAt(unit, units[index + 1] ?? 0);
      const compared = comparable[unit] ?? 0;
      if (compared === 0) continue;
      places[count] = index;
      count++;
      hash = (Math.imul(hash, BASE) + compared) | 0;
      hashes[count] = hash;
      end = (end << 8) | (compared & 0xff);
      if (filter[Math.imul(end, SPREAD) >>> 16] === 0 || count < FEWEST_UNITS) continue;
      for (const { length: size, hash: sought, power, isBase64 } of this.#byEnd.get(end) ?? []) {
        steps++;
        if (size > count || ((hash - Math.imul(hashes[count - size] ?? 0, power)) | 0) !== sought) continue;
        const first = places[count - size] ?? 0;
        const start = starts === undefined ? first : (starts[first] ?? 0);
        found.push({ start, end: starts === undefined ? index + 1 : (starts[index + 1] ?? 0), isBase64 });
      }
    }
    this.onSteps(steps);
    return present;
  }
}

const ALL = encodings.percent | encodings.escapes | encodings.entities;

/** Odd, so that no unit is lost. The second is 2^32 divided by the golden ratio. */
const BASE = 0x01000193;
const SPREAD = 0x9e3779b1;
