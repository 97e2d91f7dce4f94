import { configName } from "../../src/core/lint/configuration/lookup";
import { parseConfig } from "../../src/core/lint/configuration/config";

/** A faulty configuration for each code, by its name after `config/`. */
const faulty: Readonly<Record<string, string>> = {
  "unknown-rule": '{ "rules": { "ring-time-shrt": "off" } }',
  "closed-rule": '{ "rules": { "schema/enum": "off" } }',
  severity: '{ "rules": { "ring-time-short": "warn" } }',
  "unknown-profile": '{ "profiles": ["us-tpca"] }',
  "unknown-property": '{ "rule": {} }',
  type: '{ "profiles": "us-tcpa" }',
  "duplicate-key": '{ "rules": { "no-skips": "off", "no-skips": "info" } }',
};

const valid = `{
  "rules": {
    "ring-time-short": "error",
    "no-skips": "off" // our agents may not skip
  },
  "profiles": ["us-tcpa", "us-florida"]
}`;

/** The page of the configuration, with one section for each problem code. */
export function configPage(): string {
  if (parseConfig(valid).problems.length > 0) throw new Error(`${valid} has problems.`);
  return `# config

A team configures the check of its campaigns in \`${configName}\`: the severities of rules, and the legal profiles that
campaigns are checked against. None of the profiles is legal advice.

\`\`\`jsonc
${valid}
\`\`\`

The nearest file applies, from the campaign's own folder up to the root of the repository. Files are not merged.
[syntax](syntax.md) and [schema](schema.md) problems are always errors. Each of the following is an **error** too: an ignored
setting could pass a campaign that the team wanted to stop. The valid settings of the file still apply, but nothing is
submitted until you fix the file.

${Object.entries(faulty).map(section).join("\n\n")}

[All rules](README.md)
`;
}

function section([name, text]: [string, string]): string {
  const { problems } = parseConfig(text);
  if (problems.some(({ code }) => code !== `config/${name}`) || problems.length === 0)
    throw new Error(`${text} is not config/${name}.`);
  const messages = problems.map(({ message }) => `> ${message}`).join("\n>\n");
  return [`## ${name}`, "```jsonc\n" + text + "\n```", messages].join("\n\n");
}
