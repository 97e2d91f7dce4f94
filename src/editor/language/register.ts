import * as vscode from "vscode";
import type { AccountSource } from "../account/suggest-names";
import { registerCompletion, type NamesSource } from "./completion";
import { registerFolding } from "./folding";
import { registerFormatting } from "./formatting";
import { registerHover } from "./hover";
import type { ReadCampaign } from "./open-campaigns";
import { registerSelection } from "./selection";
import { registerSymbols } from "./symbols";

export interface LanguageDeps {
  readonly read: ReadCampaign;
  readonly names: NamesSource;
  readonly account: Pick<AccountSource, "namesFor" | "hoverFor">;
}

/** Registers all language features except diagnostics, which `registerChecking` provides. */
export function registerLanguage({ read, names, account }: LanguageDeps): vscode.Disposable {
  return vscode.Disposable.from(
    registerCompletion(read, names, account),
    registerHover(read, account),
    registerSymbols(read),
    registerFolding(read),
    registerSelection(read),
    registerFormatting(read),
  );
}
