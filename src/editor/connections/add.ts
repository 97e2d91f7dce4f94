import { parseConnection, parseHost, type Connection } from "../../core/connection/connection";
import { visibleLine } from "../../core/text/visible";
import type { Parsed } from "../../core/text/parsed";
import { credentialSteps, emptyCredential, toCredential, type CredentialDraft } from "./credential";
import { accountIdHint, checkId, streamIdHint } from "./ids";
import { hostStep, needsHostConfirmation } from "./host";
import { askChoice, runSteps, textStep, type Step } from "../ui/multi-step-input";

/** What is typed so far; it becomes a connection only when every question has been answered. */
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
const longestName = 60;

/** What is known before the first question; each part is shown in its question, and checked like what is typed. */
export type ConnectionDefaults = Partial<Pick<Draft, "host" | "accountId" | "streamId" | "token">>;

/** Asks for a connection, one question at a time. Undefined when the person left; nothing is kept then. */
export async function askForConnection(
  takenNames: readonly string[],
  now: () => number,
  known: ConnectionDefaults = {},
): Promise<Connection | undefined> {
  const first = [nameStep(takenNames), addressStep()];
  const last = [accountStep(), streamStep(), askReach];
  const draft = await runSteps<Draft>({ ...empty, ...known }, (sofar) => [
    ...first,
    ...(needsHostConfirmation(sofar.host) ? [hostStep<Draft>(title())] : []),
    ...last,
    ...credentialSteps<Draft>(sofar, title(), now),
  ]);
  if (draft === undefined) return undefined;
  const { name, host, accountId, streamId, production } = draft;
  const parsed = parseConnection({
    ...{ id: crypto.randomUUID(), name, host, accountId, streamId, production },
    credential: toCredential(draft),
    ...(needsHostConfirmation(host) ? { hostAccepted: true } : {}),
  });
  // Each answer has been checked by itself; a refusal here is a bug of these checks.
  if (!parsed.valid) throw new Error(parsed.reason);
  return parsed.value;
}

function nameStep(takenNames: readonly string[]): Step<Draft> {
  return textStep<Draft, "name">("name", title(), {
    prompt: "A name you will recognise when you submit",
    placeholder: "for example: Acme Telecom, US",
    check: (text) => checkName(text, takenNames),
  });
}

function addressStep(): Step<Draft> {
  return textStep<Draft, "host">("host", title(), {
    prompt: "The address of the environment",
    placeholder: "https://platform.kore.ai",
    check: checkHost,
    hint: (host) => `Campaigns will be sent to ${host} and nowhere else.`,
  });
}

function accountStep(): Step<Draft> {
  return textStep<Draft, "accountId">("accountId", title(), {
    prompt: "The account id",
    check: (text) => checkId(text, "account ID"),
    hint: accountIdHint,
  });
}

function streamStep(): Step<Draft> {
  return textStep<Draft, "streamId">("streamId", title(), {
    prompt: "The stream id (also called bot id), which usually starts with st-",
    placeholder: "st-",
    check: (text) => checkId(text, "stream ID"),
    hint: streamIdHint,
  });
}

const askReach: Step<Draft> = async (draft, position) => {
  const answer = await askChoice<boolean>({
    ...position,
    title: title(),
    placeholder: "Does this connection call real people?",
    items: [
      {
        label: "Yes, it calls real people",
        detail: "Submitting asks for the campaign’s name to be typed. Choose this when in doubt.",
        value: true,
      },
      {
        label: "No, it is a test account",
        detail: "Its contact lists hold test numbers only.",
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
  if (name === "") return refuse("Type a name.");
  if (name.length > longestName) return refuse(`The name is longer than ${longestName} characters.`);
  if (visibleLine(name) !== name) return refuse("The name has a character in it that cannot be seen.");
  const key = name.toLowerCase();
  if (taken.some((each) => each.toLowerCase() === key))
    return refuse("There is a connection of this name already.");
  return { valid: true, value: name };
}

function checkHost(text: string): Parsed<string> {
  const parsed = parseHost(text);
  return parsed.valid ? { valid: true, value: parsed.host } : parsed;
}

function refuse(reason: string): { readonly valid: false; readonly reason: string } {
  return { valid: false, reason };
}
