import type { NamedItems, NamedPart } from "../account/list-named";
import { isInvalid } from "../platform/list-contact-lists";
import { visibleLine } from "../text/visible";
import type { AccountNames, NamesIn } from "./known-names";

/** The names for completion. Those that a campaign cannot use come last, and their origin says why. */
export function namesInAccount<P extends NamedPart>(
  part: P,
  items: readonly NamedItems[P][],
  connectionName: string,
): NamesIn[] {
  const { label, unusable, isUsable } = kinds[part];
  const where = `in ${visibleLine(connectionName, 40)}`;
  const groups = [
    { origin: `${label} ${where}`, some: items.filter(isUsable) },
    { origin: `${unusable} ${where}`, some: items.filter((item) => !isUsable(item)) },
  ];
  return groups.flatMap(({ origin, some }) =>
    some.length === 0 ? [] : [{ origin, names: { ...none, [part]: some.map(nameOf) }, isAccount: true }],
  );
}

interface Kind<T> {
  readonly label: string;
  readonly unusable: string;
  readonly isUsable: (item: T) => boolean;
}

const kinds: { readonly [P in NamedPart]: Kind<NamedItems[P]> } = {
  contactList: {
    label: "Contact list",
    unusable: "Invalid contact list",
    isUsable: ({ status = "" }) => !isInvalid(status),
  },
  queue: { label: "Queue", unusable: "Inactive queue", isUsable: ({ active }) => active !== false },
  dncList: { label: "Do-not-call list", unusable: "", isUsable: () => true },
};

const none: AccountNames = { contactList: [], dncList: [], queue: [] };

function nameOf({ name }: { readonly name: string }): string {
  return name;
}
