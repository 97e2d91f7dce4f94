import type * as vscode from "vscode";
import { parseDocument, type CampaignDocument } from "../../core/campaign/document";

const parsed = new WeakMap<vscode.TextDocument, { version: number; campaign: CampaignDocument }>();

/** The current text of a document. Each version is parsed once, for the check, the fixes and the hovers. */
export function parsedCampaign(document: vscode.TextDocument): CampaignDocument {
  const { version } = document;
  const last = parsed.get(document);
  if (last?.version === version) return last.campaign;
  const campaign = parseDocument(document.getText());
  parsed.set(document, { version, campaign });
  return campaign;
}
