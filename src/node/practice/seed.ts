/** The initial content of every practice account: names used by the examples and by the vendor's documentation. */

export interface ContactList {
  readonly _id: string;
  readonly name: string;
  readonly description: string;
  readonly totalRecordCount: number;
  readonly status: "Ready" | "Validated";
}

export const contactLists: readonly ContactList[] = [
  {
    _id: "cl-a87db5d-bd29-4327-ab8c-a7ac00000001",
    name: "CL Only 2020 Dec 4",
    description: "The list of the vendor's sample campaign.",
    totalRecordCount: 1,
    status: "Validated",
  },
  {
    _id: "cl-718e888-3aca-4008-973e-6d7994000002",
    name: "Renewal Due - May/June 2025",
    description: "Customers whose service runs out in July 2025.",
    totalRecordCount: 240,
    status: "Ready",
  },
  {
    _id: "cl-5c0d1aa-7f3e-4d52-9b61-0e93b1000003",
    name: "Bills due this month",
    description: "Customers with an open bill.",
    totalRecordCount: 1800,
    status: "Ready",
  },
];

/** A do-not-call list has an id of the same form, but is not among the contact lists. */
export const doNotCallLists: readonly { readonly id: string; readonly name: string }[] = [
  { id: "cl-68b802a-2b99-4245-8eea-6d322a800001", name: "DNC CL Dec 4" },
];

export const queues = [
  {
    isActive: true,
    isDefault: true,
    name: "Default Queue",
    description: "The queue of the vendor's sample campaign.",
    id: "qu-268eda9-ba47-4b03-ab29-d1909c380001",
  },
  {
    isActive: true,
    isDefault: false,
    name: "Queue1",
    description: "A second queue.",
    id: "qu-268eda9-ba47-4b03-ab29-d1909c380002",
  },
] as const;
