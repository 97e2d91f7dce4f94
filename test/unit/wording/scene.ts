import { readFileSync } from "node:fs";
import { parseDocument } from "../../../src/core/campaign/document";
import type { Campaign } from "../../../src/core/campaign/generated/campaign";
import type { Connection } from "../../../src/core/connection/connection";

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
export const tokenUntil = (exp: number): string =>
  `${encode({ alg: "HS256" })}.${encode({ exp })}.c2lnbmF0dXJl`;
export const now = Date.UTC(2026, 10, 23, 12);
export const token = tokenUntil(now / 1000 + 30 * 24 * 3600);

export const acme: Connection = {
  id: "6f1c",
  name: "Acme",
  host: "https://platform.kore.ai",
  accountId: "acc-1",
  streamId: "st-1",
  production: true,
  credential: { kind: "token", token },
};
export const client = "a-client-secret-of-forty-characters-or-so";
export const rehearsal: Connection = { ...acme, name: "Acme test", production: false };
export const practice: Connection = { ...acme, id: "practice", name: "Practice", production: false };

export const campaign = parseDocument(readFileSync("examples/billing-reminder.campaign.json", "utf8"))
  .value as Campaign;
