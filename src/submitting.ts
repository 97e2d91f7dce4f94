import { submitCampaign, type Submission, type SubmitParameters } from "./core/api/submit";
import { fetchTransport } from "./node/fetch-transport";

/** The composition root of the submitting half: read from disk when something is first submitted or practised. */
export { toRequestBody } from "./core/api/body";
export { fromCurl, isCurl, toCurl } from "./core/api/curl";
export { confirmationOf, isTypedName } from "./core/api/confirmation";
export { outcomeInShort, reportOf } from "./core/api/report";
export { startPracticeServer } from "./node/practice-server";

/** Creates the campaign: at most one request. */
export function submit(parameters: Omit<SubmitParameters, "transport" | "now">): Promise<Submission> {
  return submitCampaign({ ...parameters, transport: fetchTransport, now: Date.now });
}
