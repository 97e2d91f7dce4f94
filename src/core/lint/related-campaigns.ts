import { nameKey } from "../text/name-key";
import type { IndexedCampaign } from "./campaign-index";

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
export function relatedCampaigns(
  all: readonly IndexedCampaign[],
): (own: IndexedCampaign) => readonly IndexedCampaign[] {
  const ordered = [...all].sort((a, b) => (a.file < b.file ? -1 : Number(a.file > b.file)));
  const byName = new Map<string, Placed[]>();
  const byList = new Map<string, Map<string, Placed[]>>();
  for (const [index, facts] of ordered.entries()) {
    const name = nameOf(facts);
    // A campaign included only for its name carries no lists, unless it was included for its lists too.
    if (name !== undefined)
      addUpTo(maxPerName + 1, byName, name, {
        index,
        facts: { ...facts, contactLists: [], week: undefined },
      });
    // Campaigns with the same list and hours are interchangeable: the first one is used, or the second if the first is
    // the campaign itself.
    const hours = hoursOf(facts);
    for (const list of hours === undefined ? [] : listsOf(facts)) {
      const atHours = byList.get(list) ?? new Map<string, Placed[]>();
      byList.set(list, atHours);
      addUpTo(2, atHours, hours ?? "", { index, facts });
    }
  }
  return (own) => {
    const found = new Map<number, IndexedCampaign>();
    for (const { index, facts } of byName.get(nameOf(own) ?? "") ?? []) found.set(index, facts);
    for (const list of listsOf(own))
      for (const group of byList.get(list)?.values() ?? [])
        for (const { index, facts } of group) found.set(index, facts);
    return [...found]
      .sort(([a], [b]) => a - b)
      .flatMap(([, facts]) => (addressOf(facts) === addressOf(own) ? [] : [facts]));
  };
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

interface Placed {
  /** In file order. */
  readonly index: number;
  readonly facts: IndexedCampaign;
}

function addUpTo<Key, Value>(max: number, groups: Map<Key, Value[]>, key: Key, value: Value): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else if (group.length < max) group.push(value);
}

function addressOf({ address, file }: IndexedCampaign): string {
  return address ?? file;
}

/** The key that name-shared compares. */
function nameOf({ name }: IndexedCampaign): string | undefined {
  const key = name === undefined ? "" : nameKey(name);
  return key === "" ? undefined : key;
}

/** The key that contact-list-shared compares. */
function listsOf({ contactLists }: IndexedCampaign): ReadonlySet<string> {
  return new Set(contactLists.map(nameKey).filter((list) => list !== ""));
}

function hoursOf({ week, timezone }: IndexedCampaign): string | undefined {
  return week === undefined ? undefined : JSON.stringify([timezone, week]);
}
