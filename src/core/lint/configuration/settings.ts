import type { Node } from "jsonc-parser";
import { nearest } from "../../text/nearest";
import { severities, type Severity } from "../../campaign/problem";
import { inQuotes, type Reading } from "./reading";
import type { LegalProfile } from "../legal/profile";
import { legalProfiles } from "../legal/load";
import type { Rule } from "../rule";
import { rules } from "../rules";
import { readOptions } from "./read-options";
import type { OptionSettings } from "./rule-options";

/** The values that a rule can be set to. */
export type RuleSetting = Severity | "off";

export const ruleSettings: readonly RuleSetting[] = [...severities, "off"];

/** Codes that the file format or the platform decides. A team cannot change them. */
const fixedSeverity = /^(syntax|schema|config|internal)(\/|$)/;

const rulesType =
  '"rules" must be an object with a severity for each rule, so this value is not used. Write { "ring-time-short": "off" }.';
const profilesType =
  '"profiles" must be a list of legal profiles, so this value is not used. Write ["us-tcpa"].';

export function readRules(
  reading: Reading,
  object: Node,
  set: Record<string, RuleSetting>,
  ruleOptions: Record<string, OptionSettings[string]>,
): void {
  const ids = rules.map(({ id }) => id);
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  const path = ["rules"];
  for (const member of reading.members(object, path, rulesType)) {
    const { key } = member;
    const rule = known.get(key);
    if (rule !== undefined) {
      const { severity, options } = splitSetting(reading, rule, member.value);
      const setting = severity && readSetting(reading, rule, severity);
      if (setting !== undefined) set[key] = setting;
      if (options !== undefined) ruleOptions[key] = readOptions(reading, rule, options);
    } else if (fixedSeverity.test(key)) {
      const message = `${inQuotes(key)} is always an error; its severity cannot be changed. Remove this line.`;
      reading.reportUseless("closed-rule", member, path, message);
    } else if (reading.hasRoom("unknown-rule")) {
      const meant = nearest(key, ids);
      const hint = meant === undefined ? "Correct the ID, or remove this line." : `Did you mean "${meant}"?`;
      const message = `${inQuotes(key)} is not a rule, so this line has no effect. ${hint}`;
      reading.reportKey("unknown-rule", member, path, message, meant);
    }
  }
}

/** The names of these settings in other linters. */
const synonyms: Readonly<Record<string, RuleSetting>> = {
  ...{ err: "error", fatal: "error", warn: "warning", information: "info", note: "info" },
  ...{ none: "off", ignore: "off", disabled: "off", false: "off", 0: "off", 1: "warning", 2: "error" },
};

/** The nodes of a severity and of the options in `["warning", { "seconds": 20 }]`, or of a severity alone. */
function splitSetting(
  reading: Reading,
  { id, options }: Rule,
  node: Node,
): { readonly severity?: Node; readonly options?: Node } {
  const [name] = Object.entries(options);
  if (node.type !== "array" || name === undefined) return { severity: node };
  const [severity, values, extra] = [...reading.items(node)].map(({ item }) => item);
  if (severity !== undefined && values !== undefined && extra === undefined)
    return { severity, options: values };
  const known = ruleSettings.find((setting) => setting === severity?.value);
  const fix =
    known === undefined || values !== undefined ? [] : [{ title: `Change to "${known}"`, replace: known }];
  const example = `["${severityOf(id)}", { "${name[0]}": ${JSON.stringify(name[1].default)} }]`;
  const message = `This list must contain a severity and an object with options, so ${id} keeps its defaults. Write ${example}.`;
  reading.report("option", node, ["rules", id], message, ...fix);
  return {};
}

function readSetting(reading: Reading, { id }: Rule, node: Node): RuleSetting | undefined {
  const value: unknown = node.value;
  const known = ruleSettings.find((setting) => setting === value);
  if (known !== undefined) return known;
  const word = String(value).toLowerCase();
  const meant = Object.hasOwn(synonyms, word) ? synonyms[word] : nearest(word, ruleSettings);
  const hint =
    meant === undefined
      ? 'Write "error", "warning", "info", "hint" or "off".'
      : `Did you mean ${JSON.stringify(meant)}?`;
  const message = `${describeValue(node)} is not a severity, so ${id} keeps its default (${severityOf(id)}). ${hint}`;
  const fix = meant === undefined ? [] : [{ title: `Change to "${meant}"`, replace: meant }];
  const path = node.parent?.type === "array" ? ["rules", id, 0] : ["rules", id];
  reading.report("severity", node, path, message, ...fix);
  return undefined;
}

function severityOf(id: string): RuleSetting {
  return rules.find((rule) => rule.id === id)?.severity ?? "off";
}

function describeValue(node: Node): string {
  const value: unknown = node.value;
  if (node.type === "object") return "An object";
  if (node.type === "array") return "A list";
  return typeof value === "string" ? inQuotes(value) : String(value);
}

export function readProfiles(reading: Reading, list: Node, chosen: Set<LegalProfile>): void {
  if (list.type !== "array") {
    const value: unknown = list.value;
    const single = typeof value === "string" ? legalProfiles().profileNamed(value) : undefined;
    const fix = single === undefined ? [] : [{ title: "Make it a list", replace: [single.id] }];
    reading.report("type", list, ["profiles"], profilesType, ...fix);
    return;
  }
  for (const { item, index } of reading.items(list)) {
    const value: unknown = item.value;
    const path = ["profiles", index];
    const profile = typeof value === "string" ? legalProfiles().profileNamed(value) : undefined;
    if (profile !== undefined) chosen.add(profile);
    else if (typeof value !== "string") reading.report("type", item, path, profilesType);
    else if (reading.hasRoom("unknown-profile")) {
      const { message, meant } = unknownProfile(value);
      const fix = meant === undefined ? [] : [{ title: `Change to "${meant}"`, replace: meant }];
      reading.report("unknown-profile", item, path, message, ...fix);
    }
  }
}

/** The message for an unknown profile, in a file or on the command line. */
export function unknownProfile(id: string): { readonly message: string; readonly meant: string | undefined } {
  const ids = legalProfiles().profiles.map((profile) => profile.id);
  const meant = nearest(id, ids);
  const hint = meant === undefined ? `Use one of ${ids.join(", ")}.` : `Did you mean "${meant}"?`;
  return {
    message: `${inQuotes(id)} is not a legal profile, so it is not checked. ${hint}`,
    meant,
  };
}
