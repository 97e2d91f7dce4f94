import type { Confirmation } from "../../core/wording/confirmation";
import { plainLine } from "../../core/text/plain";
import { askModally } from "../ui/dialog";
import { noPosition, askText } from "../ui/multi-step-input";
import type { SubmissionModule } from "./submission-module";

export interface TypedConfirmation {
  readonly title: string;
  /** What the person is about to do, as in "submit to Acme". */
  readonly aim: string;
}

export interface ToAsk extends TypedConfirmation {
  /** Of the dialog in the log, such as `submit.confirm`. */
  readonly id: string;
  /** A button that does something else. It comes first and has the focus, so that Enter sends nothing. */
  readonly instead?: string;
}

/**
 * Asks before a request, with the warning icon only if there are warnings, and for the campaign's name if the account
 * calls real people. Undefined if the person cancels.
 */
export async function askToConfirm(
  { question: text, detail, hasWarnings, button, nameToType }: Confirmation,
  { id, instead, ...typed }: ToAsk,
  submitting: Pick<SubmissionModule, "isTypedName">,
): Promise<"yes" | "instead" | undefined> {
  const level = hasWarnings ? "warning" : "information";
  const buttons = instead === undefined ? [button] : [instead, button];
  const answer = await askModally({ id, level, text, detail }, ...buttons);
  if (answer === undefined) return undefined;
  if (answer === instead) return "instead";
  if (nameToType !== undefined && !(await isNameTyped(nameToType, typed, submitting))) return undefined;
  return "yes";
}

/** False if the person cancels. */
async function isNameTyped(
  nameToType: string,
  { title, aim }: TypedConfirmation,
  { isTypedName }: Pick<SubmissionModule, "isTypedName">,
): Promise<boolean> {
  const name = plainLine(nameToType, 100);
  const answer = await askText({
    ...noPosition,
    title,
    prompt: `To ${aim}, type the name of the campaign: ${name}`,
    placeholder: "Campaign name",
    value: "",
    showErrorsAt: "enter",
    check: (typed) =>
      isTypedName(typed, nameToType)
        ? { valid: true, value: typed }
        : {
            valid: false,
            reason: `The name doesn’t match, so nothing was sent. Type: ${name}`,
          },
  });
  return typeof answer !== "string";
}
