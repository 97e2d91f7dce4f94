import { ruleSettings, type RuleSetting } from "../../src/core/lint/configuration/config";
import type { LegalProfile } from "../../src/core/lint/legal/profile";
import { profiles } from "../../src/core/lint/legal/profiles";
import type { Rule } from "../../src/core/lint/rule";
import { rules } from "../../src/core/lint/rules";
import { toHints } from "./hint-schema";
import type { Output } from "./output";
import type { Schema } from "./schema";

/** What each setting does to a submission. */
const effects: Readonly<Record<RuleSetting, string>> = {
  error: "Stops a submission.",
  warning: "Is shown again before a submission is confirmed.",
  info: "Is shown, and never stops anyone.",
  hint: "Is shown quietly, and never stops anyone.",
  off: "Is not checked.",
};

/** The schema of `.campaignlint.json`, by which editors complete, explain and check it. */
export function lintConfigSchema(): Output[] {
  const schema: Schema = {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Campaign checks",
    description:
      "How campaign files in this folder and the folders below it are checked. The nearest configuration holds whole.",
    allowComments: true,
    allowTrailingCommas: true,
    type: "object",
    additionalProperties: false,
    defaultSnippets: [
      { label: "Campaign checks", body: { rules: { "${1:ring-time-short}": "${2:off}" }, profiles: [] } },
    ],
    properties: {
      $schema: { description: "The address of this schema, for other editors.", type: "string" },
      rules: {
        description:
          "A severity for each rule that is to have another than its own. What the platform's documentation demands (syntax, schema) is always an error.",
        type: "object",
        additionalProperties: false,
        properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)])),
      },
      profiles: {
        description: "The legal profiles that the campaigns are held to. None of them is legal advice.",
        type: "array",
        uniqueItems: true,
        items: {
          type: "string",
          enum: profiles.map(({ id }) => id),
          markdownEnumDescriptions: profiles.map(profileInWords),
        },
      },
    },
  };
  return [
    { path: "schemas/campaignlint.schema.json", content: JSON.stringify(schema) },
    // In the editor the problems are our own, with codes and fixes: its JSON service only completes and explains.
    toHints("schemas/campaignlint.hint.schema.json", schema),
  ];
}

function ruleSchema({ id, severity, summary, why }: Rule): Schema {
  return {
    // Not by a reference: current editors read nothing beside one, no text and no snippet.
    type: "string",
    enum: ruleSettings,
    enumDescriptions: ruleSettings.map((setting) => effects[setting]),
    default: severity,
    // Whoever names a rule mostly wants to switch it off.
    defaultSnippets: [{ label: "Severity", body: `\${1|${[...ruleSettings].reverse().join(",")}|}` }],
    description: summary,
    markdownDescription: `${summary}\n\n${why}\n\nDefault: \`${severity}\`. Page: [${id}](campaign-docs:/rules/${id}.md)`,
  };
}

function profileInWords({ name, citation, url, note }: LegalProfile): string {
  const source = url === undefined ? citation : `[${citation}](${url})`;
  return [`${name}: ${source}.`, ...(note === undefined ? [] : [note]), "Not legal advice."].join(" ");
}
