import type { Campaign } from "../campaign/generated/campaign";
import { nearest } from "../text/nearest";
import { toPointer, type Segment } from "../campaign/pointer";
import { nameKey } from "../platform/campaign-name";
import type { ListedCampaign } from "../platform/list-campaigns";
import type { ContactList } from "../platform/list-contact-lists";
import type { Queue } from "../platform/list-queues";
import { minuteOf } from "../text/local-time";
import { visibleLine } from "../text/visible";

/**
 * Something in the account that a campaign will stumble over. Never an error: the account may change before it runs. A
 * warning when the campaign would be refused or call nobody, an info when it can be created all the same.
 */
export interface AccountFinding {
  readonly code: AccountCode;
  /** RFC 6901, into the campaign. */
  readonly pointer: string;
  /** Sentences for a person. Names from the account in it are on one line and have no invisible characters. */
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

/** What was read of the account. When `complete` is false, that something is not in it says nothing. */
interface Read<T> {
  readonly items: readonly T[];
  readonly complete: boolean;
}

/** One look at each list that the campaign dials. `campaigns` are those of the account that are known. */
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
    // Two lists may share a name; then nothing says which one will be dialed, and the better one is believed.
    const named = byName.get(name) ?? [];
    if (named.length === 0) {
      if (!lists.complete) return [];
      // A near name is looked for among all lists of the account.
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

/** `queue` is the campaign's. */
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

/** The platform lets two campaigns share a name, and then schedules and reports cannot tell them apart. */
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

/** A campaign has ten lists at most that are dialed. */
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

/** The name of the campaign that holds the list now, or "" where it is not known. */
function usersOf(list: ContactList): string[] {
  if (list.inUse !== true) return [];
  // Of several that are linked to it, the answer does not say which one runs.
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

function isReady(status: string): boolean {
  return /^(ready|validated)$/i.test(status);
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
