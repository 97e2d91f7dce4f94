import { nameKey } from "../text/name-key";
import type { IndexedCampaign, Keys } from "./campaign-index";

/**
 * Limit on campaigns with one name that a message counts. Comparing all pairs of ten thousand copies would take minutes
 * and would not change the advice.
 */
const maxPerName = 100;

/**
 * Finds, for each campaign of a run, the few others that the rules must compare it with, in file order. The result of
 * the rules is the same as with all others. Building takes linear time, and a lookup does not grow with the run, so ten
 * thousand files that dial the same list remain ten thousand short checks.
 */
export function relatedCampaigns(all: readonly IndexedCampaign[]): (own: Keys) => readonly IndexedCampaign[] {
  const ordered = [...all].sort((a, b) => (a.file < b.file ? -1 : Number(a.file > b.file)));
  const names = new Groups(() => "", maxPerName + 1);
  // Campaigns with the same list and hours are interchangeable: the first one is used, or the second if the first is
  // the campaign itself.
  const lists = new Groups((index) => hoursOf(ordered[index]), 2);
  for (const [index, facts] of ordered.entries()) {
    const name = nameOf(facts);
    if (name !== undefined) names.add(name, index);
    if (facts.week !== undefined) for (const list of listsOf(facts)) lists.add(list, index);
  }
  return (own) => {
    const found = new Map<number, IndexedCampaign>();
    const add = (index: number, partsOf: (facts: IndexedCampaign) => IndexedCampaign) => {
      const facts = ordered[index];
      if (facts !== undefined && addressOf(facts) !== addressOf(own)) found.set(index, partsOf(facts));
    };
    // A campaign included only for its name carries no lists, unless it is included for its lists too.
    for (const index of names.of(nameOf(own) ?? ""))
      add(index, (facts) => ({ ...facts, contactLists: [], week: undefined }));
    for (const list of listsOf(own)) for (const index of lists.of(list)) add(index, (facts) => facts);
    return [...found].sort(([a], [b]) => a - b).map(([, facts]) => facts);
  };
}

/**
 * The campaigns with each key, by their index. Most keys have one campaign only, which takes little memory. Of several
 * campaigns with one key that are of the same kind, only the first `max` count.
 */
class Groups {
  private readonly firsts = new Map<string, number>();
  private readonly groups = new Map<string, Map<string, number[]>>();

  constructor(
    private readonly kindOf: (index: number) => string,
    private readonly max: number,
  ) {}

  add(key: string, index: number): void {
    const first = this.firsts.get(key);
    if (first === undefined) {
      this.firsts.set(key, index);
      return;
    }
    const group = this.groups.get(key) ?? new Map([[this.kindOf(first), [first]]]);
    this.groups.set(key, group);
    const kind = this.kindOf(index);
    const same = group.get(kind);
    if (same === undefined) group.set(kind, [index]);
    else if (same.length < this.max) same.push(index);
  }

  of(key: string): readonly number[] {
    const group = this.groups.get(key);
    if (group !== undefined) return [...group.values()].flat();
    const first = this.firsts.get(key);
    return first === undefined ? [] : [first];
  }
}

/**
 * Whether the rules may report something else about a campaign after others changed: only if it has the name or a
 * contact list of one of them.
 * @param changed the compared parts of those campaigns, before and after the change
 */
export function affectedBy(changed: readonly IndexedCampaign[]): (own: IndexedCampaign) => boolean {
  const names = new Set(changed.map(nameOf));
  const lists = new Set(changed.flatMap((facts) => [...listsOf(facts)]));
  return (own) => {
    const name = nameOf(own);
    return (name !== undefined && names.has(name)) || [...listsOf(own)].some((list) => lists.has(list));
  };
}

function addressOf({ address, file }: Keys): string {
  return address ?? file;
}

/** The key that name-shared compares. */
function nameOf({ name }: Keys): string | undefined {
  const key = name === undefined ? "" : nameKey(name);
  return key === "" ? undefined : key;
}

/** The key that contact-list-shared compares. */
function listsOf({ contactLists }: Keys): ReadonlySet<string> {
  return new Set(contactLists.map(nameKey).filter((list) => list !== ""));
}

function hoursOf(facts: IndexedCampaign | undefined): string {
  return JSON.stringify([facts?.timezone, facts?.week]);
}
