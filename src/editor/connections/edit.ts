import type { Connection } from "../../core/connection/connection";
import { askChoice, runSteps, type Step } from "../ui/multi-step-input";
import { accountStep, environmentStep, nameStep, streamStep, type Details } from "./details";

/** What can be changed in a saved connection. */
export interface EditedDetails extends Details {
  /** Whether names may be read in the account. Undefined to leave that as it is. */
  readonly namesAllowed: boolean | undefined;
}

/**
 * Asks for everything but the host and the credentials, which were saved for that host alone. A permission to read names
 * can be withdrawn, and ends with the account that it was given for. Undefined if the person cancels.
 */
export async function askForDetails(
  { name, host, accountId, streamId, production, namesAllowed: before }: Connection,
  takenNames: readonly string[],
): Promise<EditedDetails | undefined> {
  const title = `Edit ${name} at ${host} (for another host, add a connection)`;
  const edited = await runSteps<EditedDetails>(
    { name, accountId, streamId, production, namesAllowed: before },
    (answers) => [
      nameStep(title, takenNames),
      accountStep(title),
      streamStep(title),
      environmentStep(title),
      ...(before === true && answers.accountId === accountId ? [namesStep(title)] : []),
    ],
  );
  if (edited === undefined || edited.accountId === accountId) return edited;
  return { ...edited, namesAllowed: false };
}

function namesStep(title: string): Step<EditedDetails> {
  return async (draft, position) => {
    const answer = await askChoice<boolean>({
      ...position,
      title,
      value: draft.namesAllowed === true,
      placeholder: "Suggest names from this account while you write a campaign?",
      items: [
        {
          label: "Yes, suggest its names",
          detail: "Contact lists, queues and do-not-call lists, each read at most once in five minutes.",
          value: true,
        },
        { label: "No, read nothing for suggestions", value: false },
      ],
    });
    return typeof answer === "string" ? answer : { ...draft, namesAllowed: answer.value };
  };
}
