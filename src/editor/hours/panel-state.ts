import * as vscode from "vscode";
import { isObject } from "../../core/text/json-guards";
import { isEditable } from "../ui/editable";
import { languageId } from "../ui/language-id";
import { maxZoneLength } from "./messages";

/** What a panel shows, kept when the window closes. */
export interface PanelState {
  readonly document: vscode.TextDocument;
  /** The second time zone; empty for none. */
  readonly zone: string;
}

/** Longer than any address of a file. */
const maxFileLength = 10_000;

/** Opens the campaign of a panel that VS Code kept. Undefined if the campaign is gone or the state is not one. */
export async function readPanelState(state: unknown): Promise<PanelState | undefined> {
  if (!isObject(state)) return undefined;
  const { file, zone } = state;
  if (typeof file !== "string" || file.length > maxFileLength) return undefined;
  const document = await opened(file);
  if (document?.languageId !== languageId) return undefined;
  return { document, zone: typeof zone === "string" && zone.length <= maxZoneLength ? zone : "" };
}

async function opened(file: string): Promise<vscode.TextDocument | undefined> {
  try {
    const uri = vscode.Uri.parse(file, true);
    // VS Code would create an untitled document that it did not keep.
    return isEditable(uri) && (uri.scheme !== "untitled" || hasTab(uri))
      ? await vscode.workspace.openTextDocument(uri)
      : undefined;
  } catch {
    return undefined;
  }
}

function hasTab(uri: vscode.Uri): boolean {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.some(
    ({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString(),
  );
}
