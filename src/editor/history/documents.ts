import * as vscode from "vscode";
import { parseJson } from "../../core/platform/envelope";
import { visibleLine, visibleText } from "../../core/text/visible";
import type { LedgerEntry } from "../../core/ledger/entry";
import { isEditable } from "../ui/editable";
import type { Submissions } from "../submission/ledger";
import type { LoadSubmission } from "../submission/submission-module";
import { nameOf } from "./item";
import { readHistory } from "./read-history";

/** Where answers and sent bodies are: nothing but the commands of the history opens one. */
const responseScheme = "campaign-response";
const sentScheme = "campaign-sent";

/** Read-only documents, made from the ledger whenever they are opened. */
export interface SubmissionDocuments {
  response(entry: LedgerEntry): vscode.Uri;
  /** What was sent; with a file, in the layout that this has now. */
  sent(entry: LedgerEntry, file?: vscode.Uri): vscode.Uri;
  dispose(): void;
}

export interface SubmissionDocumentsDeps {
  readonly submissions: Submissions;
  readonly loadSubmitting: LoadSubmission;
  readonly redact: (text: string) => string;
}

export function registerSubmissionDocuments(deps: SubmissionDocumentsDeps): SubmissionDocuments {
  const { submissions, loadSubmitting, redact } = deps;
  const changed = new vscode.EventEmitter<vscode.Uri>();
  /** One that is open already is made anew: the layout of its file may be another one by now. */
  const opening = (uri: vscode.Uri): vscode.Uri => {
    changed.fire(uri);
    return uri;
  };
  const provide =
    (textOf: (entry: LedgerEntry, uri: vscode.Uri) => string | Promise<string>) =>
    async (uri: vscode.Uri): Promise<string> => {
      const history = await readHistory(submissions);
      const entry = "entries" in history ? history.entries.find(({ id }) => id === uri.query) : undefined;
      if (entry === undefined) return "This submission is no longer in the record.";
      return redact(await textOf(entry, uri));
    };
  const disposable = vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(responseScheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: provide(responseText),
    }),
    vscode.workspace.registerTextDocumentContentProvider(sentScheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: provide((entry, { fragment }) =>
        sentText(entry, fileOf(fragment), loadSubmitting),
      ),
    }),
  );
  return {
    response: (entry) => {
      const isText = entry.state !== "pending" && typeof entry.response === "string";
      const path = `/${fileName(nameOf(entry))}.response.${isText ? "txt" : "json"}`;
      return opening(vscode.Uri.from({ scheme: responseScheme, path, query: entry.id }));
    },
    sent: (entry, file) => {
      // Not under a campaign's name: what is in the past is neither checked nor submitted.
      const path = `/${fileName(nameOf(entry))}.sent.jsonc`;
      const fragment = file === undefined ? "" : file.toString();
      return opening(vscode.Uri.from({ scheme: sentScheme, path, query: entry.id, fragment }));
    },
    dispose: () => void disposable.dispose(),
  };
}

/** The file whose layout is taken, from the fragment of an address. */
function fileOf(fragment: string): vscode.Uri | undefined {
  const uri = fragment === "" ? undefined : vscode.Uri.parse(fragment);
  return uri !== undefined && isEditable(uri) ? uri : undefined;
}

function responseText(entry: LedgerEntry): string {
  if (entry.state === "pending" || entry.response === undefined) return "";
  const { response } = entry;
  const text = typeof response === "string" ? response : JSON.stringify(response, undefined, 2);
  return visibleText(`${text}\n`, Number.MAX_SAFE_INTEGER);
}

/** With the layout of its file, a comparison shows what would be sent differently, and no comments or line breaks. */
async function sentText(
  entry: LedgerEntry,
  file: vscode.Uri | undefined,
  loadSubmitting: LoadSubmission,
): Promise<string> {
  const body = entry.body ?? "";
  const parsed = parseJson(body);
  if (parsed === undefined) return body;
  const { writeInLayout: inLayoutOf } = await loadSubmitting();
  const alike = file && inLayoutOf((await vscode.workspace.openTextDocument(file)).getText(), parsed.json);
  return alike ?? `${JSON.stringify(parsed.json, undefined, 2)}\n`;
}

/** A name that may stand in a path. */
function fileName(name: string): string {
  return visibleLine(name.replace(/[\\/:]/g, "_"), 60);
}
