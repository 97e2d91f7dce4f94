import type * as vscode from "vscode";
import { maxCampaignLength } from "../../core/campaign/document";
import { caretAt, type Caret } from "../../core/completion/caret";

/** Where a position is in a campaign. A text that is too long to be a campaign is not read. */
export function campaignCaret(document: vscode.TextDocument, position: vscode.Position): Caret {
  const text = document.getText();
  return text.length > maxCampaignLength
    ? { ...caretAt("", 0), place: "elsewhere" }
    : caretAt(text, document.offsetAt(position));
}
