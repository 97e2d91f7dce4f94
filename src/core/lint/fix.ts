import { parseDocument, toDocument, type CampaignDocument } from "../campaign/document";
import { applyEdits, type Edit, type Fix, type Problem } from "../campaign/problem";
import { checkCampaign } from "./check";
import type { CheckOptions } from "./check-options";

/** A fix can make another one possible. The limit stops a pair that undo each other. */
const maxPasses = 10;

export interface Fixed {
  readonly text: string;
  /** The parsed text. */
  readonly document: CampaignDocument;
  /** How many fixes were applied. */
  readonly applied: number;
  /** Set when safe fixes remain: the check limits the problems of a kind, and the passes are limited. */
  readonly more?: true;
}

/**
 * Applies every safe fix, until none remains or the pass limit is reached. Parses once after each pass that changed the
 * text.
 * @param source the text, or its document if it has been parsed
 */
export function fixAll(source: string | CampaignDocument, options: CheckOptions = {}): Fixed {
  let document = toDocument(source);
  let applied = 0;
  for (let pass = 0; pass < maxPasses; pass++) {
    const { text } = document;
    const fixes = apart(safeFixes(document, options));
    const next = applyEdits(
      text,
      fixes.flatMap(({ edits }) => edits),
    );
    if (next === text) return { text, document, applied };
    document = parseDocument(next);
    applied += fixes.length;
  }
  const fixed = { text: document.text, document, applied };
  return safeFixes(document, options).length > 0 ? { ...fixed, more: true } : fixed;
}

function safeFixes(document: CampaignDocument, options: CheckOptions): Fix[] {
  // The check of the original text reports failed rules; reporting them here would repeat them.
  return checkCampaign(document, { ...options, onRuleFailed: undefined }).problems.flatMap(safeFix);
}

function safeFix({ fixes }: Problem): Fix[] {
  const safe = fixes.filter((fix) => fix.safe && fix.edits.length > 0);
  const best = safe.find((fix) => fix.preferred) ?? safe[0];
  return best === undefined ? [] : [best];
}

/** The fixes that do not overlap an earlier one. A fix is applied completely or, in this pass, not at all. */
function apart(fixes: readonly Fix[]): Fix[] {
  const taken = new Taken();
  return fixes.filter(({ edits }) => {
    if (edits.some((edit) => taken.meets(edit))) return false;
    for (const edit of edits) taken.add(edit);
    return true;
  });
}

/** Edits that do not overlap, sorted by offset. */
class Taken {
  private readonly edits: Edit[] = [];

  /**
   * Whether an edit overlaps one that was added. Two insertions at one offset overlap too, because their order would be
   * arbitrary.
   */
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

  /** The index of the first edit that starts at or after an offset. */
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
