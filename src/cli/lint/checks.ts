import { Lines } from "../../core/campaign/lines";
import type { CampaignDocument } from "../../core/campaign/document";
import type { Problem } from "../../core/campaign/problem";
import type { Checked } from "../../core/lint/check";
import type { CheckOptions } from "../../core/lint/check-options";
import type { ExemptedProblem } from "../../core/lint/exemptions/apply";
import type { Fixed } from "../../core/lint/fix";
import type { CheckedFile } from "../formats/format";

/** The check and the fixes, as configured by the composition root. */
export interface Checks {
  /** `source` is the text, or its document if it has been parsed. */
  readonly check: (source: string | CampaignDocument, options?: CheckOptions) => Checked;
  readonly fix: (campaign: CampaignDocument, options?: CheckOptions) => Fixed;
}

/** The problems of a text with their lines. */
export function checkedFile(
  file: Pick<CheckedFile, "kind" | "path" | "text">,
  problems: readonly Problem[],
  exempted: readonly ExemptedProblem[] = [],
): CheckedFile {
  // Most files of a large run have no problems.
  if (problems.length + exempted.length === 0) return { ...file, problems: [], exempted: [] };
  const lines = new Lines(file.text);
  return {
    ...file,
    problems: problems.map((problem) => ({ ...problem, range: lines.range(problem) })),
    exempted: exempted.map((problem) => ({ ...problem, range: lines.range(problem) })),
  };
}
