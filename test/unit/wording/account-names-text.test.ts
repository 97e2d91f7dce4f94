import assert from "node:assert/strict";
import type { ContactList } from "../../../src/core/platform/list-contact-lists";
import type { Outcome } from "../../../src/core/platform/outcome";
import {
  contactListText,
  namesQuestion,
  namesReadText,
  queueText,
} from "../../../src/core/wording/account/account-names-text";

const connection = { name: "Acme" };
const age = "2 minutes ago";
const list = (changes: Partial<ContactList> = {}): ContactList => ({ name: "A", campaigns: [], ...changes });
const describeList = (items: readonly ContactList[], complete = true): string | undefined =>
  contactListText("A", { connection, cached: { items, complete, readAt: 0 }, age });

describe("What a hover shows of a contact list", () => {
  const cases: readonly (readonly [what: string, list: ContactList, text: string])[] = [
    [
      "a list that is ready",
      list({ status: "Ready", count: 1204 }),
      "1,204 contacts; ready; linked to no campaign.",
    ],
    ["a validated list", list({ status: "Validated", count: 1 }), "1 contact; ready; linked to no campaign."],
    [
      "a list that is being validated",
      list({ status: "Validating", count: 2 }),
      "2 contacts; still being validated: not ready yet; linked to no campaign.",
    ],
    [
      "an invalid list",
      list({ status: "Invalid", count: 2 }),
      "2 contacts; invalid: it never becomes ready, so use another list; linked to no campaign.",
    ],
    [
      "an unknown status",
      list({ status: "On\u202ehold", campaigns: ["X"] }),
      "Status “On<U+202E>hold”; linked to 1 campaign.",
    ],
    [
      "an empty list in use",
      list({ count: 0, campaigns: ["X", "Y"], inUse: true }),
      "No contacts, so nobody is called; linked to 2 campaigns; in use by a running campaign, so no other one can run on it now.",
    ],
  ];
  for (const [what, found, text] of cases)
    it(`describes ${what}`, () => assert.equal(describeList([found]), `Acme: ${text} Read 2 minutes ago.`));

  it("describes at most three lists with one name", () => {
    const text = describeList([1, 2, 3, 4].map((count) => list({ count }))) ?? "";
    assert.match(text, /^Acme: The account has 4 contact lists with this name\. 1 contact; .+ 3 contacts; /);
    assert.ok(!text.includes("4 contacts;"));
  });

  it("reports a missing list only if all lists are known", () => {
    assert.equal(
      describeList([]),
      "Acme: The account has no contact list with this name. Read 2 minutes ago.",
    );
    assert.equal(describeList([], false), undefined);
  });
});

describe("What a hover shows of a queue", () => {
  for (const [active, text] of [
    [true, "This queue is active."],
    [false, "This queue is not active, so nobody takes its calls."],
    [undefined, "This queue exists."],
  ] as const)
    it(`shows ${String(active)} in words`, () => {
      const queue = { name: "Q", ...(active === undefined ? {} : { active }) };
      const cached = { items: [queue], complete: false, readAt: 0 };
      assert.equal(queueText("Q", { connection, cached, age }), `Acme: ${text} Read 2 minutes ago.`);
    });
});

describe("The report of a refresh", () => {
  const listed = (...names: readonly string[]) =>
    ({ kind: "listed", items: names.map((name) => ({ name, campaigns: [] })), complete: true }) as const;
  const failed = (outcome: Outcome) => ({ kind: "unavailable", outcome }) as const;
  const unauthorized = (why: "scope" | "token") =>
    failed({ kind: "unauthorized", httpStatus: 401, why, messages: [], response: undefined });

  it("counts names, those that items share once", () => {
    assert.equal(
      namesReadText(connection, {
        contactList: listed("A", "A", "B"),
        queue: listed("Q"),
        dncList: listed(),
      }),
      "Read 2 contact lists, 1 queue and 0 do-not-call lists from “Acme”. A list or queue name offers them at Ctrl+Space.",
    );
  });

  it("names the scope that is missing, next to what was read", () => {
    assert.equal(
      namesReadText(connection, { contactList: listed("A"), queue: unauthorized("scope") }),
      "Read 1 contact list from “Acme”. A list or queue name offers them at Ctrl+Space. Couldn’t read the queues of “Acme”: the token's app lacks the required API scope. It requires “Configuration”. Grant it under Dev Tools > API Scope, then publish the app.",
    );
  });

  it("ends every failure with what to do", () => {
    const limited = failed({ kind: "rate-limited", httpStatus: 429, messages: [], response: undefined });
    assert.match(
      namesReadText(connection, { contactList: limited }),
      /limit of 60 calls a minute\. Wait a minute, then refresh again\.$/,
    );
    const offline = failed({ kind: "not-sent", reason: "refused", detail: "" });
    for (const failure of [offline, unauthorized("token")])
      assert.match(
        namesReadText(connection, { contactList: failure }),
        /^Couldn’t read the contact lists of “Acme”: .+\. Test the connection, then refresh again\. Names that were read earlier are still offered\.$/,
      );
  });
});

describe("The question for names", () => {
  it("says what is read, where, how often and at which cost", () => {
    const { text, detail } = namesQuestion({
      name: "Acme",
      host: "https://platform.kore.ai",
      accountId: "acc\u202e1",
    });
    assert.equal(text, "Suggest names from “Acme”?");
    for (const part of [
      "contact lists, queues and do-not-call lists of account acc<U+202E>1 at https://platform.kore.ai",
      "at most once in five minutes",
      "60 calls a minute",
      "Nothing is changed in the account.",
    ])
      assert.ok(detail.includes(part), part);
  });
});
