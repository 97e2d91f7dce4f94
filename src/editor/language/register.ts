import * as vscode from "vscode";
import type { ReadNumber } from "../../core/lint/phone-number";
import { registerCompletion } from "./completion";
import { registerFolding } from "./folding";
import { registerFormatting } from "./formatting";
import { registerHover } from "./hover";
import type { LoadLanguage } from "./language-module";
import { campaignReader } from "./open-campaigns";
import { registerSelection } from "./selection";
import { registerSymbols } from "./symbols";

export interface LanguageDeps {
  /** Called once, at the first request of an editor. */
  readonly loadLanguage: LoadLanguage;
  readonly readNumber: ReadNumber;
}

/** Registers all language features except diagnostics, which `registerChecking` provides. */
export function registerLanguage({ loadLanguage, readNumber }: LanguageDeps): vscode.Disposable {
  const read = campaignReader(loadLanguage, readNumber);
  return vscode.Disposable.from(
    registerCompletion(read),
    registerHover(read),
    registerSymbols(read),
    registerFolding(read),
    registerSelection(read),
    registerFormatting(read),
  );
}
