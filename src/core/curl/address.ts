import { parseHost, parseId } from "../connection/connection";
import type { Address } from "../platform/endpoint";
import type { CurlRequest } from "./options";

export interface CurlAddress extends Partial<Address> {
  readonly notes: readonly string[];
}

/**
 * The host, account and stream of a request, without placeholders; notes on addresses that a campaign is not sent to.
 */
export function readAddress({ method, url, headers }: CurlRequest): CurlAddress {
  const notes: string[] = [];
  if (method !== "POST")
    notes.push(
      `The command sends ${/^[A-Z]{1,10}$/.test(method) ? method : "another method"}; a campaign is created with POST.`,
    );
  const [, scheme = "", authority = "", path = "", query = ""] = URL_PARTS.exec(url) ?? [];
  const asked = new URLSearchParams(query);
  const header = (name: string) => headers.find((each) => each.name === name)?.value;

  const call = CALL.exec(path);
  if (call === null)
    notes.push("The address is not the one that creates a campaign: check that this body is one.");
  else if (call[1] !== "2")
    notes.push(`The address is that of version ${call[1] ?? ""}; campaigns are sent to version 2.`);
  const type = asked.get("campaignType");
  if (type !== null && type !== "voice" && isReal(type))
    notes.push("The address is for another type of campaign than voice.");

  const host = hostOf(scheme, authority, notes);
  const accountId = idOf("account id", asked.get("accountId"), header("accountid"), notes);
  const streamId = idOf("stream id", decoded(/\/public\/([^/]+)/.exec(path)?.[1]), header("iid"), notes);
  return {
    ...(host === undefined ? {} : { host }),
    ...(accountId === undefined ? {} : { accountId }),
    ...(streamId === undefined ? {} : { streamId }),
    notes,
  };
}

const URL_PARTS = /^([a-z][a-z0-9+.-]*:\/\/)?([^/?#]*)([^?#]*)(?:\?([^#]*))?/i;
const CALL = /^\/campaign\/api\/v(\d{1,3})\/public\/[^/]+\/campaign\/?$/;

/** Placeholders for a value: {{url}}, <token>, $HOST, :streamId. No ID and no host looks like one. */
function isReal(text: string): boolean {
  return text.trim() !== "" && !/[{}<>]|^:|\$[\w{]/.test(text);
}

function hostOf(scheme: string, authority: string, notes: string[]): string | undefined {
  if (!isReal(authority)) return undefined;
  const parsed = parseHost(scheme + authority);
  if (parsed.valid) return parsed.host;
  notes.push(`The host was left out: ${parsed.reason}`);
  return undefined;
}

/** The address goes before the header. */
function idOf(
  label: string,
  inUrl: string | null | undefined,
  inHeader: string | undefined,
  notes: string[],
): string | undefined {
  const ids = [inUrl, inHeader].filter((id) => typeof id === "string").filter(isReal);
  const [id, other] = ids.map((each) => each.trim());
  if (id === undefined) return undefined;
  if (other !== undefined && other !== id)
    notes.push(`The ${label} in the address is another than in the headers; the one in the address counts.`);
  const parsed = parseId(id, label);
  if (parsed.valid) return parsed.value;
  notes.push(`The ${label} was left out: ${parsed.reason}`);
  return undefined;
}

function decoded(segment: string | undefined): string | undefined {
  try {
    return segment === undefined ? undefined : decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
