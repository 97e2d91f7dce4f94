import type { Parsed } from "../parsed";
import { cmdWords, isForCmd } from "./cmd-words";
import { parseToken, type Connection } from "./connection";
import { readAddress } from "./curl-address";
import { importBody, readableBody } from "./curl-body";
import { readCurlRequest } from "./curl-request";
import type { Address } from "./endpoint";
import { createRedactor } from "./redact";
import { createCampaignRequest } from "./request";
import { shellWords } from "./shell-words";

/** The variable that stands where the token goes, in what is copied and in what the command line reads. */
export const tokenVariable = "CAMPAIGN_JSON_TOKEN";

/**
 * The request as a cURL command for a POSIX shell, over several lines. `body` is JSON and arrives as the same value,
 * laid out to be read. Everything is in single quotes but the token, which is a variable: no credential is handed in.
 */
export function toCurl(connection: Omit<Connection, "credential">, body: string): string {
  const credential = { kind: "token", token: "" } as const;
  const request = createCampaignRequest(
    { ...connection, credential },
    readableBody(body),
    `$${tokenVariable}`,
  );
  const headers = Object.entries(request.headers).map(([name, value]) =>
    name === "auth" ? `"${name}: ${value}"` : quoted(`${name}: ${value}`),
  );
  return [
    `curl --request ${request.method} ${quoted(request.url)}`,
    ...headers.map((header) => `--header ${header}`),
    // With --data a body that starts with @ would be a file's name.
    `--data-raw ${quoted(request.body ?? "")}`,
  ].join(" \\\n  ");
}

/** In single quotes a shell leaves everything as it is; the quote itself stands outside of them. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** What a cURL command says. Of the address only what is real: no placeholder comes through. */
export interface ImportedCurl extends Partial<Address> {
  /** The campaign, as JSON reads it. */
  readonly value: unknown;
  /** The campaign as the text of a file, laid out. */
  readonly text: string;
  /** A whole JWT, for a secret store and for nothing else. */
  readonly token?: string;
  /** Sentences on what was left out and what looks wrong. They quote no secret. */
  readonly notes: readonly string[];
}

/** Whether a text looks like a cURL command; cheap enough for any clipboard. */
export function isCurl(text: string): boolean {
  return START.test(text.slice(0, 1000));
}

/** A prompt that was copied along, and the command by its name or with its folder. */
const START = /^\s*(?:[$%>#]\s+)?(?:[\w.:~\\/-]*[\\/])?curl(?:\.exe)?\s/i;

/** The most that is read, in UTF-16 units. A campaign has some 2,000. */
const MOST = 1_048_576;

/**
 * Reads a cURL command as the vendor's pages, Postman and browsers write it, for bash or for the Windows command
 * prompt. Nothing of it is run. Never throws, and no reason quotes a token.
 */
export function fromCurl(text: string): Parsed<ImportedCurl> {
  if (text.length > MOST) return refuse("The command is longer than 1 MiB; a campaign is some 2 KiB.");
  if (!isCurl(text)) return refuse("This is not a cURL command: it starts with curl.");
  const command = text.trim().replace(/^[$%>#]\s+/, "");
  const forCmd = isForCmd(command);
  const words = forCmd ? cmdWords(command) : shellWords(command);
  if (!words.valid) return words;
  const request = readCurlRequest(words.value.slice(1));
  if (!request.valid) return request;
  const { headers, variables } = request.value;
  const { notes: addressNotes, ...read } = readAddress(request.value);
  const { token, secrets, note: tokenNote } = readToken(headers);
  const redactor = createRedactor(secrets);
  const address = withoutSecrets(read, redactor.text);
  const body = importBody(request.value.body, redactor);
  if (!body.valid) return body;
  const notes = [
    ...request.value.notes,
    ...addressNotes,
    ...(tokenNote === undefined ? [] : [tokenNote]),
    ...(Object.keys(address).length < Object.keys(read).length
      ? ["A token in the address was left out."]
      : []),
    ...(body.value.redacted ? ["A token in the body was left out."] : []),
    ...(variables.length > 0
      ? [
          `A shell would have put values in place of ${listOf(variables)}; in the campaign it stands as it was written.`,
        ]
      : []),
    ...(forCmd ? [FOR_CMD] : []),
  ];
  const { value, text: campaign } = body.value;
  const cleanNotes = notes.map(redactor.text);
  return {
    valid: true,
    value: {
      value,
      text: campaign,
      ...address,
      ...(token === undefined ? {} : { token }),
      notes: cleanNotes,
    },
  };
}

const FOR_CMD =
  "Browsers write a blank for every letter beyond ASCII when they copy for the Windows command prompt: check the names, or copy as cURL for bash.";

function readToken(headers: readonly { readonly name: string; readonly value: string }[]): {
  readonly token?: string;
  /** What the headers give for one, also where it is damaged or too long. */
  readonly secrets: readonly string[];
  readonly note?: string;
} {
  const given = ["auth", "authorization"].flatMap((name) => headers.filter((header) => header.name === name));
  const filled = given.map(({ value }) => value).filter((value) => value !== "" && !/[{}<>$]/.test(value));
  const parsed = given.map(({ value }) => parseToken(value));
  const found = parsed.find((each) => each.valid);
  const secrets = [
    ...filled.map((value) => value.replace(/^\s*bearer\s+/i, "")),
    ...(found === undefined ? [] : [found.token]),
  ];
  if (found !== undefined) return { token: found.token, secrets };
  return filled.length > 0
    ? { secrets, note: "The auth header does not contain a whole token, so it was left out." }
    : { secrets };
}

/** A part of an address that holds a token is none. */
function withoutSecrets<T extends object>(address: T, redact: (text: string) => string): Partial<T> {
  const clean = Object.entries(address).filter(
    ([, part]) => typeof part !== "string" || redact(part) === part,
  );
  return Object.fromEntries(clean) as Partial<T>;
}

function listOf(variables: readonly string[]): string {
  const names = [...new Set(variables)];
  return names.slice(0, 3).join(", ") + (names.length > 3 ? " and others" : "");
}

function refuse(reason: string): Parsed<never> {
  return { valid: false, reason };
}
