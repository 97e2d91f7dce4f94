import { parseHost } from "../../core/connection/host";

/**
 * Returns why a credential must not be sent to this address. `NODE_TLS_REJECT_UNAUTHORIZED=0` disables certificate
 * checks for the whole process, so any server in between could pose as the host and read the credential. Returns
 * undefined when sending is allowed: the names of this computer stay usable with a self-signed certificate.
 */
export function withoutCertificateChecks(
  url: string,
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  if (env["NODE_TLS_REJECT_UNAUTHORIZED"] !== "0") return undefined;
  const { protocol, origin } = new URL(url);
  const host = parseHost(origin);
  if (protocol !== "https:" || (host.valid && host.loopback)) return undefined;
  return "NODE_TLS_REJECT_UNAUTHORIZED=0 disables certificate checks, so another server could read the credential. Unset it.";
}
