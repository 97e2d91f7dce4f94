import { refuse } from "../text/parsed";

/** `host` is an origin such as "https://platform.kore.ai". `loopback`: it is on this computer. */
export type ParsedHost =
  | { readonly valid: true; readonly host: string; readonly loopback: boolean }
  | { readonly valid: false; readonly reason: string };

/**
 * Reads a typed environment address, with or without `https://` and a trailing slash. Refuses other schemes, plain http
 * beyond loopback, a user name or password, a path, a query and a fragment. The address that is typed is the one that
 * is called, so only case, international names and a default port are normalized.
 */
export function parseHost(text: string): ParsedHost {
  const typed = text.trim();
  if (typed === "")
    return refuse("Type the address of the environment, for example https://platform.kore.ai.");
  if (UNWRITABLE.test(typed))
    return refuse("An address has no white space, backslash or control character in it.");
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(typed)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== "https" && scheme !== "http")
    return refuse(`The address starts with ${scheme}://; it must be https://.`);
  const rest = scheme === undefined ? typed : typed.slice(scheme.length + 3);
  if (rest.includes("@"))
    return refuse("The address carries a user name or password; leave out everything up to the @.");
  if (rest.includes("?")) return refuse("The address carries a query; leave out everything from the ? on.");
  if (rest.includes("#"))
    return refuse("The address carries a fragment; leave out everything from the # on.");
  const authority = rest.replace(/\/$/, "");
  if (authority.includes("/"))
    return refuse("The address carries a path; leave out everything after the host name.");
  return toOrigin(`${scheme ?? "https"}://${authority}`);
}

/**
 * Whether a host needs no confirmation, because it is in the vendor's domain or on this computer. `host` is an origin
 * from `parseHost`. Any other host may be a customer's own address, or mistyped.
 */
export function isFamiliarHost(host: string): boolean {
  const { hostname } = new URL(host);
  return hostname.endsWith(".kore.ai") || isLoopback(hostname);
}

/** White space, control characters and backslashes, which URL silently removes or replaces with slashes. */
const UNWRITABLE = /[\s\\\u0000-\u001f\u007f]/;

function toOrigin(address: string): ParsedHost {
  if (!URL.canParse(address))
    return refuse("This is not an address a computer can call; check its spelling.");
  const url = new URL(address);
  const loopback = isLoopback(url.hostname);
  if (url.protocol === "http:" && !loopback)
    return refuse("Plain http would show the credential to everyone on the way; use https://.");
  return { valid: true, host: url.origin, loopback };
}

/** `hostname` as URL normalizes it, so 127.1 and 2130706433 are 127.0.0.1 here. */
function isLoopback(hostname: string): boolean {
  return (
    hostname === "localhost" || hostname === "[::1]" || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname)
  );
}
