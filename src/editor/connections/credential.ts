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

/** The answers so far. Both kinds are kept, so that going back and forth loses nothing. */
export interface CredentialDraft {
  readonly kind: Credential["kind"];
  readonly token: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export const emptyCredential: CredentialDraft = { kind: "token", token: "", clientId: "", clientSecret: "" };

/** The questions for a credential: its kind, then its values. The input of secrets is hidden. */
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

/** Asks for new credentials and returns the connection with them. Undefined if the person cancels. */
export async function askForNewCredential(
  connection: Connection,
  now: () => number,
): Promise<Connection | undefined> {
  const title = `New Credentials for ${connection.name} at ${connection.host}`;
  const { credential } = connection;
  const clientId = credential.kind === "client" ? credential.clientId : "";
  const draft = await runSteps({ ...emptyCredential, kind: credential.kind, clientId }, (answers) =>
    credentialSteps(answers, title, now),
  );
  return draft === undefined ? undefined : { ...connection, credential: toCredential(draft) };
}

function askKind<T extends CredentialDraft>(title: string): Step<T> {
  return async (draft, position) => {
    const answer = await askChoice<Credential["kind"]>({
      ...position,
      title,
      placeholder: "How do you want to authenticate?",
      value: draft.kind,
      items: [
        {
          label: "Token (JWT)",
          detail: "Created elsewhere. When it expires, save a new one.",
          value: "token",
        },
        {
          label: "Client ID and client secret",
          detail: "A token is minted for each request and expires after 5 minutes.",
          value: "client",
        },
      ],
    });
    return typeof answer === "string" ? answer : { ...draft, kind: answer.value };
  };
}

function tokenStep<T extends CredentialDraft>(title: string, now: () => number): Step<T> {
  return textStep<T, "token">("token", title, {
    prompt: "Enter the token (JWT). It is saved in this computer’s secret storage, for this host only.",
    placeholder: "eyJ…",
    password: true,
    check: (text) => checkToken(text, now()),
    hint: expiryHint,
  });
}

function clientIdStep<T extends CredentialDraft>(title: string): Step<T> {
  return textStep<T, "clientId">("clientId", title, {
    prompt: "Enter the client ID of the app. It usually starts with cs-",
    placeholder: "cs-",
    check: parseClientId,
  });
}

function clientSecretStep<T extends CredentialDraft>(title: string): Step<T> {
  return textStep<T, "clientSecret">("clientSecret", title, {
    prompt:
      "Enter the client secret of the app. It is saved in this computer’s secret storage and never sent; it only signs tokens.",
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
        reason: `This token expired on ${formatDate(expiresAt)}. Create a new one.`,
      }
    : { valid: true, value: token };
}

function expiryHint(token: string): string {
  const parsed = parseToken(token);
  return parsed.valid && parsed.expiresAt !== undefined
    ? `The token expires on ${formatDate(parsed.expiresAt)}.`
    : "The token has no expiry date.";
}
