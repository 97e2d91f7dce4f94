import { parseConnection, parseHost, type Connection } from "../../core/connection/connection";
import type { Parsed } from "../../core/text/parsed";
import { credentialSteps, emptyCredential, toCredential, type CredentialDraft } from "./credential";
import { accountStep, environmentStep, nameStep, streamStep, type Details } from "./details";
import { hostStep, needsHostConfirmation } from "./host";
import { runSteps, textStep, type Step } from "../ui/multi-step-input";

/** The answers so far. They become a connection when every question is answered. */
interface Draft extends CredentialDraft, Details {
  readonly host: string;
}

const empty: Draft = {
  ...emptyCredential,
  ...{ name: "", host: "", accountId: "", streamId: "", production: true },
};

/** Values to fill in. Each is shown in its question and checked like typed text. */
export type ConnectionDefaults = Partial<Pick<Draft, "host" | "accountId" | "streamId" | "token">>;

/** Asks for a connection, one question at a time. Undefined if the person cancels. */
export async function askForConnection(
  takenNames: readonly string[],
  now: () => number,
  defaults: ConnectionDefaults = {},
): Promise<Connection | undefined> {
  const first = [nameStep<Draft>(title(), takenNames), addressStep()];
  const last = [accountStep<Draft>(title()), streamStep<Draft>(title()), environmentStep<Draft>(title())];
  const draft = await runSteps<Draft>({ ...empty, ...defaults }, (answers) => [
    ...first,
    ...(needsHostConfirmation(answers.host) ? [hostStep<Draft>(title())] : []),
    ...last,
    ...credentialSteps<Draft>(answers, title(), now),
  ]);
  if (draft === undefined) return undefined;
  const { name, host, accountId, streamId, production } = draft;
  const parsed = parseConnection({
    ...{ id: crypto.randomUUID(), name, host, accountId, streamId, production },
    credential: toCredential(draft),
    ...(needsHostConfirmation(host) ? { hostAccepted: true } : {}),
  });
  // Each answer has been checked already, so a rejection here is a bug in those checks.
  if (!parsed.valid) throw new Error(parsed.reason);
  return parsed.value;
}

function addressStep(): Step<Draft> {
  return textStep<Draft, "host">("host", title(), {
    prompt: "Enter the URL of the environment",
    placeholder: "https://platform.kore.ai",
    check: checkHost,
    hint: (host) => `Campaigns will be sent only to ${host}.`,
  });
}

function title(): string {
  return "Add Connection";
}

function checkHost(text: string): Parsed<string> {
  const parsed = parseHost(text);
  return parsed.valid ? { valid: true, value: parsed.host } : parsed;
}
