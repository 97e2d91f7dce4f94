import type { Connection } from "../../core/connection/connection";
import { plainLine } from "../../core/text/plain";
import { noPosition, askText } from "../ui/multi-step-input";
import type { SubmissionModule } from "./submission-module";

/** Asks the person to type the campaign's name, because real people will be called. False if the person cancels. */
export async function confirmByTypingName(
  nameToType: string,
  { name: target }: Connection,
  { isTypedName }: Pick<SubmissionModule, "isTypedName">,
): Promise<boolean> {
  const name = plainLine(nameToType, 100);
  const answer = await askText({
    ...noPosition,
    title: "Real people will be called",
    prompt: `To submit to ${target}, type the name of the campaign: ${name}`,
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
