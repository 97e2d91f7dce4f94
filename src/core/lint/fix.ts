import { applyEdits, type Edit, type Fix, type Problem } from "../campaign/problem";
import { checkCampaign, type CheckOptions } from "./check";

/** One fix may bring another to light; a pair that undid each other would go on for ever. */
const mostPasses = 10;

export interface Fixed {
  readonly text: string;
  /** How many fixes were applied. */
  readonly applied: number;
}

/** Applies every fix that cannot change what the campaign means, until none is left. */
export function fixAll(text: string, options: CheckOptions = {}): Fixed {
  let fixed: Fixed = { text, applied: 0 };
  for (let pass = 0; pass < mostPasses; pass++) {
    const fixes = apart(checkCampaign(fixed.text, options).problems.flatMap(safeFix));
    const next = applyEdits(
      fixed.text,
      fixes.flatMap(({ edits }) => edits),
    );
    if (next === fixed.text) break;
    fixed = { text: next, applied: fixed.applied + fixes.length };
  }
  return fixed;
}

function safeFix({ fixes }: Problem): Fix[] {
  const safe = fixes.filter((fix) => fix.safe && fix.edits.length > 0);
  const best = safe.find((fix) => fix.preferred) ?? safe[0];
  return best === undefined ? [] : [best];
}

/** Those that keep clear of the ones before them. A fix is applied whole or, in this pass, not at all. */
function apart(fixes: readonly Fix[]): Fix[] {
  const taken: Edit[] = [];
  return fixes.filter(({ edits }) => {
    if (edits.some((edit) => taken.some((other) => meet(edit, other)))) return false;
    taken.push(...edits);
    return true;
  });
}

/** Two insertions at one place meet as well: which comes first would be chance. */
function meet(a: Edit, b: Edit): boolean {
  return a.offset === b.offset || (a.offset < b.offset + b.length && b.offset < a.offset + a.length);
}
