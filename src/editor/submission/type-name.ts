import { plainLine } from "../../core/text/plain";
import { noPosition, askText } from "../ui/multi-step-input";
import type { SubmissionModule } from "./submission-module";

export interface TypedConfirmation {
  readonly title: string;
  /** What the person is about to do, as in "submit to Acme". */
  readonly aim: string;
}

/** Asks the person to type the campaign's name, because the account calls real people. False if the person cancels. */
export async function confirmByTypingName(
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
