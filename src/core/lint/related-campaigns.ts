import { nameKey } from "../text/name-key";
import type { IndexedCampaign } from "./campaign-index";

/**
 * Of more campaigns with one name the message would count no further: to compare all pairs of ten thousand copies takes
 * minutes, and what is to be done is clear by then.
 */
const mostOfOneName = 100;

/**
 * For campaigns that are checked together: those which the rules have to compare one of them with, in the order of their
 * files. It is made in linear time and answers in a time that does not grow with the run, so that ten thousand files
 * which dial the same list stay ten thousand short checks. The rules say what they would say of all the others.
 */
export function relatedCampaigns(
  all: readonly IndexedCampaign[],
): (own: IndexedCampaign) => readonly IndexedCampaign[] {
  const ordered = [...all].sort((a, b) => (a.file < b.file ? -1 : Number(a.file > b.file)));
  const byName = new Map<string, Placed[]>();
  const byList = new Map<string, Map<string, Placed[]>>();
  for (const [index, facts] of ordered.entries()) {
    const name = nameOf(facts);
    // Beside its namesakes a campaign is no more than its name, unless it stands for its lists as well.
    if (name !== undefined)
      addUpTo(mostOfOneName + 1, byName, name, {
        index,
        facts: { ...facts, contactLists: [], week: undefined },
      });
    // The same list at the same hours says the same of a campaign: the first one is named, or the second one when the
    // first is the campaign itself.
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

interface Placed {
  /** In the order of the files. */
  readonly index: number;
  readonly facts: IndexedCampaign;
}

function addUpTo<Key, Value>(most: number, groups: Map<Key, Value[]>, key: Key, value: Value): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else if (group.length < most) group.push(value);
}

function addressOf({ address, file }: IndexedCampaign): string {
  return address ?? file;
}

/** As the rule on names compares. */
function nameOf({ name }: IndexedCampaign): string | undefined {
  const key = name === undefined ? "" : nameKey(name);
  return key === "" ? undefined : key;
}

/** As the rule on lists compares. */
function listsOf({ contactLists }: IndexedCampaign): ReadonlySet<string> {
  return new Set(contactLists.map(nameKey).filter((list) => list !== ""));
}

function hoursOf({ week, timezone }: IndexedCampaign): string | undefined {
  return week === undefined ? undefined : JSON.stringify([timezone, week]);
}
