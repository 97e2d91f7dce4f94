import { toAttempt } from "../ledger/attempt";
import { sendOnce, type SendOnceParameters, type SendOnceResult } from "../ledger/send-once";
import { submitCampaign, type SubmitParameters } from "../platform/create-campaign";

export interface SubmitOnceParameters extends SubmitParameters, Omit<SendOnceParameters, "attempt"> {
  /** As the person knows the file: relative to the folder. */
  readonly file: string;
  /** Absolute, where the file is one on this computer. */
  readonly path?: string;
  /** The campaign's name. */
  readonly campaign: string;
}

export type SubmitOnceResult = SendOnceResult;

/** Creates a campaign through the ledger: see `sendOnce`. */
export async function submitOnce(parameters: SubmitOnceParameters): Promise<SubmitOnceResult> {
  const attempt = await toAttempt(parameters);
  return sendOnce({ ...parameters, attempt }, () => submitCampaign(parameters));
}
