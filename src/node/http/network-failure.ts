import type { FailureReason } from "../../core/platform/transport";

/** The cause of a network error. `neverLeft` is true only if the error itself proves it. */
export interface NetworkFailure {
  readonly reason: FailureReason;
  readonly neverLeft: boolean;
  readonly detail: string;
}

/** Classifies an error of node-fetch or Node by its code. The codes come from Node, OpenSSL and zlib. */
export function toNetworkFailure(error: unknown): NetworkFailure {
  const code = textOf(error, "code");
  const detail = detailOf(error instanceof Error ? error.message : String(error));
  const reason = toReason(code, detail);
  // node-fetch renames `syscall`.
  const syscall = textOf(error, "erroredSysCall") || textOf(error, "syscall");
  // node-fetch and Node throw a TypeError for a request they refuse to make.
  const neverLeft = error instanceof TypeError || provesNothingLeft(code, syscall);
  return { reason, neverLeft, detail };
}

/** The message without parts that are redundant, secret or not actionable. */
function detailOf(message: string): string {
  return (
    message
      // node-fetch puts the address before the reason.
      .replace(/^request to \S+ failed, reason: (?=\S)/, "")
      // VS Code 1.100 names the proxy with the password of its setting.
      .replace(/(?<=\b(PROXY|HTTPS?|SOCKS[45]?) )\S+@/g, "")
      // Node 24 names an option of its own, which nobody can give to the editor.
      .replace(/; if the root CA is installed locally, try running Node\.js with --use-system-ca$/, "")
  );
}

/**
 * Name resolution and connecting come before the first byte, and a certificate is refused before the request is
 * written. The same code from another call (EHOSTUNREACH while reading) proves nothing.
 */
function provesNothingLeft(code: string, syscall: string): boolean {
  if (syscall === "connect" || syscall === "getaddrinfo") return true;
  return code === "ECONNREFUSED" || code === "ENOTFOUND" || CERTIFICATE.test(code);
}

/** Codes of OpenSSL for an untrusted certificate, and of Node for a certificate of another host. */
const CERTIFICATE =
  /^(CERT_|DEPTH_ZERO_SELF_SIGNED_CERT$|SELF_SIGNED_CERT_IN_CHAIN$|UNABLE_TO_(GET|VERIFY|DECODE|DECRYPT)_|ERR_TLS_CERT_ALTNAME_INVALID$|HOSTNAME_MISMATCH$)/;

const REASONS: readonly (readonly [RegExp, FailureReason])[] = [
  [/^ECONNREFUSED$/, "refused"],
  [/^(ENOTFOUND|EAI_\w+)$/, "dns"],
  [CERTIFICATE, "tls"],
  [/^(EPROTO|ERR_TLS_\w+|ERR_SSL_\w+)$/, "tls"],
  [/^(EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL)$/, "unreachable"],
  [/^(ETIMEDOUT|ESOCKETTIMEDOUT|ERR_SOCKET_CONNECTION_TIMEOUT)$/, "timeout"],
  [/^HPE_HEADER_OVERFLOW$/, "too-large"],
  [/^(HPE_\w+|Z_\w+|ERR_BROTLI_\w+|ERR__ERROR_\w+)$/, "unreadable"],
];

function toReason(code: string, detail: string): FailureReason {
  for (const [pattern, reason] of REASONS) if (pattern.test(code)) return reason;
  if (/secure TLS connection/.test(detail)) return "tls";
  if (/tunnel(l)?ing socket|prox(y|ies)/i.test(detail) && !/^(ECONNRESET|EPIPE)$/.test(code)) return "proxy";
  if (/^(ECONNRESET|EPIPE|ECONNABORTED|ERR_STREAM_PREMATURE_CLOSE)$/.test(code)) return "reset";
  if (/socket hang up|premature close/i.test(detail)) return "reset";
  return "other";
}

function textOf(error: unknown, key: string): string {
  if (typeof error !== "object" || error === null) return "";
  const value: unknown = Reflect.get(error, key);
  return typeof value === "string" ? value : "";
}
