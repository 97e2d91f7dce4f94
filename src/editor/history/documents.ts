import * as vscode from "vscode";
import { parseJson } from "../../core/platform/envelope";
import { visibleLine, visibleText } from "../../core/text/visible";
import type { LedgerEntry } from "../../core/ledger/entry";
import { isEditable } from "../ui/editable";
import type { Submissions } from "../submission/ledger";
import type { LoadSubmission } from "../submission/submission-module";
import { nameOf } from "./item";
import { readHistory } from "./read-history";

/** The schemes of responses and submitted bodies, which only the commands of the submissions view open. */
const responseScheme = "campaign-response";
const sentScheme = "campaign-sent";

/** Read-only documents with the content of ledger entries. */
export interface SubmissionDocuments {
  response(entry: LedgerEntry): vscode.Uri;
  /** The submitted body, in the current layout of `file` if given. */
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
  /** Refreshes a document that is already open, because the layout of its file may have changed. */
  const refreshed = (uri: vscode.Uri): vscode.Uri => {
    changed.fire(uri);
    return uri;
  };
  const provide =
    (textOf: (entry: LedgerEntry, uri: vscode.Uri) => string | Promise<string>) =>
    async (uri: vscode.Uri): Promise<string> => {
      const history = await readHistory(submissions);
      const entry = "entries" in history ? history.entries.find(({ id }) => id === uri.query) : undefined;
      if (entry === undefined) return "This submission is no longer in the submission log.";
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
      return refreshed(vscode.Uri.from({ scheme: responseScheme, path, query: entry.id }));
    },
    sent: (entry, file) => {
      // Not a campaign file name, so that a past version is neither checked nor submitted.
      const path = `/${fileName(nameOf(entry))}.sent.jsonc`;
      const fragment = file === undefined ? "" : file.toString();
      return refreshed(vscode.Uri.from({ scheme: sentScheme, path, query: entry.id, fragment }));
    },
    dispose: () => void disposable.dispose(),
  };
}

/** The file that provides the layout, from the fragment of an address. */
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

/** Uses the layout of the file, so that a diff shows changed values and not comments or line breaks. */
async function sentText(
  entry: LedgerEntry,
  file: vscode.Uri | undefined,
  loadSubmitting: LoadSubmission,
): Promise<string> {
  const body = entry.body ?? "";
  const parsed = parseJson(body);
  if (parsed === undefined) return body;
  const { writeInLayout } = await loadSubmitting();
  const inLayout =
    file && writeInLayout((await vscode.workspace.openTextDocument(file)).getText(), parsed.json);
  return inLayout ?? `${JSON.stringify(parsed.json, undefined, 2)}\n`;
}

/** The name with path separators replaced, for use in a path. */
function fileName(name: string): string {
  return visibleLine(name.replace(/[\\/:]/g, "_"), 60);
}
