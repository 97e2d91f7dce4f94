import { applyEdits, type Edit, type Fix, type Problem } from "../campaign/problem";
import { checkCampaign } from "./check";
import type { CheckOptions } from "./check-options";

/** One fix may bring another to light; a pair that undid each other would go on for ever. */
const mostPasses = 10;

export interface Fixed {
  readonly text: string;
  /** How many fixes were applied. */
  readonly applied: number;
  /** Safe fixes are left: the check reports only so many problems of a kind, and there is a bound to the passes. */
  readonly more?: true;
}

/** Applies every fix that cannot change what the campaign means, until none is left or the bound is reached. */
export function fixAll(text: string, options: CheckOptions = {}): Fixed {
  let fixed: Fixed = { text, applied: 0 };
  for (let pass = 0; pass < mostPasses; pass++) {
    const fixes = apart(safeFixes(fixed.text, options));
    const next = applyEdits(
      fixed.text,
      fixes.flatMap(({ edits }) => edits),
    );
    if (next === fixed.text) return fixed;
    fixed = { text: next, applied: fixed.applied + fixes.length };
  }
  return safeFixes(fixed.text, options).length > 0 ? { ...fixed, more: true } : fixed;
}

function safeFixes(text: string, options: CheckOptions): Fix[] {
  // Who waits to hear of failed rules hears of them from the check of the text itself.
  return checkCampaign(text, { ...options, onRuleFailed: undefined }).problems.flatMap(safeFix);
}

function safeFix({ fixes }: Problem): Fix[] {
  const safe = fixes.filter((fix) => fix.safe && fix.edits.length > 0);
  const best = safe.find((fix) => fix.preferred) ?? safe[0];
  return best === undefined ? [] : [best];
}

/** Those that keep clear of the ones before them. A fix is applied whole or, in this pass, not at all. */
function apart(fixes: readonly Fix[]): Fix[] {
  const taken = new Taken();
  return fixes.filter(({ edits }) => {
    if (edits.some((edit) => taken.meets(edit))) return false;
    for (const edit of edits) taken.add(edit);
    return true;
  });
}

/** Edits that keep clear of each other, by offset. */
class Taken {
  private readonly edits: Edit[] = [];

  /** Two insertions at one place meet as well: which comes first would be chance. */
  meets(edit: Edit): boolean {
    const next = this.indexOf(edit.offset);
    const end = edit.offset + edit.length;
    const before = this.edits[next - 1];
    const after = this.edits[next];
    return (
      (before !== undefined && edit.offset < before.offset + before.length) ||
      (after !== undefined && (after.offset === edit.offset || after.offset < end))
    );
  }

  add(edit: Edit): void {
    this.edits.splice(this.indexOf(edit.offset), 0, edit);
  }

  /** The index of the first edit that does not start before an offset. */
  private indexOf(offset: number): number {
    let low = 0;
    let high = this.edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.edits[middle]?.offset ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
