import { ruleSettings } from "../../src/core/lint/configuration/config";
import { settingEffects } from "../../src/core/lint/configuration/setting-effects";
import type { LegalProfile } from "../../src/core/lint/legal/profile";
import { termsText } from "./profile-terms";
import { profiles } from "../../src/core/lint/legal/profiles";
import type { RuleOption, RuleOptions } from "../../src/core/lint/configuration/rule-options";
import { countryName } from "../../src/core/lint/country-name";
import type { Rule } from "../../src/core/lint/rule";
import { rules } from "../../src/core/lint/rules";
import { allCountries } from "../../src/core/zones/zones";
import { toHints } from "./hint-schema";
import type { Output } from "./output";
import type { Schema } from "./schema";

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
      {
        label: "Campaign checks with a rule option",
        body: { rules: { "ring-time-short": ["${1:warning}", { seconds: "^${2:20}" }] }, profiles: [] },
      },
      {
        label: "Campaign checks with a legal profile",
        body: { rules: {}, profiles: ["${1:us-tcpa}"] },
      },
    ],
    properties: {
      $schema: { description: "The URL of this schema, for other editors.", type: "string" },
      rules: {
        description:
          "Severities and options that replace the defaults of rules. Syntax and schema problems are always errors.",
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

const settings: Schema = {
  type: "string",
  enum: ruleSettings,
  enumDescriptions: ruleSettings.map((setting) => settingEffects[setting]),
};

// Most people name a rule to switch it off.
const severityChoice = `\${1|${[...ruleSettings].reverse().join(",")}|}`;

function ruleSchema({ id, severity, summary, why, options }: Rule): Schema {
  const hasOptions = Object.keys(options).length > 0;
  const listed = Object.entries(options).map(
    ([name, option]) =>
      `\n\nOption \`${name}\`: ${option.summary} Default: \`${JSON.stringify(option.default)}\`.`,
  );
  return {
    // No reference is used, because editors ignore texts and snippets next to one.
    ...(hasOptions ? { anyOf: [settings, withOptions(options)] } : settings),
    default: severity,
    defaultSnippets: [
      { label: "Severity", body: severityChoice },
      ...(hasOptions ? [{ label: "Severity and options", body: optionsSnippet(severity, options) }] : []),
    ],
    description: summary,
    markdownDescription: `${summary}\n\n${why}${listed.join("")}\n\nDefault: \`${severity}\`. Page: [${id}](campaign-docs:/rules/${id}.md)`,
  };
}

/** A severity and an object with options. */
function withOptions(options: RuleOptions): Schema {
  const properties = Object.fromEntries(
    Object.entries(options).map(([name, option]) => [name, optionSchema(option)]),
  );
  return {
    type: "array",
    minItems: 2,
    maxItems: 2,
    items: [settings, { type: "object", additionalProperties: false, properties }],
  };
}

function optionSchema(option: RuleOption): Schema {
  const { summary } = option;
  if (option.kind === "number")
    return {
      ...{ type: "integer", minimum: option.minimum, maximum: option.maximum },
      ...{ default: option.default, description: summary, examples: [option.default] },
    };
  const codes = [...allCountries()].sort();
  return {
    ...{ type: "array", description: summary, default: option.default },
    items: { type: "string", enum: codes, enumDescriptions: codes.map(countryName) },
  };
}

function optionsSnippet(severity: Rule["severity"], options: RuleOptions): unknown {
  const values = Object.entries(options).map(([name, option], index) => [
    name,
    option.kind === "number" ? `^\${${index + 2}:${option.default}}` : [`\${${index + 2}:US}`],
  ]);
  return [`\${1:${severity === "off" ? "info" : severity}}`, Object.fromEntries(values)];
}

function profileText(profile: LegalProfile): string {
  const { name, citation, url, note } = profile;
  const source = url === undefined ? citation : `[${citation}](${url})`;
  const terms = termsText(profile);
  return [
    `${name}: ${source}.`,
    `${terms}.`,
    ...(note === undefined ? [] : [note]),
    "Not legal advice.",
  ].join(" ");
}
