import { firstUnits } from "../../text/cut";
import type { Node } from "jsonc-parser";
import { keyOf, type CampaignDocument } from "../../campaign/document";
import type { Segment } from "../../campaign/pointer";
import type { Problem } from "../../campaign/problem";
import type { SyntaxFaults } from "../../campaign/syntax/syntax-faults";
import { Place, type FindingExtras, type FixIdea } from "../place";

/** A property that counts. */
export interface Member {
  readonly key: string;
  readonly value: Node;
}

type Rest = readonly (FixIdea | FindingExtras)[];

/** Problems of one code: nobody reads more, and each takes time to place. */
const mostOfOne = 100;

/** A walk over a configuration that collects what is wrong with it. */
export class Reading {
  private readonly counts = new Map<string, number>();

  constructor(
    private readonly document: CampaignDocument,
    private readonly syntax: SyntaxFaults,
    private readonly problems: Problem[],
  ) {}

  /** Always an error: a setting that is lost in silence lets a campaign pass that the team wanted stopped. */
  report(code: string, node: Node, path: readonly Segment[], message: string, ...rest: Rest): void {
    if (!this.hasRoom(code)) return;
    this.counts.set(code, (this.counts.get(code) ?? 0) + 1);
    const finding = Place.of(this.document, node, path).problem(message, ...rest);
    this.problems.push({ code: `config/${code}`, severity: "error", ...finding });
  }

  /** Whether one more problem of a code is reported. To be asked before a message or a fix is worked out. */
  hasRoom(code: string): boolean {
    return (this.counts.get(code) ?? 0) < mostOfOne;
  }

  /** Reports a property on its key, with the renaming that would fix it unless that name is taken. */
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

  /** Reports a property on its key, with its removal. */
  reportUseless(code: string, { key, value }: Member, path: readonly Segment[], message: string): void {
    if (!this.hasRoom(code)) return;
    const edits = Place.of(this.document, value, [...path, key]).remove();
    const fix = { title: `Remove this ${inQuotes(key)}`, edits };
    this.report(code, value, [...path, key], message, fix, { onKey: true, unnecessary: true });
  }

  /** The properties that count; of a key that appears twice the last one. Anything but an object is reported. */
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

/** A text of the file as a message names it, cut between characters. */
export function inQuotes(text: string): string {
  return JSON.stringify(text.length > 60 ? `${firstUnits(text, 59)}…` : text);
}
