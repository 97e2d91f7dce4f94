import { withoutInvisible } from "../../text/invisible";
import { nameKey } from "../../text/name-key";
import { rule } from "../rule";

export const contactListIsDnc = rule({
  id: "contact-list-is-dnc",
  severity: "error",
  reads: ["contactLists", "dncLists/name"],
  summary: "The do-not-call list is not also a contact list.",
  why: "The platform removes everyone on the do-not-call list before dialing, so it calls nobody on this list.",
  examples: {
    good: [[["Spring"], "Never call"]],
    bad: [
      [["Spring", "Never call"], "Never call"],
      [[" never CALL "], "Never call"],
      [["Never call"], "Never call\u200B"],
    ],
  },
  *check([lists, dnc], at) {
    const never = nameKey(dnc);
    if (never === "") return;
    for (let index = 0; index < lists.length; index++) {
      if (nameKey(lists[index] ?? "") !== never) continue;
      yield at("contactLists", index).problem(
        `${JSON.stringify(withoutInvisible(dnc).trim())} is both a contact list and the do-not-call list, so nobody on it is called. Remove it from one of the two.`,
        { related: [{ place: at("dncLists", "name"), message: "The do-not-call list." }] },
      );
    }
  },
});
