import type { CampaignDocument } from "../../campaign/document";
import type { Problem } from "../../campaign/problem";
import { checkCampaign } from "../check";
import type { CheckOptions } from "../check-options";

/** Problems that are errors by default but not with these options. A person should see them before submitting. */
export function switchedOff(
  document: CampaignDocument,
  options: CheckOptions,
  configured: readonly Problem[],
): readonly Problem[] {
  const { severities = {}, ...others } = options;
  if (Object.values(severities).every((severity) => severity === "error")) return [];
  const keyOf = ({ code, pointer, offset }: Problem): string => JSON.stringify([code, pointer, offset]);
  const errors = new Set(configured.filter(({ severity }) => severity === "error").map(keyOf));
  return checkCampaign(document, others).problems.filter(
    (problem) => problem.severity === "error" && !errors.has(keyOf(problem)),
  );
}
