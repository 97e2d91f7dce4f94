import { rule } from "../rule";

export const contactListIsDnc = rule({
  id: "contact-list-is-dnc",
  severity: "error",
  reads: ["contactLists", "dncLists/name"],
  summary: "No list is both dialled and not to be called.",
  why: "Everybody on the do-not-call list is taken out before dialling: of this list nobody is left.",
  examples: {
    good: [[["Spring"], "Never call"]],
    bad: [
      [["Spring", "Never call"], "Never call"],
      [[" never CALL "], "Never call"],
    ],
  },
  *check([lists, dnc], at) {
    const never = plain(dnc);
    if (never === "") return;
    for (let index = 0; index < lists.length; index++) {
      if (plain(lists[index] ?? "") !== never) continue;
      yield at("contactLists", index).problem(
        `${JSON.stringify(dnc.trim())} is dialled and is the do-not-call list as well, so nobody on it is ever called. Take it out of one of the two.`,
        { related: [{ place: at("dncLists", "name"), message: "The do-not-call list." }] },
      );
    }
  },
});

function plain(name: string): string {
  return name.trim().toLowerCase();
}
