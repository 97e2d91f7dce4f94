import * as vscode from "vscode";
import type { FinishedEntry } from "../../core/ledger/entry";
import type { Deed } from "../../core/wording/deed-text";
import { visibleLine } from "../../core/text/visible";
import type { OutcomeText } from "../../core/wording/outcome-text";
import { hasResponse } from "../history/item";
import { showMessage, type Answers, type Level } from "../ui/message";
import type { ManagerDeps } from "./managing-module";

/** How a change of a campaign ended. */
export interface EndText {
  readonly words: OutcomeText;
  /** The same as one sentence, for the notification; without it the notification has all the words. */
  readonly short?: string;
  /** The second part of the notification's id. */
  readonly kind: string;
  readonly level: Level;
}

export const CANCELED: EndText = {
  words: { headline: "Canceled: nothing was sent.", explanation: "", nextStep: "" },
  ...{ kind: "canceled", level: "information" },
};

export interface End extends EndText {
  readonly deed: Exclude<Deed, "create">;
  /** The campaign's. */
  readonly name: string;
  readonly answers: Answers;
  /** More lines for the output. */
  readonly details?: readonly string[];
}

/** Shows a notification, and adds the whole text and the details to the output. */
export function showEnd(
  { words, short, kind, level, deed, name, answers, details = [] }: End,
  { connections, output }: Pick<ManagerDeps, "connections" | "output">,
): void {
  const { headline, explanation, nextStep } = words;
  const text = [headline, explanation, nextStep].filter((part) => part !== "").join(" ");
  const time = new Date().toLocaleTimeString(vscode.env.language);
  const lines = [`${time}  ${name}: ${text}`, ...details.map((line) => `  ${line}`)];
  output.appendLine(connections.redact(lines.map((line) => visibleLine(line, 2_000)).join("\n")));
  const explained: Answers = short === undefined ? {} : { "Show Output": () => output.show() };
  showMessage({ level, id: `${deed}.${kind}` }, short ?? text, { ...answers, ...explained });
}

export function responseOf(entry: FinishedEntry | undefined): Answers {
  if (entry === undefined || !hasResponse(entry)) return {};
  return { "Show Response": () => vscode.commands.executeCommand("campaignJson.openResponse", entry) };
}

export function showNotRecorded(): void {
  showMessage(
    { level: "warning", id: "submit.answer-not-noted" },
    "The platform answered, but the result couldn’t be saved. The campaign is read before anything is sent again.",
  );
}
