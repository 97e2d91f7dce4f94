import { nameKey } from "./campaign-name";
import type { ExchangeParameters } from "./exchange";
import { listCampaigns, type ListedCampaign } from "./list-campaigns";
import type { Outcome } from "./outcome";

/** At least one. */
export type Campaigns = readonly [ListedCampaign, ...ListedCampaign[]];

/** Whether a submission without a readable response created its campaign. */
export type FindResult =
  /**
   * Campaigns with that name, created in that period. More than one: there are duplicates, or another person created
   * one.
   */
  | { readonly kind: "found"; readonly campaigns: Campaigns }
  /** The account was read to its end, late enough, and has none. */
  | { readonly kind: "not-found" }
  | CannotTell;

export type CannotTell = { readonly kind: "cannot-tell" } & (
  | { readonly why: "unavailable"; readonly outcome: Outcome }
  /** More campaigns than were read, or an answer that contradicts itself. */
  | { readonly why: "incomplete" }
  /** The name is there, made within a day of it but not in its minutes: a person has to compare. */
  | { readonly why: "other-time"; readonly campaigns: Campaigns }
  /** None yet, but the platform may still be at it. `lookAgainAt` in milliseconds since 1970. */
  | { readonly why: "too-soon"; readonly lookAgainAt: number }
);

export interface FindCampaignParameters extends ExchangeParameters {
  readonly name: string;
  /** When the request was sent, and when the wait for its response ended. Milliseconds since 1970. */
  readonly sentAt: number;
  readonly gaveUpAt: number;
  /** Ids that other submissions account for. */
  readonly knownIds?: ReadonlySet<string>;
  /** Milliseconds after `gaveUpAt` until a result of "none" is trusted; a minute by default. */
  readonly settleMs?: number;
  readonly maxCalls?: number;
}

/**
 * Looks a campaign up by name and time. Reads only; one call per page, at most ten. The platform has no search by name.
 * Its two date filters apply to an undocumented time: the vendor's own sample returns campaigns of other days. So they
 * are used with a margin of a day to shorten the list, and the name and `createdAt` are compared here. A wrong "not
 * found" creates duplicates, so every doubt is `cannot-tell`.
 */
export async function findCampaign(parameters: FindCampaignParameters): Promise<FindResult> {
  const { name, sentAt, gaveUpAt, knownIds = new Set(), settleMs = SETTLE_MS, now } = parameters;
  const askedAt = now();
  const from = sentAt - DAY_MS;
  const until = Math.max(gaveUpAt, askedAt) + DAY_MS;
  const listed = await listCampaigns({ ...parameters, from, until });
  if (listed.kind === "unavailable")
    return { kind: "cannot-tell", why: "unavailable", outcome: listed.outcome };
  const named = listed.items.filter(isNamed(name)).filter(({ id }) => !knownIds.has(id));
  const inTime = atLeastOne(
    named.filter(
      ({ createdAt = NaN }) => createdAt >= sentAt - SKEW_MS && createdAt <= gaveUpAt + settleMs + SKEW_MS,
    ),
  );
  if (inTime !== undefined) return { kind: "found", campaigns: inTime };
  const atOtherTime = atLeastOne(
    named.filter(({ createdAt }) => createdAt === undefined || (createdAt >= from && createdAt <= until)),
  );
  if (atOtherTime !== undefined) return { kind: "cannot-tell", why: "other-time", campaigns: atOtherTime };
  if (!listed.complete) return { kind: "cannot-tell", why: "incomplete" };
  const settledAt = gaveUpAt + settleMs;
  return askedAt < settledAt
    ? { kind: "cannot-tell", why: "too-soon", lookAgainAt: settledAt }
    : { kind: "not-found" };
}

/** Whether the account has a voice campaign of that name. SMS campaigns are not examined. */
export type NameTaken =
  | { readonly kind: "taken"; readonly campaigns: Campaigns }
  | { readonly kind: "free" }
  | { readonly kind: "cannot-tell"; readonly why: "unavailable"; readonly outcome: Outcome }
  | { readonly kind: "cannot-tell"; readonly why: "incomplete" };

export interface NameTakenParameters extends ExchangeParameters {
  readonly name: string;
  /** The maximum number of pages of 50; 20 by default, a third of a minute's calls. */
  readonly maxCalls?: number;
}

/** Reads the account's campaigns until one has the name, however old it is. */
export async function nameTaken(parameters: NameTakenParameters): Promise<NameTaken> {
  const { name, maxCalls = 20 } = parameters;
  const enough = (items: readonly ListedCampaign[]): boolean => items.some(isNamed(name));
  const listed = await listCampaigns({ ...parameters, maxCalls, enough });
  if (listed.kind === "unavailable")
    return { kind: "cannot-tell", why: "unavailable", outcome: listed.outcome };
  const campaigns = atLeastOne(listed.items.filter(isNamed(name)));
  if (campaigns !== undefined) return { kind: "taken", campaigns };
  return listed.complete ? { kind: "free" } : { kind: "cannot-tell", why: "incomplete" };
}

const DAY_MS = 86_400_000;

/** Tolerance between this computer's clock and the platform's: five minutes, as in Kerberos. */
const SKEW_MS = 300_000;

/** A minute. How long the platform continues after a gateway gave up is not documented; this is a cautious estimate. */
const SETTLE_MS = 60_000;

/** Returns a test for campaigns with this name. */
function isNamed(sought: string): (campaign: ListedCampaign) => boolean {
  const key = nameKey(sought);
  return ({ name }) => nameKey(name) === key;
}

function atLeastOne(campaigns: readonly ListedCampaign[]): Campaigns | undefined {
  const [first, ...others] = campaigns;
  return first === undefined ? undefined : [first, ...others];
}
