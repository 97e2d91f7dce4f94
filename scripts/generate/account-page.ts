import {
  contactListFindings,
  nameFindings,
  queueFindings,
  type AccountCode,
  type AccountFinding,
} from "../../src/core/account/findings";
import type { Campaign } from "../../src/core/campaign/generated/campaign";

type Name = AccountCode extends `account/${infer Rest}` ? Rest : never;

/** The meaning of each finding, in page order. The quoted messages come from the findings themselves. */
const meanings: Readonly<Record<Name, string>> = {
  "contact-list-missing":
    "The account has no contact list with this name. The platform compares names exactly, including spaces and case. Use the name in the account, or create the list first. The message suggests a similar name if there is one.",
  "contact-list-not-ready":
    "The platform has not finished importing the list, or the import failed. Wait until its status is Ready or Validated, or check the list in the account.",
  "contact-list-empty":
    "The list contains no contacts, so nobody on it is called. Add contacts before the campaign starts.",
  "contact-list-in-use":
    "A running campaign uses the list, and two campaigns cannot run on one list at the same time. You can create the campaign. Start it after the other one ends, or use another list.",
  "queue-missing":
    "The account has no queue with this name, so no agents take the calls. Use the name in the account, or create the queue first.",
  "queue-inactive":
    "The queue exists but is switched off, so nobody takes its calls. Switch it on before the campaign starts.",
  "name-taken":
    "The account already has a campaign with this name, ignoring case. The platform may accept a second one. Schedules and reports use the name and then cannot distinguish the two. It may also be this same campaign, submitted earlier.",
};

/** The page of the account problems, with one section for each code. */
export function accountPage(): string {
  const found = findings();
  const parts = Object.entries(meanings).map(([name, meaning]) => {
    const finding = found.find(({ code }) => code === `account/${name}`);
    if (finding === undefined) throw new Error(`No finding has the code account/${name}.`);
    return [`## ${name}`, meaning, `> ${finding.message}`].join("\n\n");
  });
  return `# account

_Campaign: Check Against Account_ checks a campaign against the account, without changing anything, and shows each problem
on its line in the Problems panel. Each of these problems is a **warning**, and none stops a submission, because the account
may change before the campaign starts. A list in use is an **info**, because the campaign can still be created.

A problem disappears when its line changes, when you close the file, when you check again, or when you choose another
connection. The check runs only when you start it. If the account cannot be reached, it reports no problems. Contact lists
and names need the API scope "Campaign Management", queues the scope "Configuration". Without one of them, the other parts
are still checked, and the result lists the parts that were not. Do-not-call lists, caller IDs and flows cannot be checked,
because the platform has no call that lists them.

${parts.join("\n\n")}

## rejected

The platform rejected the campaign, and its message names this property. This problem is an **error**, because the campaign
was not created, but it does not stop you from submitting again. It disappears when its line changes, when you choose another
connection, and with the next submission of the file. On an object, a list or a missing property, it also disappears when
anything in the object or list changes. The output channel _Campaign_ shows the whole response. The vendor does not document
the format of these messages. If one names no property, or one that appears several times, no line is marked.

> The platform said: maxRingTime must be at least 15

[All rules](README.md)
`;
}

/** Each finding once, from an account with all of these problems. */
function findings(): AccountFinding[] {
  const name = "Spring reminder";
  const contactLists = ["Bills due in march", "New customers", "Nobody yet", "Renewals"];
  const campaign = { name, contactLists } as unknown as Campaign;
  const list = (listName: string, more: object) => ({
    name: listName,
    status: "Ready",
    count: 240,
    campaigns: [],
    ...more,
  });
  const items = [
    list("Bills due in March", {}),
    list("New customers", { status: "Preparing" }),
    list("Nobody yet", { count: 0 }),
    list("Renewals", { inUse: true, campaigns: ["Renewals in May"] }),
  ];
  const createdAt = Date.UTC(2026, 2, 2, 9);
  return [
    ...contactListFindings(campaign, { items, complete: true }, []),
    ...queueFindings("Billing", { items: [{ name: "Billing team", active: true }], complete: true }),
    ...queueFindings("Night team", { items: [{ name: "Night team", active: false }], complete: true }),
    ...nameFindings(campaign, [{ id: "cd-10c85a3", name: "Spring Reminder", createdAt, contactLists: [] }]),
  ];
}
