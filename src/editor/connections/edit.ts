import type { Connection } from "../../core/connection/connection";
import { runSteps } from "../ui/multi-step-input";
import { accountStep, environmentStep, nameStep, streamStep, type Details } from "./details";

/**
 * Asks for everything but the host and the credentials, which were saved for that host alone. Undefined if the person
 * cancels.
 */
export async function askForDetails(
  { name, host, accountId, streamId, production }: Connection,
  takenNames: readonly string[],
): Promise<Details | undefined> {
  const title = `Edit ${name} at ${host} (for another host, add a connection)`;
  return runSteps<Details>({ name, accountId, streamId, production }, () => [
    nameStep(title, takenNames),
    accountStep(title),
    streamStep(title),
    environmentStep(title),
  ]);
}
