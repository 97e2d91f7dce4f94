import { firstUnits } from "../../text/cut";
import type { Node } from "jsonc-parser";
import { keyOf, type CampaignDocument } from "../../campaign/document";
import type { Segment } from "../../campaign/pointer";
import type { Problem } from "../../campaign/problem";
import type { SyntaxFaults } from "../../campaign/syntax/syntax-faults";
import { Place, type FindingExtras, type FixIdea } from "../place";

/** A property that is not overridden by a duplicate. */
export interface Member {
  readonly key: string;
  readonly value: Node;
}

type Rest = readonly (FixIdea | FindingExtras)[];

/** Limit on problems of one code. Nobody reads more, and locating each takes time. */
const maxPerCode = 100;

/** A walk over a configuration that collects its problems. */
export class Reading {
  private readonly counts = new Map<string, number>();

  constructor(
    private readonly document: CampaignDocument,
    private readonly syntax: SyntaxFaults,
    private readonly problems: Problem[],
  ) {}

  /** Always an error: a silently ignored setting would pass a campaign that the team wanted to stop. */
  report(code: string, node: Node, path: readonly Segment[], message: string, ...rest: Rest): void {
    if (!this.hasRoom(code)) return;
    this.counts.set(code, (this.counts.get(code) ?? 0) + 1);
    const finding = Place.of(this.document, node, path).problem(message, ...rest);
    this.problems.push({ code: `config/${code}`, severity: "error", ...finding });
  }

  /** Whether another problem of a code will be reported. Check it before computing a message or a fix. */
  hasRoom(code: string): boolean {
    return (this.counts.get(code) ?? 0) < maxPerCode;
  }

  /** Reports a property on its key, with a rename as the fix unless the new name exists. */
  reportKey(
    code: string,
    { key, value }: Member,
    path: readonly Segment[],
    message: string,
    meant?: string,
  ): void {
    if (!this.hasRoom(code)) return;
    const siblings = value.parent?.parent?.children ?? [];
    const place = Place.of(this.document, value, [...path, key]);
    const free = meant !== undefined && !siblings.some((property) => keyOf(property) === meant);
    const fix = free ? [{ title: `Rename to "${meant}"`, edits: place.rename(meant) }] : [];
    this.report(code, value, [...path, key], message, ...fix, { onKey: true });
  }

  /** Reports a property on its key, with its removal as the fix. */
  reportUseless(code: string, { key, value }: Member, path: readonly Segment[], message: string): void {
    if (!this.hasRoom(code)) return;
    const edits = Place.of(this.document, value, [...path, key]).remove();
    const fix = { title: `Remove this ${inQuotes(key)}`, edits };
    this.report(code, value, [...path, key], message, fix, { onKey: true, unnecessary: true });
  }

  /** The properties of an object; of a duplicate key, the last one. Any other value is reported. */
  members(object: Node, path: readonly Segment[], wrongType: string): readonly Member[] {
    if (object.type !== "object") {
      this.report("type", object, path, wrongType);
      return [];
    }
    const found = new Map<string, Member>();
    for (const node of object.children ?? []) {
      const value = node.children?.[1];
      if (value === undefined || !this.syntax.trusts(node.offset)) continue;
      const key = keyOf(node);
      const lost = found.get(key);
      if (lost !== undefined) {
        const message = `Duplicate key ${inQuotes(key)}: the later value wins, so this one has no effect. Remove one of the two.`;
        this.reportUseless("duplicate-key", lost, path, message);
      }
      found.set(key, { key, value });
    }
    return [...found.values()];
  }

  *items(list: Node): Generator<{ readonly item: Node; readonly index: number }> {
    const { children = [] } = list;
    for (const [index, item] of children.entries()) {
      if (this.syntax.trusts(item.offset)) yield { item, index };
    }
  }
}

/** A text in quotes for a message, shortened between characters. */
export function inQuotes(text: string): string {
  return JSON.stringify(text.length > 60 ? `${firstUnits(text, 59)}…` : text);
}
