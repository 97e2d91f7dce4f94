import {
  contactListFindings,
  nameFindings,
  queueFindings,
  type AccountCode,
  type AccountFinding,
} from "../../src/core/account/findings";
import type { Campaign } from "../../src/core/campaign/generated/campaign";

type Name = AccountCode extends `account/${infer Rest}` ? Rest : never;

/** What each finding means, in the order of the page; the quotes come from the findings themselves. */
const meanings: Readonly<Record<Name, string>> = {
  "contact-list-missing":
    "The account has no contact list of this name. The platform knows a list by its exact name: blanks and capital letters count. Write the name as the account has it, or create the list first. Where the account has a name that is nearly the same, it is said.",
  "contact-list-not-ready":
    "The platform has not finished reading the list, or could not. Wait until its status is Ready or Validated, or look at the list in the account.",
  "contact-list-empty":
    "There is nobody on the list, so the campaign would call nobody. Add contacts before it starts.",
  "contact-list-in-use":
    "A campaign that runs now holds the list, and two campaigns cannot run on one list at the same time. The campaign can be created; start it when the other one has ended, or give it a list of its own.",
  "queue-missing":
    "The account has no queue of this name, so there are no agents for the calls. Write the name as the account has it, or create the queue first.",
  "queue-inactive":
    "The queue is there and switched off: nobody takes its calls. Switch it on before the campaign starts.",
  "name-taken":
    "The account has a campaign of this name already, whatever its capital letters. The platform may take a second one, and then schedules and reports, which go by the name, cannot tell the two apart. It may also be this very campaign, submitted before.",
};

/** What the account and the platform say of a campaign, one section for each: the part of the code behind `account/`. */
export function accountPage(): string {
  const said = findings();
  const parts = Object.entries(meanings).map(([name, meaning]) => {
    const found = said.find(({ code }) => code === `account/${name}`);
    if (found === undefined) throw new Error(`Nothing is said of account/${name}.`);
    return [`## ${name}`, meaning, `> ${found.message}`].join("\n\n");
  });
  return `# account

What only the account knows. _Campaign: Check Against Account_ looks there, reads only, and says what it finds on the line
it is about. Each of these is a **warning**, in the Problems panel, and stops nobody: the account may
change before the campaign starts. A list that is in use is an **info**, since the campaign can be created all the same.

A remark goes when its line changes, when the file is closed, when the account is asked again and when another connection is
chosen. Nothing is looked up unasked, and when the account cannot be reached no line says anything. Contact lists and names
need the API scope "Campaign Management", queues the scope "Configuration"; without one, the other parts are looked at all
the same, and the result says what was not. Do-not-call lists, caller IDs and flows cannot be looked up: no call of the
platform lists them.

${parts.join("\n\n")}

## rejected

The platform refused the campaign, and its words name this property. This one is an **error**, since the campaign was not
created; it does not stop you from submitting again. It goes when its line changes, when another connection is chosen and
with the next submission of the file; on an object or a list, or on a property that is missing in one, also when anything in that changes. The platform's
whole answer is in the output channel _Campaign_. The vendor documents no form for these words: where they name no property,
or one that stands in several places, no line is marked.

> The platform said: maxRingTime must be at least 15

[All rules](README.md)
`;
}

/** Each finding once, made from an account in which all of it is wrong. */
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
