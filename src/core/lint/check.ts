import { toDocument, type CampaignDocument } from "../campaign/document";
import type { Campaign } from "../campaign/generated/campaign";
import { validate } from "../campaign/generated/validate";
import { lengthWarnings } from "../campaign/schema/length-warnings";
import type { Problem, Span } from "../campaign/problem";
import { schemaProblems } from "../campaign/schema/schema-problems";
import type { SchemaError } from "../campaign/schema/validator";
import { syntaxFaults } from "../campaign/syntax/syntax-faults";
import { syntaxProblems } from "../campaign/syntax/syntax-problems";
import type { CheckOptions } from "./check-options";
import { applyExemptions, type ExemptedProblem } from "./exemptions/apply";
import type { Rule } from "./rule";
import { Selection } from "./selection";
import { addRuleProblems } from "./run-rules";
import { withSafeFixes } from "./safe-fixes";

export interface Checked {
  readonly document: CampaignDocument;
  /** The campaign, if it has no syntax or schema problems. */
  readonly campaign: Campaign | undefined;
  /** In text order. */
  readonly problems: readonly Problem[];
  /** The problems that comments in the text exempt, in text order. */
  readonly exempted: readonly ExemptedProblem[];
}

/**
 * Finds every problem that the text of a campaign shows. Never throws, whatever the text contains.
 * @param source the text, or its document if it has been parsed
 */
export function checkCampaign(source: string | CampaignDocument, options: CheckOptions = {}): Checked {
  const document = toDocument(source);
  const syntax = syntaxFaults(document);
  const problems = syntaxProblems(document, syntax);
  const { root, value } = document;
  if (root === undefined || !syntax.readable)
    return { document, campaign: undefined, problems, exempted: [] };

  const valid = validate(value);
  const all: readonly SchemaError[] = validate.errors ?? [];
  const errors = all.length > maxErrors ? all.slice(0, maxErrors) : all;
  const found: Problem[] = valid ? [] : schemaProblems(document, errors, validate);
  for (const warning of lengthWarnings(document)) found.push(warning);
  // With some errors cut off, the rules would treat invalid parts as valid.
  const runsRules = options.depth !== "schema" && errors === all;
  const ran = runsRules
    ? addRuleProblems(found, document, new Selection(document, errors), options, syntax)
    : noRules;
  // An exempted problem explains no missing property.
  const { problems: kept, exempted } = applyExemptions(document, found, ran, problems);
  const explained = kept.some((problem) => problem.explainsMissing !== undefined);
  for (const problem of explained ? foldMissing(kept) : kept) {
    if (syntax.trusts(problem.offset)) problems.push(problem);
  }
  return {
    document,
    campaign: valid && document.syntaxErrors.length === 0 ? value : undefined,
    problems: withSafeFixes(document, problems).sort(inTextOrder),
    exempted: exempted.sort(inTextOrder),
  };
}

const noRules: readonly Rule[] = [];

function inTextOrder(a: Span, b: Span): number {
  return a.offset - b.offset || a.length - b.length;
}

/** A text with more schema errors is not a campaign, so the rules do not run. */
const maxErrors = 5000;

/** Whether a campaign with these problems may be submitted. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === "error");
}

/**
 * Merges a missing property with the rule problem that explains it ("queueName"). The merged problem has the higher
 * severity.
 */
function foldMissing(problems: readonly Problem[]): Problem[] {
  const explained = new Set(problems.flatMap(({ explainsMissing = [] }) => explainsMissing));
  const missing = new Set(
    problems.flatMap(({ code, pointer }) =>
      code === "schema/required" && explained.has(pointer) ? [pointer] : [],
    ),
  );
  return problems.flatMap((problem): Problem[] => {
    if (problem.code === "schema/required" && missing.has(problem.pointer)) return [];
    const explains = problem.explainsMissing?.some((pointer) => missing.has(pointer)) ?? false;
    return [explains ? { ...problem, severity: "error" } : problem];
  });
}
