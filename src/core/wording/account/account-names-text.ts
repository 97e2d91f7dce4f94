import type { NamedItems, NamedPart } from "../../account/list-named";
import type { CachedItems } from "../../account/name-cache";
import type { Connection } from "../../connection/connection";
import { isInvalid, isReady, type ContactList } from "../../platform/list-contact-lists";
import type { Listed } from "../../platform/list-page";
import type { Outcome } from "../../platform/outcome";
import { visibleLine } from "../../text/visible";
import { readFailure } from "../read-failure";
import { GRANTED, SCOPES } from "./unavailable-part";

/** What is known of an account’s items, and when it was read: "2 minutes ago". */
export interface NameSource<P extends NamedPart> {
  readonly connection: Pick<Connection, "name">;
  readonly cached: CachedItems<NamedItems[P]>;
  readonly age: string;
}

/** What the account contains under the name of a contact list. One line. Undefined if that is unknown. */
export function contactListText(name: string, source: NameSource<"contactList">): string | undefined {
  return itemText(name, "contact list", source, listText);
}

/** What the account contains under the name of a queue. One line. Undefined if that is unknown. */
export function queueText(name: string, source: NameSource<"queue">): string | undefined {
  return itemText(name, "queue", source, ({ active }) =>
    active === undefined
      ? "This queue exists."
      : active
        ? "This queue is active."
        : "This queue is not active, so nobody takes its calls.",
  );
}

/** Items that share a name, of which the text describes the first ones. */
const MAX_ITEMS = 3;

function itemText<P extends "contactList" | "queue">(
  name: string,
  what: string,
  { connection, cached, age }: NameSource<P>,
  describe: (item: NamedItems[P]) => string,
): string | undefined {
  const named = cached.items.filter((item) => item.name === name);
  if (named.length === 0 && !cached.complete) return undefined;
  const found =
    named.length === 0
      ? [`The account has no ${what} with this name.`]
      : [
          ...(named.length === 1 ? [] : [`The account has ${named.length} ${what}s with this name.`]),
          ...named.slice(0, MAX_ITEMS).map(describe),
        ];
  return `${visibleLine(connection.name, 60)}: ${found.join(" ")} Read ${age}.`;
}

function listText({ count, status, campaigns, inUse }: ContactList): string {
  const { length } = campaigns;
  const facts = [
    ...(count === undefined
      ? []
      : [count === 0 ? "no contacts, so nobody is called" : amount(count, "contact")]),
    ...(status === undefined ? [] : [statusText(status)]),
    length === 0 ? "linked to no campaign" : `linked to ${amount(length, "campaign")}`,
    ...(inUse === true ? ["in use by a running campaign, so no other one can run on it now"] : []),
  ];
  return `${sentence(facts.join("; "))}.`;
}

function statusText(status: string): string {
  if (isReady(status)) return "ready";
  if (isInvalid(status)) return "invalid: it never becomes ready, so use another list";
  if (/^validating$/i.test(status)) return "still being validated: not ready yet";
  return `status “${visibleLine(status, 40)}”`;
}

/** The results of reading an account’s names; absent for a part that was not tried. */
export type ReadNames = { readonly [P in NamedPart]?: Listed<NamedItems[P]> };

/** Reports a refresh on one line, with what to do about a part that could not be read. */
export function namesReadText(connection: Pick<Connection, "name">, read: ReadNames): string {
  const name = `“${visibleLine(connection.name, 60)}”`;
  const listed = parts.flatMap((part) => {
    const result = read[part];
    return result?.kind === "listed" ? [amount(countOf(result), NOUNS[part])] : [];
  });
  const failed = parts.flatMap((part) => {
    const result = read[part];
    return result?.kind === "unavailable" ? [{ part, outcome: result.outcome }] : [];
  });
  const found =
    listed.length === 0
      ? []
      : [`Read ${enumerated(listed)} from ${name}. A list or queue name offers them at Ctrl+Space.`];
  return [...found, ...failed.map(({ part, outcome }) => failureText(part, outcome, name))].join(" ");
}

const parts = ["contactList", "queue", "dncList"] as const;

const NOUNS: Readonly<Record<NamedPart, string>> = {
  contactList: "contact list",
  queue: "queue",
  dncList: "do-not-call list",
};

const SCOPE_OF = {
  contactList: SCOPES["contact-lists"],
  queue: SCOPES.queues,
  dncList: SCOPES.campaigns,
} as const satisfies Record<NamedPart, string>;

function failureText(part: NamedPart, outcome: Outcome, name: string): string {
  const what = `Couldn’t read the ${NOUNS[part]}s of ${name}: ${readFailure(outcome)}.`;
  if (outcome.kind === "rate-limited") return `${what} Wait a minute, then refresh again.`;
  if (outcome.kind === "unauthorized" && outcome.why === "scope")
    return `${what} It requires “${SCOPE_OF[part]}”. ${GRANTED}`;
  return `${what} Test the connection, then refresh again. Names that were read earlier are still offered.`;
}

/** Names that several items share count once. */
function countOf({ items }: { readonly items: readonly { readonly name: string }[] }): number {
  return new Set(items.map(({ name }) => name)).size;
}

function amount(count: number, noun: string): string {
  return `${count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`;
}

function enumerated(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A question that a person must answer before the names are read. */
export function namesQuestion({ name, host, accountId }: Pick<Connection, "name" | "host" | "accountId">): {
  readonly text: string;
  readonly detail: string;
} {
  return {
    text: `Suggest names from “${visibleLine(name, 60)}”?`,
    detail: [
      `Completion and hovers will use the contact lists, queues and do-not-call lists of account ${visibleLine(accountId, 60)} at ${host}.`,
      "They are read with the saved credentials when you ask for suggestions in a list or queue name, each kind at most once in five minutes. The reads count toward the 60 calls a minute of the account.",
      "Nothing is changed in the account.",
    ].join("\n\n"),
  };
}
