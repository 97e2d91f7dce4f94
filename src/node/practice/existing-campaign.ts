import { createHash } from "node:crypto";
import type { KeptCampaign, PracticeAccount } from "./account";
import { invalidArguments, refusal, type Answer } from "./answer";
import { commonData, readBody } from "./create-campaign";

const notFound = refusal(404, 404, "Campaign not found");

/** Responds to the status call. */
export function campaignStatus(account: PracticeAccount, id: string): Answer {
  const kept = account.find(id);
  if (kept === undefined) return notFound;
  const { status } = account.state(kept);
  return { status: 200, body: { status: "success", data: { id, status, name: kept.campaign.name } } };
}

/** Responds to the get call. */
export function getCampaign(account: PracticeAccount, id: string): Answer {
  const kept = account.find(id);
  if (kept === undefined) return notFound;
  return success(`Campaign ${kept.campaign.name} retrieved successfully`, { data: toData(kept, account) });
}

/** Responds to the update call. An active campaign cannot be changed; the state of any other one stays. */
export function updateCampaign(account: PracticeAccount, id: string, body: unknown): Answer {
  const kept = account.find(id);
  if (kept === undefined) return notFound;
  if (account.state(kept).status === "Active") return refusal(400, 400, "Active campaigns cannot be edited");
  const read = readBody(body);
  if (read.kind === "refused") return invalidArguments(...read.problems);
  const { campaign } = read;
  const data = {
    ...toData(account.update(kept, campaign), account),
    ...(campaign.dialingMode === "Preview" ? { maxSkips: campaign.maxSkips } : {}),
    isFiltersEnabled: false,
  };
  return success(`Campaign ${campaign.name} details updated successfully`, { id, data });
}

/** Responds to start and stop. Here, `status` is the state of the campaign. */
export function triggerCampaign(account: PracticeAccount, id: string, trigger: "play" | "stop"): Answer {
  const kept = account.find(id);
  if (kept === undefined) return notFound;
  return trigger === "play" ? start(account, kept) : stop(account, kept);
}

function start(account: PracticeAccount, kept: KeptCampaign): Answer {
  const { status } = account.state(kept);
  if (status === "Active") return refusal(400, 400, "Campaign is already active");
  if (status === "Scheduled")
    return refusal(400, 400, "Campaign is scheduled. Disable its schedule to run it now");
  if (status === "Preparing") return refusal(400, 400, "Campaign is not ready");
  const started = account.start(kept);
  return triggered(account, started, started.run.instanceId, {
    message: "Campaign Started",
    totalCallsCompleted: 0,
  });
}

function stop(account: PracticeAccount, kept: KeptCampaign): Answer {
  if (kept.run === undefined || account.state(kept).status !== "Active")
    return refusal(400, 400, "Campaign is not active");
  const stopped = account.stop(kept, kept.run);
  return triggered(account, stopped, kept.run.instanceId, { message: "Campaign Stopped" });
}

function triggered(
  account: PracticeAccount,
  kept: KeptCampaign,
  campaignInstanceId: string,
  more: object,
): Answer {
  const { status, updatedAt } = account.state(kept);
  const body = { status, ...more, updatedAt: new Date(updatedAt).toISOString(), campaignInstanceId };
  return { status: 200, body };
}

function success(message: string, more: object): Answer {
  return { status: 200, body: { status: "success", message, ...more } };
}

/**
 * The keys of the documentation's sample response, in its order. It has neither the queue's name nor the channel,
 * `maxSkips` or `enableMachineDetect`, and the id of the flow in place of its name.
 */
function toData(kept: KeptCampaign, account: PracticeAccount): object {
  const { id, campaign, createdAt } = kept;
  const { status, updatedAt } = account.state(kept);
  return {
    _id: id,
    ...commonData(kept),
    ...(campaign.dialingMode === "Agentless" && campaign.experienceFlowName !== undefined
      ? { experienceFlow: flowId(campaign.experienceFlowName) }
      : {}),
    status,
    createdAt: new Date(createdAt).toISOString(),
    updatedAt: new Date(updatedAt).toISOString(),
    schedule: {
      isSchedulingEnabled: campaign.schedule?.isSchedulingEnabled ?? false,
      isRecurrenceEnabled: false,
    },
    contactLists: campaign.contactLists,
  };
}

/** The same id for the same name, in the form of the vendor's ids. */
function flowId(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex");
  return `cf-${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-")}`;
}
