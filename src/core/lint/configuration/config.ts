import type { Node } from "jsonc-parser";
import { parseDocument } from "../../campaign/document";
import { nearest } from "../../text/nearest";
import type { Problem } from "../../campaign/problem";
import { syntaxFaults } from "../../campaign/syntax/syntax-faults";
import { inQuotes, Reading, type Member } from "./reading";
import { readProfiles, readRules, type RuleSetting } from "./settings";
import { configSyntaxProblems } from "./syntax";
import type { OptionSettings } from "./rule-options";
import type { LegalProfile } from "../legal/profile";

export { ruleSettings, unknownProfile, type RuleSetting } from "./settings";

/** A team's configuration: the part of `CheckOptions` that `.campaignlint.json` sets. */
export interface LintConfig {
  /** By rule ID; contains only existing rules. */
  readonly severities: Readonly<Record<string, RuleSetting>>;
  /** By rule ID; contains only the options that the file sets. */
  readonly ruleOptions: OptionSettings;
  readonly profiles: readonly LegalProfile[];
}

export interface ParsedConfig extends LintConfig {
  /** The problems of the file, in text order. Its valid settings apply anyway. */
  readonly problems: readonly Problem[];
}

/** The configuration when there is no file. */
export const noConfig: ParsedConfig = { severities: {}, ruleOptions: {}, profiles: [], problems: [] };

const rootType =
  'A configuration must be an object, so nothing in this file is used. Write { "rules": {}, "profiles": [] }.';

/** Reads `.campaignlint.json`: JSON with comments and trailing commas. Never throws, whatever the text contains. */
export function parseConfig(text: string): ParsedConfig {
  const document = parseDocument(text);
  const syntax = syntaxFaults(document);
  const problems = configSyntaxProblems(document, syntax);
  const reading = new Reading(document, syntax, problems);
  const severities: Record<string, RuleSetting> = {};
  const ruleOptions: Record<string, OptionSettings[string]> = {};
  const profiles = new Set<LegalProfile>();
  const { root } = document;
  for (const member of root !== undefined && syntax.readable ? reading.members(root, [], rootType) : []) {
    if (member.key === "rules") readRules(reading, member.value, severities, ruleOptions);
    else if (member.key === "profiles") readProfiles(reading, member.value, profiles);
    else if (member.key === "$schema") readSchema(reading, member.value);
    else unknownProperty(reading, member);
  }
  return {
    severities,
    ruleOptions,
    profiles: [...profiles],
    problems: problems.sort((a, b) => a.offset - b.offset || a.length - b.length),
  };
}

function readSchema(reading: Reading, node: Node): void {
  if (node.type === "string") return;
  reading.report(
    "type",
    node,
    ["$schema"],
    '"$schema" must be the address of a JSON schema, as text in quotes.',
  );
}

function unknownProperty(reading: Reading, member: Member): void {
  if (!reading.hasRoom("unknown-property")) return;
  const meant = nearest(member.key, ["rules", "profiles", "$schema"]);
  const hint = meant === undefined ? 'Use "rules" or "profiles".' : `Did you mean "${meant}"?`;
  const message = `${inQuotes(member.key)} is not a configuration setting, so it has no effect. ${hint}`;
  reading.reportKey("unknown-property", member, [], message, meant);
}
