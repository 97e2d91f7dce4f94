import { parseHost } from "../../core/connection/host";

/**
 * Why no credential may go to this address: the environment turns certificate checks off for the whole process, so any
 * server on the way could pass for the host and read the credential. Undefined where it may: this computer's own names
 * stay usable with a self-signed certificate.
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
