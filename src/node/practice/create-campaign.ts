import type { Campaign } from "../../core/campaign/generated/campaign";
import { validate } from "../../core/campaign/generated/validate";
import type { SchemaError } from "../../core/campaign/schema/validator";
import type { KeptCampaign, PracticeAccount } from "./account";
import { invalidArguments, type Answer } from "./answer";

/** Responds to the create call: the documented envelope, or 412 with one message per field. */
export function createCampaign(account: PracticeAccount, body: unknown): Answer {
  const read = readBody(body);
  if (read.kind === "refused") return invalidArguments(...read.problems);
  const kept = account.create(read.campaign);
  return {
    status: 200,
    body: {
      status: "success",
      message: `Campaign ${read.campaign.name} creation in progress`,
      data: toData(kept, account.state(kept).status),
    },
  };
}

export type ReadBody =
  | { readonly kind: "campaign"; readonly campaign: Campaign }
  /** One text per field, which starts with the field's name. */
  | { readonly kind: "refused"; readonly problems: readonly string[] };

/** Reads the body of create and update: a whole campaign. */
export function readBody(body: unknown): ReadBody {
  if (!validate(body)) return { kind: "refused", problems: toProblems(validate.errors ?? []) };
  if (body.campaignType !== "voice")
    return { kind: "refused", problems: ["campaignType must be voice at this address"] };
  return { kind: "campaign", campaign: body };
}

/**
 * The keys of the documentation's sample response, in its order. `schedule`, `queue_name` and `campaignType` are
 * missing there; the platform adds `lname`, `useSystemMappings` and `isFiltersEnabled`.
 */
function toData(kept: KeptCampaign, status: string): object {
  const { id, campaign, createdAt } = kept;
  const time = new Date(createdAt).toISOString();
  return {
    ...commonData(kept),
    status,
    maxSkips: skipsOf(campaign),
    isFiltersEnabled: false,
    createdAt: time,
    updatedAt: time,
    id,
    contactLists: campaign.contactLists,
  };
}

/** What the responses of create, get and update begin with, in the order of their samples. */
export function commonData({ campaign, doNotCallId }: KeptCampaign): object {
  return {
    name: campaign.name,
    lname: campaign.name.toLowerCase(),
    description: campaign.description,
    dncLists: { id: doNotCallId, name: campaign.dncLists.name },
    priority: campaign.priority,
    dialingMode: campaign.dialingMode,
    dialingStrategy: strategyOf(campaign),
  };
}

function strategyOf({ dialingStrategy: strategy }: Campaign): object {
  const { callerId, callingHours } = strategy;
  return {
    callerId: { phoneNumber: callerId.phoneNumber },
    callingHours: {
      frequency: callingHours.frequency,
      days: callingHours.days.map(({ start, end, day }) => ({ start, end, day })),
      timezone: callingHours.timezone,
    },
    dialingOrder: strategy.dialingOrder,
    maxAttemptsPerRecord: strategy.maxAttemptsPerRecord,
    defaultRetryPeriod: strategy.defaultRetryPeriod,
    maxRingTime: strategy.maxRingTime,
    useSystemMappings: false,
  };
}

function skipsOf(campaign: Campaign): number | undefined {
  return campaign.dialingMode === "Preview" ? campaign.maxSkips : undefined;
}

/** At most ten, because a person reads them. `if` only repeats what its branch reported. */
function toProblems(errors: readonly SchemaError[]): string[] {
  const problems = errors.filter(({ keyword }) => keyword !== "if").map(toProblem);
  return problems.length === 0 ? ["the body is not a campaign"] : [...new Set(problems)].slice(0, 10);
}

function toProblem({ instancePath, keyword, params, message }: SchemaError): string {
  const path = instancePath.split("/").slice(1);
  if (keyword === "required") return `${[...path, String(params["missingProperty"])].join(".")} is required`;
  const field = path.length === 0 ? "the body" : path.join(".");
  const allowed = Array.isArray(params["allowedValues"]) ? `: ${params["allowedValues"].join(", ")}` : "";
  return `${field} ${message ?? "is not valid"}${allowed}`;
}
