import type { Problem } from "../../campaign/problem";
import { checkCampaign, type Checked } from "../check";
import type { CheckOptions } from "../check-options";

/** Problems that are errors by default but not with these options. A person should see them before submitting. */
export function switchedOff(
  checked: Pick<Checked, "document" | "problems" | "exempted">,
  options: CheckOptions,
): readonly Problem[] {
  const { severities = {}, ...others } = options;
  if (Object.values(severities).every((severity) => severity === "error")) return [];
  const keyOf = ({ code, pointer, offset }: Problem): string => JSON.stringify([code, pointer, offset]);
  // An exemption applies in both checks, but an exempted error is not one that the configuration turns off.
  const errors = new Set(errorsIn(checked).map(keyOf));
  return errorsIn(checkCampaign(checked.document, others)).filter((problem) => !errors.has(keyOf(problem)));
}

function errorsIn({ problems, exempted }: Pick<Checked, "problems" | "exempted">): readonly Problem[] {
  return [...problems, ...exempted].filter(({ severity }) => severity === "error");
}
