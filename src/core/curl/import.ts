import { parseToken } from "../connection/connection";
import type { Address } from "../platform/endpoint";
import { refuse, type Parsed } from "../text/parsed";
import { createRedactor } from "../text/redaction/redact";
import { readAddress } from "./address";
import { importBody } from "./body";
import { isForCmd, readCmd } from "./cmd-words";
import { readCurlRequest } from "./options";
import { readShell, type ShellCommand } from "./posix-words";

/** The content of a cURL command. Placeholders in its address are omitted. */
export interface ImportedCurl extends Partial<Address> {
  /** The campaign, as JSON reads it. */
  readonly value: unknown;
  /** The campaign as the text of a file, laid out. */
  readonly text: string;
  /** A complete JWT. Pass it only to a secret store. */
  readonly token?: string;
  /** Sentences about omitted and suspicious parts. They quote no secret. */
  readonly notes: readonly string[];
}

/** Whether a text looks like a cURL command; cheap enough for any clipboard. */
export function isCurl(text: string): boolean {
  return START.test(text.slice(0, 1000));
}

/** A prompt that was copied along, and the command by its name or with its folder. */
const START_OF_COMMAND = /^[\s\p{Cf}]*(?:[$%>#]\s+)?/u;
const START = /^[\s\p{Cf}]*(?:[$%>#]\s+)?(?:[\w.:~\\\/\-]*[\\\/])?curl(?:\.exe)?[\s\p{Cf}]/iu;

/** In UTF-16 units. A campaign has about 2,000. */
const MAX_LENGTH = 1_048_576;

/**
 * Reads a cURL command as the vendor's pages, Postman and browsers write it, for bash or for the Windows command
 * prompt. Nothing is run. Never throws, and no reason quotes a token.
 */
export function fromCurl(text: string): Parsed<ImportedCurl> {
  if (text.length > MAX_LENGTH) return refuse("The command is longer than 1 MiB; a campaign is some 2 KiB.");
  if (!isCurl(text)) return refuse("This is not a cURL command. A cURL command starts with curl.");
  const command = text.trim().replace(START_OF_COMMAND, "");
  const read = readCommand(command);
  if (!read.valid) return read;
  const { words, careted } = read.value;
  const request = readCurlRequest({ ...read.value, words: words.slice(1) });
  if (!request.valid) return request;
  const { headers, variables } = request.value;
  const { notes: addressNotes, ...found } = readAddress(request.value);
  const { token, secrets, note: tokenNote } = readToken(headers);
  const redactor = createRedactor(secrets);
  const address = withoutSecrets(found, redactor.text);
  const body = importBody(request.value.body, redactor);
  if (!body.valid) return body;
  const notes = [
    ...request.value.notes,
    ...addressNotes,
    ...(tokenNote === undefined ? [] : [tokenNote]),
    ...(Object.keys(address).length < Object.keys(found).length
      ? ["A token in the address was left out."]
      : []),
    ...(body.value.redacted ? ["A token in the body was left out."] : []),
    ...(variables.length > 0
      ? [
          `A shell would replace ${listOf(variables)} with values; the campaign contains it as it was written.`,
        ]
      : []),
    ...(body.value.repaired ? [REPAIRED] : []),
    ...(careted ? [FOR_CMD] : []),
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
  "Some browsers replace letters beyond ASCII with spaces when they copy for the Windows command prompt: check the names, or copy as cURL for bash.";
const REPAIRED =
  "The body contained typographic quotation marks, spaces or invisible characters in the place of plain ones; they were replaced.";

function readCommand(command: string): Parsed<ShellCommand & { readonly careted?: boolean }> {
  return isForCmd(command) ? readCmd(command) : readShell(command);
}

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

/** Removes the parts of an address that contain a token. */
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
