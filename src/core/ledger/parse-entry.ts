import { isObject } from "../text/json-guards";
import type { Outcome } from "../platform/outcome";
import { refuse, type Parsed } from "../text/parsed";
import type { Attempt, CampaignChange, LedgerEntry, Resolution } from "./entry";

/** Reads an entry from the store, which another version or program may have written. Unknown fields are removed. */
export function parseEntry(value: unknown): Parsed<LedgerEntry> {
  if (!isObject(value)) return refuse("The entry is not a record.");
  const attempt = parseAttempt(value);
  if (!attempt.valid) return attempt;
  const { id, at, state } = value;
  if (!isText(id)) return refuse("The entry has no id.");
  if (!isTime(at)) return refuse("The entry has no time.");
  const noted = { ...attempt.value, id, at };
  if (state !== "pending") return parseFinished(value, noted);
  const { owner, leaseUntil } = value;
  if (!isText(owner) || !isTime(leaseUntil)) return refuse("The entry does not say whose it is.");
  return { valid: true, value: { ...noted, state, owner, leaseUntil } };
}

function parseAttempt(value: Record<string, unknown>): Parsed<Attempt> {
  const { host, accountId, streamId, connectionName, file, path, campaign, bodyHash, body } = value;
  if (typeof host !== "string" || typeof accountId !== "string" || typeof streamId !== "string")
    return refuse("The entry does not say where it went.");
  if (typeof connectionName !== "string" || typeof file !== "string" || typeof campaign !== "string")
    return refuse("The entry does not say what it was.");
  if (typeof bodyHash !== "string" || !/^[0-9a-f]{64}$/.test(bodyHash))
    return refuse("The entry has no hash of its body.");
  const change = parseChange(value["change"]);
  if (!change.valid) return change;
  const attempt = { host, accountId, streamId, connectionName, file, campaign, bodyHash };
  return {
    valid: true,
    value: {
      ...attempt,
      ...(isText(path) ? { path } : {}),
      ...(typeof body === "string" ? { body } : {}),
      ...(change.value === undefined ? {} : { change: change.value }),
    },
  };
}

/** An unreadable one makes the entry unreadable: without it, the entry would be the creation of a campaign. */
function parseChange(value: unknown): Parsed<CampaignChange | undefined> {
  if (value === undefined) return { valid: true, value };
  const action = ACTIONS.find((known) => isObject(value) && known === value["action"]);
  const campaignId = isObject(value) ? value["campaignId"] : undefined;
  if (action === undefined || !isText(campaignId)) return refuse("The entry does not say what it changed.");
  return { valid: true, value: { action, campaignId } };
}

function parseFinished(
  value: Record<string, unknown>,
  noted: Attempt & Pick<LedgerEntry, "id" | "at">,
): Parsed<LedgerEntry> {
  const { finishedAt, message, campaignId, campaignState, response } = value;
  const state = OUTCOMES.find((kind) => kind === value["state"]);
  if (state === undefined) return refuse("The entry has no outcome that is known.");
  if (!isTime(finishedAt)) return refuse("The entry does not say when it ended.");
  const resolution = parseResolution(value["resolution"]);
  if (!resolution.valid) return resolution;
  return {
    valid: true,
    value: {
      ...noted,
      state,
      finishedAt,
      message: typeof message === "string" ? message : "",
      ...(isText(campaignId) ? { campaignId } : {}),
      ...(isText(campaignState) ? { campaignState } : {}),
      ...(response === undefined ? {} : { response }),
      ...(resolution.value === undefined ? {} : { resolution: resolution.value }),
    },
  };
}

/** An unreadable field makes the entry unreadable, because the entry would mean something else without it. */
function parseResolution(value: unknown): Parsed<Resolution | undefined> {
  if (value === undefined) return { valid: true, value };
  const kind = RESOLUTIONS.find((known) => isObject(value) && known === value["kind"]);
  const at = isObject(value) ? value["at"] : undefined;
  const created = isObject(value) ? value["created"] : undefined;
  if (kind === undefined || !isTime(at) || (created !== undefined && typeof created !== "boolean"))
    return refuse("The entry does not say how it was resolved.");
  return { valid: true, value: { kind, at, ...(created === undefined ? {} : { created }) } };
}

/** A record, so that the compiler checks that it has all outcomes. */
const OUTCOME_KINDS: Readonly<Record<Outcome["kind"], true>> = {
  accepted: true,
  rejected: true,
  unauthorized: true,
  "rate-limited": true,
  redirected: true,
  "not-sent": true,
  unknown: true,
  cancelled: true,
};
const OUTCOMES = Object.keys(OUTCOME_KINDS) as readonly Outcome["kind"][];
const ACTIONS: readonly CampaignChange["action"][] = ["start", "stop", "update"];
const RESOLUTIONS: readonly Resolution["kind"][] = ["found", "not-found", "person"];

/** The range of a `Date`, in milliseconds. */
function isTime(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && Math.abs(value) <= 8.64e15;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
