import { ruleSettings, type RuleSetting } from "../../src/core/lint/configuration/config";
import type { LegalProfile } from "../../src/core/lint/legal/profile";
import { profiles } from "../../src/core/lint/legal/profiles";
import type { Rule } from "../../src/core/lint/rule";
import { rules } from "../../src/core/lint/rules";
import { toHints } from "./hint-schema";
import type { Output } from "./output";
import type { Schema } from "./schema";

/** The effect of each setting on a submission. */
const effects: Readonly<Record<RuleSetting, string>> = {
  error: "Stops a submission.",
  warning: "Is shown again in the confirmation of a submission.",
  info: "Is shown, but never stops a submission.",
  hint: "Is shown faintly, but never stops a submission.",
  off: "Is not checked.",
};

/** The schema of `.campaignlint.json`, with which editors complete, explain and check it. */
export function lintConfigSchema(): Output[] {
  const schema: Schema = {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Campaign checks",
    description:
      "The lint configuration for campaign files in this folder and its subfolders. Only the nearest configuration applies; nothing is merged.",
    allowComments: true,
    allowTrailingCommas: true,
    type: "object",
    additionalProperties: false,
    defaultSnippets: [
      { label: "Campaign checks", body: { rules: { "${1:ring-time-short}": "${2:off}" }, profiles: [] } },
    ],
    properties: {
      $schema: { description: "The URL of this schema, for other editors.", type: "string" },
      rules: {
        description:
          "Severities that replace the defaults of rules. Syntax and schema problems are always errors.",
        type: "object",
        additionalProperties: false,
        properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)])),
      },
      profiles: {
        description: "The legal profiles that campaigns are checked against. None of them is legal advice.",
        type: "array",
        uniqueItems: true,
        items: {
          type: "string",
          enum: profiles.map(({ id }) => id),
          markdownEnumDescriptions: profiles.map(profileText),
        },
      },
    },
  };
  return [
    { path: "schemas/campaignlint.schema.json", content: JSON.stringify(schema) },
    // In the editor, our own check reports the problems, with codes and fixes. The JSON service only completes and
    // explains.
    toHints("schemas/campaignlint.hint.schema.json", schema),
  ];
}

function ruleSchema({ id, severity, summary, why }: Rule): Schema {
  return {
    // No reference is used, because editors ignore texts and snippets next to one.
    type: "string",
    enum: ruleSettings,
    enumDescriptions: ruleSettings.map((setting) => effects[setting]),
    default: severity,
    // Most people name a rule to switch it off.
    defaultSnippets: [{ label: "Severity", body: `\${1|${[...ruleSettings].reverse().join(",")}|}` }],
    description: summary,
    markdownDescription: `${summary}\n\n${why}\n\nDefault: \`${severity}\`. Page: [${id}](campaign-docs:/rules/${id}.md)`,
  };
}

function profileText({ name, citation, url, note }: LegalProfile): string {
  const source = url === undefined ? citation : `[${citation}](${url})`;
  return [`${name}: ${source}.`, ...(note === undefined ? [] : [note]), "Not legal advice."].join(" ");
}
