/**
 * SHA-256 of a request body's UTF-8 bytes, in hex. Of the body exactly as it is sent, because that alone is what the
 * platform acts on: the file's comments and layout never reach it, and any other normalising would have to know which
 * differences mean the same campaign. A hash rather than the body, because the stored body has passed the redactor
 * and may be cut.
 */
export async function bodyHash(body: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(body));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
