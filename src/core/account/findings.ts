import type { Campaign } from "../campaign/generated/campaign";
import { nearest } from "../text/nearest";
import { toPointer, type Segment } from "../campaign/pointer";
import { nameKey } from "../platform/campaign-name";
import type { ListedCampaign } from "../platform/list-campaigns";
import { isReady, type ContactList } from "../platform/list-contact-lists";
import type { Queue } from "../platform/list-queues";
import { minuteOf } from "../text/local-time";
import { visibleLine } from "../text/visible";

/**
 * A problem that a campaign will have in the account. Never an error, because the account may change before the
 * campaign runs. A warning if the campaign would be refused or call nobody, information if it can be created anyway.
 */
export interface AccountFinding {
  readonly code: AccountCode;
  /** An RFC 6901 pointer into the campaign. */
  readonly pointer: string;
  /** Sentences to show. Names from the account are on one line and contain no invisible characters. */
  readonly message: string;
  readonly severity: "warning" | "info";
  readonly source: "account";
}

export type AccountCode =
  | "account/contact-list-missing"
  | "account/contact-list-not-ready"
  | "account/contact-list-empty"
  | "account/contact-list-in-use"
  | "account/queue-missing"
  | "account/queue-inactive"
  | "account/name-taken";

/** The items that were read from the account. If `complete` is false, a missing item may exist anyway. */
interface Read<T> {
  readonly items: readonly T[];
  readonly complete: boolean;
}

/** Checks each list that the campaign dials. `campaigns` are the known campaigns of the account. */
export function contactListFindings(
  campaign: Campaign,
  lists: Read<ContactList>,
  campaigns: readonly ListedCampaign[],
): AccountFinding[] {
  const byName = grouped(lists.items, ({ name }) => [name]);
  const running = grouped(
    campaigns.filter(({ state }) => /^active$/i.test(state ?? "")),
    ({ contactLists }) => contactLists,
  );
  let suggestions = 0;
  return campaign.contactLists.flatMap((name, index): AccountFinding[] => {
    const at = ["contactLists", index];
    // Two lists may share a name. It is then unknown which one is dialed, so the better one is assumed.
    const named = byName.get(name) ?? [];
    if (named.length === 0) {
      if (!lists.complete) return [];
      // Similar names are searched among all lists of the account.
      const others = suggestions++ < MAX_SUGGESTIONS ? lists.items : [];
      return [finding("contact-list-missing", at, missing("contact list", name, others))];
    }
    const findings: AccountFinding[] = [];
    const unready = named.every(({ status }) => status !== undefined && !isReady(status));
    if (unready)
      findings.push(
        finding(
          "contact-list-not-ready",
          at,
          `The contact list ${quoted(name)} is not ready: its status is ${quoted(named[0]?.status ?? "")}.`,
        ),
      );
    if (named.every(({ count }) => count === 0))
      findings.push(
        finding(
          "contact-list-empty",
          at,
          `The contact list ${quoted(name)} has no contacts, so nobody will be called.`,
        ),
      );
    const active = (running.get(name) ?? []).map((user) => user.name);
    const users = active.length > 0 ? [...new Set(active)] : [...new Set(named.flatMap(usersOf))];
    if (users.length > 0) findings.push(finding("contact-list-in-use", at, inUse(name, users)));
    return findings;
  });
}

/** `queue` is the queue that the campaign names. */
export function queueFindings(queue: string, queues: Read<Queue>): AccountFinding[] {
  const at = ["queue_name"];
  const named = queues.items.filter(({ name }) => name === queue);
  if (named.length === 0)
    return queues.complete ? [finding("queue-missing", at, missing("queue", queue, queues.items))] : [];
  if (!named.every(({ active }) => active === false)) return [];
  return [
    finding("queue-inactive", at, `The queue ${quoted(queue)} is not active, so nobody takes its calls.`),
  ];
}

/** The platform allows two campaigns with one name, but schedules and reports then cannot distinguish them. */
export function nameFindings(
  { name }: Campaign,
  campaigns: readonly ListedCampaign[],
  inWords: (at: number) => string = minuteOf,
): AccountFinding[] {
  const key = nameKey(name);
  const named = campaigns.filter((other) => nameKey(other.name) === key);
  const [first] = named;
  if (first === undefined) return [];
  const made = first.createdAt === undefined ? "" : `, created ${inWords(first.createdAt)}`;
  const more = named.length === 1 ? "" : ` There are ${named.length} of them.`;
  return [
    finding(
      "name-taken",
      ["name"],
      `The account already has a campaign ${quoted(first.name)} (${visibleLine(first.id, 80)}${made}).${more}`,
    ),
  ];
}

/** A campaign dials at most ten lists. */
const MAX_SUGGESTIONS = 20;

/** The items by each of their names. */
function grouped<T>(
  items: readonly T[],
  namesOf: (item: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items)
    for (const name of new Set(namesOf(item))) {
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [item]);
      else group.push(item);
    }
  return groups;
}

/** The name of the campaign that uses the list now, or "" if it is unknown. */
function usersOf(list: ContactList): string[] {
  if (list.inUse !== true) return [];
  // If several are linked to the list, the response does not contain which one runs.
  const [only, ...others] = list.campaigns;
  return [others.length === 0 ? (only ?? "") : ""];
}

function inUse(name: string, users: readonly string[]): string {
  const known = users.filter((user) => user !== "");
  const more = known.length > MAX_NAMES ? ` and ${known.length - MAX_NAMES} more` : "";
  const by =
    known.length === 0
      ? "a campaign that runs now"
      : known.slice(0, MAX_NAMES).map(quoted).join(" and ") + more;
  return `The contact list ${quoted(name)} is in use by ${by}; two campaigns cannot run on one list at the same time.`;
}

const MAX_NAMES = 3;

function missing(what: string, name: string, others: readonly { readonly name: string }[]): string {
  const near = nearest(
    name,
    others.map((other) => other.name),
  );
  const none = `The account has no ${what} ${quoted(name)}.`;
  return near === undefined ? none : `${none} It has ${quoted(near)}.`;
}

function quoted(name: string): string {
  return `“${visibleLine(name, 100)}”`;
}

function finding(
  code: AccountCode extends `account/${infer Name}` ? Name : never,
  at: readonly Segment[],
  message: string,
): AccountFinding {
  const severity = code === "contact-list-in-use" ? "info" : "warning";
  return { code: `account/${code}`, pointer: toPointer(at), message, severity, source: "account" };
}
