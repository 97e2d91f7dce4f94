import type { Connection } from "../../core/connection/connection";
import { plainLine } from "../../core/text/plain";
import { noPosition, askText } from "../ui/multi-step-input";
import type { SubmissionModule } from "./submission-module";

/** Asks for the campaign's name, before real people are called. False when the person left. */
export async function typesName(
  nameToType: string,
  { name: target }: Connection,
  { isTypedName }: Pick<SubmissionModule, "isTypedName">,
): Promise<boolean> {
  const name = plainLine(nameToType, 100);
  const answer = await askText({
    ...noPosition,
    title: "Real people will be called",
    prompt: `To submit it to ${target}, type the name of the campaign: ${name}`,
    placeholder: "the campaign’s name",
    value: "",
    refusesAt: "enter",
    check: (typed) =>
      isTypedName(typed, nameToType)
        ? { valid: true, value: typed }
        : {
            valid: false,
            reason: `That is not quite the name, so nothing is sent. It is: ${name}`,
          },
  });
  return typeof answer !== "string";
}
