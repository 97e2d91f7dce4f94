import type { Node } from "jsonc-parser";
import { parseDocument } from "../../campaign/document";
import { nearest } from "../../text/nearest";
import type { Problem } from "../../campaign/problem";
import { syntaxFaults } from "../../campaign/syntax/syntax-faults";
import { inQuotes, Reading, type Member } from "./reading";
import { readProfiles, readRules, type RuleSetting } from "./settings";
import { configSyntaxProblems } from "./syntax";
import type { LegalProfile } from "../legal/profile";

export { ruleSettings, unknownProfile, type RuleSetting } from "./settings";

/** What a team has settled for its campaigns: the part of `CheckOptions` that `.campaignlint.json` gives. */
export interface LintConfig {
  /** By rule id; only rules of the catalogue. */
  readonly severities: Readonly<Record<string, RuleSetting>>;
  readonly profiles: readonly LegalProfile[];
}

export interface ParsedConfig extends LintConfig {
  /** What is wrong with the file, in the order of the text. What is right in it counts all the same. */
  readonly problems: readonly Problem[];
}

/** What holds where there is no configuration. */
export const noConfig: ParsedConfig = { severities: {}, profiles: [], problems: [] };

const rootType =
  'A configuration is an object, so nothing in this file was used. Write { "rules": {}, "profiles": [] }.';

/** Reads `.campaignlint.json`: JSON with comments and trailing commas. Never throws, whatever the text holds. */
export function parseConfig(text: string): ParsedConfig {
  const document = parseDocument(text);
  const syntax = syntaxFaults(document);
  const problems = configSyntaxProblems(document, syntax);
  const reading = new Reading(document, syntax, problems);
  const severities: Record<string, RuleSetting> = {};
  const profiles = new Set<LegalProfile>();
  const { root } = document;
  for (const member of root !== undefined && syntax.readable ? reading.members(root, [], rootType) : []) {
    if (member.key === "rules") readRules(reading, member.value, severities);
    else if (member.key === "profiles") readProfiles(reading, member.value, profiles);
    else if (member.key === "$schema") readSchema(reading, member.value);
    else unknownProperty(reading, member);
  }
  return {
    severities,
    profiles: [...profiles],
    problems: problems.sort((a, b) => a.offset - b.offset || a.length - b.length),
  };
}

function readSchema(reading: Reading, node: Node): void {
  if (node.type === "string") return;
  reading.report("type", node, ["$schema"], '"$schema" is the address of a JSON schema, as text in quotes.');
}

function unknownProperty(reading: Reading, member: Member): void {
  if (!reading.hasRoom("unknown-property")) return;
  const meant = nearest(member.key, ["rules", "profiles", "$schema"]);
  const hint = meant === undefined ? 'There are "rules" and "profiles".' : `Did you mean "${meant}"?`;
  const message = `${inQuotes(member.key)} is not a setting of a configuration, so it has no effect. ${hint}`;
  reading.reportKey("unknown-property", member, [], message, meant);
}
