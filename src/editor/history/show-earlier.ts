import * as vscode from "vscode";
import type { EarlierSubmission } from "../../core/ledger/ledger";
import type { Submissions } from "../submission/ledger";
import { hasBody, hasResponse } from "./item";
import { readHistory } from "./read-history";

/** Shows an earlier submission: its response if stored, else its submitted version, else the view of submissions. */
export async function showEarlier(
  { entryId }: EarlierSubmission,
  { submissions }: { readonly submissions: Submissions },
): Promise<void> {
  const history = await readHistory(submissions);
  const entry = "entries" in history ? history.entries.find(({ id }) => id === entryId) : undefined;
  if (entry !== undefined && hasResponse(entry)) await run("campaignJson.openResponse", entry);
  else if (entry !== undefined && hasBody(entry)) await run("campaignJson.compareWithSent", entry);
  else await run("campaignJson.showSubmissions", entryId);
}

function run(command: string, ...arguments_: readonly unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand(command, ...arguments_);
}
