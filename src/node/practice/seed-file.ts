import type { Campaign } from "../../core/campaign/generated/campaign";
import { isList } from "../../core/text/json-guards";
import { refuse, type Parsed } from "../../core/text/parsed";
import { MAX_CAMPAIGNS } from "./account";
import { readBody } from "./create-campaign";

/** Reads the text of a seed file: a JSON array of bodies of the create call. The reason names the first invalid one. */
export function parseSeed(text: string): Parsed<readonly Campaign[]> {
  let bodies: unknown;
  try {
    bodies = JSON.parse(text);
  } catch {
    return refuse("The file is not JSON.");
  }
  if (!isList(bodies)) return refuse("The file must contain an array of request bodies.");
  if (bodies.length > MAX_CAMPAIGNS)
    return refuse(`The file contains ${bodies.length} campaigns, more than ${MAX_CAMPAIGNS}.`);
  const campaigns: Campaign[] = [];
  for (const [index, body] of bodies.entries()) {
    const read = readBody(body);
    if (read.kind === "refused") return refuse(`Campaign ${index + 1}: ${read.problems.join("; ")}.`);
    campaigns.push(read.campaign);
  }
  return { valid: true, value: campaigns };
}
