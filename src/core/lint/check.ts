import { toDocument, type CampaignDocument } from "../campaign/document";
import type { Campaign } from "../campaign/generated/campaign";
import { validate } from "../campaign/generated/validate";
import { lengthWarnings } from "../campaign/schema/length-warnings";
import type { Problem } from "../campaign/problem";
import { schemaProblems } from "../campaign/schema/schema-problems";
import type { SchemaError } from "../campaign/schema/validator";
import { syntaxFaults } from "../campaign/syntax/syntax-faults";
import { syntaxProblems } from "../campaign/syntax/syntax-problems";
import type { CheckOptions } from "./check-options";
import { Selection } from "./selection";
import { addRuleProblems } from "./run-rules";
import { withSafeFixes } from "./safe-fixes";

export interface Checked {
  readonly document: CampaignDocument;
  /** The campaign, if it has no syntax or schema problems. */
  readonly campaign: Campaign | undefined;
  /** In text order. */
  readonly problems: readonly Problem[];
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
  if (root === undefined || !syntax.readable) return { document, campaign: undefined, problems };

  const valid = validate(value);
  const all: readonly SchemaError[] = validate.errors ?? [];
  const errors = all.length > maxErrors ? all.slice(0, maxErrors) : all;
  const found: Problem[] = valid ? [] : schemaProblems(document, errors, validate);
  for (const warning of lengthWarnings(document)) found.push(warning);
  // With some errors cut off, the rules would treat invalid parts as valid.
  if (options.depth !== "schema" && errors === all) {
    addRuleProblems(found, document, new Selection(document, errors), options, syntax);
  }
  const explained = found.some((problem) => problem.explainsMissing !== undefined);
  for (const problem of explained ? foldMissing(found) : found) {
    if (syntax.trusts(problem.offset)) problems.push(problem);
  }
  return {
    document,
    campaign: valid && document.syntaxErrors.length === 0 ? value : undefined,
    problems: withSafeFixes(document, problems).sort((a, b) => a.offset - b.offset || a.length - b.length),
  };
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
