import type { CampaignDocument } from "../campaign/document";
import type { DialingMode } from "../campaign/generated/campaign";
import type { Problem } from "../campaign/problem";
import type { SyntaxFaults } from "../campaign/syntax/syntax-faults";
import type { CheckOptions } from "./check-options";
import { firstUnits } from "../text/cut";
import { inForce } from "./legal/in-force";
import { optionValues } from "./configuration/rule-options";
import type { Selection } from "./selection";
import { pathTo, toSelector, type Selected } from "./selection";
import { Place, type At } from "./place";
import type { Rule, RuleContext } from "./rule";
import { rules as catalogue } from "./rules";

/** Limit on problems of one rule in one file. Nobody reads more, and locating thousands takes long. */
const maxPerRule = 100;

/**
 * Adds the problems that the rules find. A rule that throws is reported by its ID, and the others still run.
 * @returns the rules that read at least one part and reported everything they found
 */
export function addRuleProblems(
  problems: Problem[],
  document: CampaignDocument,
  parts: Selection,
  options: CheckOptions,
  syntax: SyntaxFaults,
): readonly Rule[] {
  const ran: Rule[] = [];
  const root: At = (...path) => Place.root(document).below(path);
  const { readNumber, today, others = [] } = options;
  const profiles = inForce(options.profiles ?? [], { mode: modeOf(parts), today });
  const isValid = (pointer: string) => parts.isValid(pointer);
  const context: RuleContext = { document, root, profiles, others, readNumber, isValid };
  for (const rule of options.rules ?? catalogue) {
    const { id, needs } = rule;
    const severity = options.severities?.[id] ?? rule.severity;
    if (severity === "off" || (needs !== undefined && isNothing(context[needs]))) continue;
    // While a brace is missing, it is unclear which key belongs to which object.
    if (syntax.structural && rule.readsKeys) continue;
    try {
      const set = options.ruleOptions?.[id];
      const values = set === undefined ? rule.defaults : optionValues(rule.options, set);
      if (addProblemsOf({ rule, severity, options: values }, problems, parts, context)) ran.push(rule);
    } catch (error) {
      problems.push(failed(rule, error, root()));
      options.onRuleFailed?.({ id, error });
    }
  }
  return ran;
}

const dialingMode = toSelector("dialingMode");

/** Undefined if it is missing or not valid. */
function modeOf(parts: Selection): DialingMode | undefined {
  return parts.at(dialingMode)[0]?.value as DialingMode | undefined;
}

/** A rule with what the team set. */
interface ConfiguredRule {
  readonly rule: Rule;
  readonly severity: Problem["severity"];
  readonly options: Parameters<Rule["check"]>[3];
}

/** Returns whether the rule read a part and reported everything it found. */
function addProblemsOf(
  { rule, severity, options }: ConfiguredRule,
  problems: Problem[],
  parts: Selection,
  context: RuleContext,
): boolean {
  const selected = rule.read(parts);
  if (selected.length === 0) return false;
  // All findings on one part are read before the rule gets the next part.
  let part: Selected | undefined;
  const at: At = (...below) => Place.root(context.document).below([...pathTo(part), ...below]);
  let left = maxPerRule;
  for (const next of selected) {
    if (left <= 0) return false;
    part = next;
    const findings = rule.check(part.value, at, context, options);
    if (findings === undefined) continue;
    for (const finding of "message" in findings ? [findings] : findings) {
      problems.push({ code: rule.id, severity, ...finding });
      if (--left <= 0) break;
    }
  }
  return left > 0;
}

/** Always an error, whatever the severity of the rule, because its result is unknown. */
function failed({ id }: Rule, error: unknown, place: Place): Problem {
  const reason = (error instanceof Error ? error.message : String(error)).replace(/\s/g, " ");
  const message = `The rule ${id} failed on this file (${firstUnits(reason, 200)}), so its result is unknown and the campaign cannot be submitted. This is a bug; please report it. To continue without the rule, set "${id}" to "off" in .campaignlint.json.`;
  return { code: "internal/rule-failed", severity: "error", ...place.problem(message) };
}

function isNothing(known: RuleContext["profiles" | "others" | "readNumber"]): boolean {
  return known === undefined || (typeof known === "object" && known.length === 0);
}
