import { newWindow } from "./fake-vscode";
import type { Connection } from "../../../src/core/connection/connection";
import type { LedgerEntry } from "../../../src/core/ledger/entry";
import type { Ledger } from "../../../src/core/ledger/ledger";
import type { Connections } from "../../../src/editor/connections/register";
import type { Submissions } from "../../../src/editor/submission/ledger";
import { createLookUp, type LookUp, type LookUpDeps } from "../../../src/editor/submission/look-up";
import { attempt, begun, computer, unknown, type Computer } from "../submission/attempts";
import { log } from "./workspace";

/** A new window on a computer with one submission, whose outcome is unknown. */
export interface Unresolved {
  readonly own: Computer;
  readonly ledger: Ledger;
  readonly entry: LedgerEntry;
  readonly submissions: Submissions;
  /** How often the window was told that the ledger changed. */
  readonly changes: () => number;
}

export async function unresolved(): Promise<Unresolved> {
  newWindow();
  const own = computer();
  const ledger = own.window();
  const entry = begun(await ledger.begin(attempt(), []));
  await ledger.finish(entry, unknown);
  let changes = 0;
  const submissions = {
    ledger: () => Promise.resolve(ledger),
    changed: () => changes++,
  } as unknown as Submissions;
  return { own, ledger, entry, submissions, changes: () => changes };
}

/** @param connection the one that leads to the account, if any does */
export function lookUpThrough(
  connection: Connection | undefined,
  { submissions, loadSubmitting }: Pick<LookUpDeps, "submissions" | "loadSubmitting">,
): LookUp {
  const connections = {
    forAccount: () => Promise.resolve(connection),
    redact: (text: string) => text,
  } as unknown as Connections;
  return createLookUp({ connections, submissions, loadSubmitting, output: undefined as never, log });
}
