import {
  parseClientId,
  parseClientSecret,
  parseToken,
  type Connection,
  type Credential,
} from "../../core/connection/connection";
import type { Parsed } from "../../core/text/parsed";
import { formatDate } from "./expiry";
import { askChoice, runSteps, textStep, type Step } from "../ui/multi-step-input";

/** What is typed of a credential so far; both kinds are kept, for whoever goes back and forth. */
export interface CredentialDraft {
  readonly kind: Credential["kind"];
  readonly token: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export const emptyCredential: CredentialDraft = { kind: "token", token: "", clientId: "", clientSecret: "" };

/** The questions for a credential: which kind, then what belongs to it. Secrets are hidden. */
export function credentialSteps<T extends CredentialDraft>(
  draft: CredentialDraft,
  title: string,
  now: () => number,
): Step<T>[] {
  if (draft.kind === "token") return [askKind(title), tokenStep(title, now)];
  return [askKind(title), clientIdStep(title), clientSecretStep(title)];
}

export function toCredential({ kind, token, clientId, clientSecret }: CredentialDraft): Credential {
  return kind === "token" ? { kind, token } : { kind, clientId, clientSecret };
}

/** Asks for a new credential of a connection that stays as it is otherwise. Undefined when the person left. */
export async function askForNewCredential(
  connection: Connection,
  now: () => number,
): Promise<Connection | undefined> {
  const title = `New Credentials for ${connection.name} at ${connection.host}`;
  const { credential } = connection;
  const clientId = credential.kind === "client" ? credential.clientId : "";
  const draft = await runSteps({ ...emptyCredential, kind: credential.kind, clientId }, (sofar) =>
    credentialSteps(sofar, title, now),
  );
  return draft === undefined ? undefined : { ...connection, credential: toCredential(draft) };
}

function askKind<T extends CredentialDraft>(title: string): Step<T> {
  return async (draft, position) => {
    const answer = await askChoice<Credential["kind"]>({
      ...position,
      title,
      placeholder: "What opens the account?",
      value: draft.kind,
      items: [
        {
          label: "A ready token (JWT)",
          detail: "Made elsewhere. When it expires, a new one has to be saved.",
          value: "token",
        },
        {
          label: "Client id and client secret",
          detail: "A token is minted for each request and good for 5 minutes.",
          value: "client",
        },
      ],
    });
    return typeof answer === "string" ? answer : { ...draft, kind: answer.value };
  };
}

function tokenStep<T extends CredentialDraft>(title: string, now: () => number): Step<T> {
  return textStep<T, "token">("token", title, {
    prompt: "The token (JWT). It is kept in this computer’s secret storage, for this host only.",
    placeholder: "eyJ…",
    password: true,
    check: (text) => checkToken(text, now()),
    hint: sayExpiry,
  });
}

function clientIdStep<T extends CredentialDraft>(title: string): Step<T> {
  return textStep<T, "clientId">("clientId", title, {
    prompt: "The client id of the app, which usually starts with cs-",
    placeholder: "cs-",
    check: parseClientId,
  });
}

function clientSecretStep<T extends CredentialDraft>(title: string): Step<T> {
  return textStep<T, "clientSecret">("clientSecret", title, {
    prompt:
      "The client secret of the app. It is kept in this computer’s secret storage and never sent: tokens are signed with it.",
    password: true,
    check: parseClientSecret,
  });
}

function checkToken(text: string, now: number): Parsed<string> {
  const parsed = parseToken(text);
  if (!parsed.valid) return parsed;
  const { token, expiresAt } = parsed;
  return expiresAt !== undefined && expiresAt <= now
    ? {
        valid: false,
        reason: `This token ran out on ${formatDate(expiresAt)}. Make a new one.`,
      }
    : { valid: true, value: token };
}

function sayExpiry(token: string): string {
  const parsed = parseToken(token);
  return parsed.valid && parsed.expiresAt !== undefined
    ? `The token is good until ${formatDate(parsed.expiresAt)}.`
    : "The token does not say when it runs out.";
}
