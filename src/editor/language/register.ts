import * as vscode from "vscode";
import { registerCompletion } from "./completion";
import { registerFolding } from "./folding";
import { registerFormatting } from "./formatting";
import { registerHover } from "./hover";
import type { LoadLanguage } from "./language-module";
import { campaignReader } from "./open-campaigns";
import { registerSelection } from "./selection";
import { registerSymbols } from "./symbols";

export interface LanguageDeps {
  /** Called once, when an editor first asks for anything. */
  readonly loadLanguage: LoadLanguage;
}

/** What an editor gives for a language, except problems: those are the checking's alone. */
export function registerLanguage({ loadLanguage }: LanguageDeps): vscode.Disposable {
  const read = campaignReader(loadLanguage);
  return vscode.Disposable.from(
    registerCompletion(read),
    registerHover(read),
    registerSymbols(read),
    registerFolding(read),
    registerSelection(read),
    registerFormatting(read),
  );
}
