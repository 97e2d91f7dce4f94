/**
 * SHA-256 of a request body's UTF-8 bytes, in hex. It is computed from the body as it is sent, because only that
 * reaches the platform: comments and layout of the file do not, and any other normalization would have to know which
 * differences matter. The log stores a hash in addition to the body, because the stored body is redacted and may be
 * cut.
 */
export async function bodyHash(body: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(body));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
