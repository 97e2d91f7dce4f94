/** Secrets of the tests in the editor, known at sight, and looked for when all tests have run. */

/** One place for all test bundles, each of which has this module to itself. */
const holder = globalThis as { campaignJsonSecrets?: Set<string> };

/** Has it looked for at the end. Returns it. */
export function watched(secret: string): string {
  holder.campaignJsonSecrets ??= new Set();
  holder.campaignJsonSecrets.add(secret);
  return secret;
}

export function watchedSecrets(): string[] {
  return [...(holder.campaignJsonSecrets ?? [])];
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A token of the right form with these claims beside its app. */
export function tokenWith(claims: Readonly<Record<string, unknown>> = {}): string {
  const all = { appId: "cs-test", sub: "canary-claim", ...claims };
  return watched(`${encode({ alg: "HS256" })}.${encode(all)}.Canary-signature_0123456789-abcdef`);
}

export const clientSecret = watched('Canary secret/with+all &"of\\it=%41ü?');
