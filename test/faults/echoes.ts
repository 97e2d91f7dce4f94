import * as a from "./answers";
import { partsOf } from "./leaks";
import type { Misbehaviour } from "./server";

/** Recognizable secrets, and a server that repeats them in every part of its response. */

const coded = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const HEADER = coded({ alg: "HS256", typ: "JWT", kid: "canary-key" });
export const READY_TOKEN = `${HEADER}.${coded({ appId: "cs-canary", sub: "canary-claim" })}.Canary-signature_0123456789-abcdefghijk`;
/** Contains characters that URL encoding, JSON or a shell escapes. */
export const CLIENT_SECRET = 'Canary secret/with+all &"of\\it=%41ü?';

export const token = partsOf(READY_TOKEN, "the ready token");
export const client = { "the client secret": CLIENT_SECRET };
export const SECRETS = { ...token, ...client };
export const READY = { CAMPAIGN_JSON_TOKEN: READY_TOKEN };
export const CLIENT = { CAMPAIGN_JSON_CLIENT_ID: "cs-canary", CAMPAIGN_JSON_CLIENT_SECRET: CLIENT_SECRET };

/** About the maximum length: tokens with group claims can have this length. */
export const LONG_TOKEN = `${HEADER}.${coded({ appId: "cs-canary", groups: marked(4_600) })}.${marked(1_800)}`;
export const LONG_SECRET = `Canary ${marked(8_000)}`;

/** Pseudorandom text, so that each part of it is recognizable. */
function marked(length: number): string {
  let state = length;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8).toString(36).slice(-1);
  }).join("");
}

/** The encodings of a secret that a malicious server can return, without line breaks and with them. */
export function formsOf(secret: string): {
  readonly whole: readonly string[];
  readonly broken: readonly string[];
} {
  const bytes = Buffer.from(secret);
  const base64 = ["", "x", "xy"].flatMap((before) => {
    const coded = Buffer.concat([Buffer.from(before), bytes, Buffer.from(" and more")]);
    const text = coded.toString("base64");
    return [text, coded.toString("base64url"), encodeURIComponent(text)];
  });
  const percent = Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
  const escapes = Array.from(secret, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const whole = [secret, encodeURIComponent(secret), percent, JSON.stringify(secret), escapes.join("")];
  const broken = [secret, ...base64].map((form) => form.replace(/.{20}/g, "$&\r\n "));
  return { whole: [...whole, ...base64], broken };
}

interface Heard {
  /** Every encoding on one line. */
  readonly line: string;
  /** The same, and the encodings with line breaks. */
  readonly text: string;
}

type Echo = (heard: Heard) => readonly [head: string, body?: string];

/** Responds with the received token and with `known` secrets. Headers are Latin-1, the body is UTF-8. */
function echoing(answer: Echo, known: readonly string[]): Misbehaviour {
  return {
    at: "request",
    does: (socket, _bystander, received) => {
      const forms = [tokenIn(received), ...known].map(formsOf);
      const line = forms.flatMap(({ whole }) => whole).join(" ; ");
      const broken = forms.flatMap((form) => form.broken).join("\r\n\r\n");
      const [head, body = ""] = answer({ line, text: `${line}\r\n${broken}` });
      socket.write(head, "latin1");
      socket.end(body);
    },
  };
}

export function tokenIn(received: string): string {
  return /\r\nauth: (\S+)/.exec(received)?.[1] ?? "";
}

const json =
  (status: number, toValue: (text: string) => unknown): Echo =>
  ({ line, text }) => [
    a.head(status, { "x-echo": line, "set-cookie": line, "www-authenticate": line }),
    JSON.stringify(toValue(text)),
  ];

const answers: Readonly<Record<string, Echo>> = {
  "a success": json(200, (message) => ({
    status: "success",
    message,
    data: { id: message, status: message, name: message },
  })),
  "a rejection": json(400, (msg) => ({ errors: [{ msg, code: 400 }] })),
  "a refusal of the token": json(401, (msg) => ({ errors: [{ msg, code: 4002 }] })),
  "too many calls": json(429, (msg) => ({ errors: [{ msg, code: 429 }] })),
  "keys and values of no known kind": json(200, (text) => ({
    [text]: [{ deep: { [text]: text } }],
    auth: [text],
  })),
  "the vendor's own 500": json(500, (message) => ({ status: "error", message })),
  "a gateway's page": ({ text }) => [a.head(502), `<html><title>${text}</title><p>${text}</p></html>`],
  "plain text": ({ text }) => [a.head(200), text],
  "a body that is cut": ({ text }) => [a.head(200, { "content-length": "99999" }), text],
  "a redirect": ({ line }) => [a.head(302, { location: `https://evil.example/?${line}` })],
  "the status text": ({ line }) => [`HTTP/1.1 500 ${line}\r\ncontent-length: 0\r\n\r\n`],
  "an encoding": ({ line }) => [a.head(200, { "content-encoding": line, "retry-after": line }), "x"],
  "a header that is none": ({ text }) => [`HTTP/1.1 200 OK\r\n${text}\r\n\r\n`],
  "folded headers": ({ text }) => [
    a.head(302, { location: text.replace(/[\r\n]+ ?/g, "\r\n "), "content-length": "0" }),
  ],
  "no HTTP at all": ({ line }) => [`220 ${line}\r\n`],
};

/** A server that knows these secrets in addition to the token that it receives. */
export function hostileWith(known: readonly string[]): Readonly<Record<string, Misbehaviour>> {
  const echoes = Object.entries(answers).map(([what, answer]) => [what, echoing(answer, known)] as const);
  return { ...Object.fromEntries(echoes), nothing: { at: "request", does: a.breaks } };
}

/** A server that knows the client secret too. */
export const hostile = hostileWith([CLIENT_SECRET]);
