import * as vscode from "vscode";
import type { Connection } from "../../core/connection/connection";
import { plainLine } from "../../core/text/plain";
import { alone, askText } from "../ui/multi-step-input";
import type { SubmittingHalf } from "./submission-module";

/** Asks for the campaign's name, before real people are called. False when the person left. */
export async function typesName(
  nameToType: string,
  { name: target }: Connection,
  { isTypedName }: Pick<SubmittingHalf, "isTypedName">,
): Promise<boolean> {
  const name = plainLine(nameToType, 100);
  const answer = await askText({
    ...alone,
    title: vscode.l10n.t("Real people will be called"),
    prompt: vscode.l10n.t("To submit it to {0}, type the name of the campaign: {1}", target, name),
    placeholder: vscode.l10n.t("the campaign’s name"),
    value: "",
    refusesAt: "enter",
    check: (typed) =>
      isTypedName(typed, nameToType)
        ? { valid: true, value: typed }
        : {
            valid: false,
            reason: vscode.l10n.t("That is not quite the name, so nothing is sent. It is: {0}", name),
          },
  });
  return typeof answer !== "string";
}
