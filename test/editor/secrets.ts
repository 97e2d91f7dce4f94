/** Recognizable secrets of the editor tests. The last test searches for them. */

/** Global, because each test bundle has its own copy of this module. */
const holder = globalThis as { campaignJsonSecrets?: Set<string> };

/** Registers a secret for the search at the end, and returns it. */
export function watched(secret: string): string {
  holder.campaignJsonSecrets ??= new Set();
  holder.campaignJsonSecrets.add(secret);
  return secret;
}

export function watchedSecrets(): string[] {
  return [...(holder.campaignJsonSecrets ?? [])];
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A well-formed token with these claims in addition to its app. */
export function tokenWith(claims: Readonly<Record<string, unknown>> = {}): string {
  const all = { appId: "cs-test", sub: "canary-claim", ...claims };
  return watched(`${encode({ alg: "HS256" })}.${encode(all)}.Canary-signature_0123456789-abcdef`);
}

export const clientSecret = watched('Canary secret/with+all &"of\\it=%41ü?');
