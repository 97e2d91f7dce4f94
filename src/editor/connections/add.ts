import { parseConnection, parseHost, type Connection } from "../../core/connection/connection";
import { visibleLine } from "../../core/text/visible";
import { refuse, type Parsed } from "../../core/text/parsed";
import { credentialSteps, emptyCredential, toCredential, type CredentialDraft } from "./credential";
import { accountIdHint, checkId, streamIdHint } from "./ids";
import { hostStep, needsHostConfirmation } from "./host";
import { askChoice, runSteps, textStep, type Step } from "../ui/multi-step-input";

/** The answers so far. They become a connection when every question is answered. */
interface Draft extends CredentialDraft {
  readonly name: string;
  readonly host: string;
  readonly accountId: string;
  readonly streamId: string;
  readonly production: boolean;
}

const empty: Draft = {
  ...emptyCredential,
  ...{ name: "", host: "", accountId: "", streamId: "", production: true },
};
const maxNameLength = 60;

/** Values to fill in. Each is shown in its question and checked like typed text. */
export type ConnectionDefaults = Partial<Pick<Draft, "host" | "accountId" | "streamId" | "token">>;

/** Asks for a connection, one question at a time. Undefined if the person cancels. */
export async function askForConnection(
  takenNames: readonly string[],
  now: () => number,
  defaults: ConnectionDefaults = {},
): Promise<Connection | undefined> {
  const first = [nameStep(takenNames), addressStep()];
  const last = [accountStep(), streamStep(), askEnvironment];
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

function nameStep(takenNames: readonly string[]): Step<Draft> {
  return textStep<Draft, "name">("name", title(), {
    prompt: "Enter a name that you will recognize when you submit",
    placeholder: "For example: Acme Telecom, US",
    check: (text) => checkName(text, takenNames),
  });
}

function addressStep(): Step<Draft> {
  return textStep<Draft, "host">("host", title(), {
    prompt: "Enter the URL of the environment",
    placeholder: "https://platform.kore.ai",
    check: checkHost,
    hint: (host) => `Campaigns will be sent only to ${host}.`,
  });
}

function accountStep(): Step<Draft> {
  return textStep<Draft, "accountId">("accountId", title(), {
    prompt: "Enter the account ID",
    check: (text) => checkId(text, "account ID"),
    hint: accountIdHint,
  });
}

function streamStep(): Step<Draft> {
  return textStep<Draft, "streamId">("streamId", title(), {
    prompt: "Enter the stream ID (also called bot ID). It usually starts with st-",
    placeholder: "st-",
    check: (text) => checkId(text, "stream ID"),
    hint: streamIdHint,
  });
}

const askEnvironment: Step<Draft> = async (draft, position) => {
  const answer = await askChoice<boolean>({
    ...position,
    title: title(),
    placeholder: "Does this connection call real people?",
    items: [
      {
        label: "Yes, it calls real people",
        detail: "You type the campaign’s name to confirm each submission. Choose this if you aren’t sure.",
        value: true,
      },
      {
        label: "No, it is a test account",
        detail: "Its contact lists contain only test numbers.",
        value: false,
      },
    ],
  });
  return typeof answer === "string" ? answer : { ...draft, production: answer.value };
};

function title(): string {
  return "Add Connection";
}

function checkName(text: string, taken: readonly string[]): Parsed<string> {
  const name = text.trim();
  if (name === "") return refuse("Enter a name.");
  if (name.length > maxNameLength)
    return refuse(`The name is longer than ${maxNameLength} characters. Enter a shorter one.`);
  if (visibleLine(name) !== name) return refuse("The name contains an invisible character. Remove it.");
  const key = name.toLowerCase();
  if (taken.some((each) => each.toLowerCase() === key))
    return refuse("A connection with this name already exists.");
  return { valid: true, value: name };
}

function checkHost(text: string): Parsed<string> {
  const parsed = parseHost(text);
  return parsed.valid ? { valid: true, value: parsed.host } : parsed;
}
