import { checkCampaign } from "../../src/core/lint/check";
import { configName } from "../../src/core/lint/configuration/lookup";
import { parseConfig } from "../../src/core/lint/configuration/config";

/** A faulty configuration for each code, by its name after `config/`. */
const faulty: Readonly<Record<string, string>> = {
  "unknown-rule": '{ "rules": { "ring-time-shrt": "off" } }',
  "closed-rule": '{ "rules": { "schema/enum": "off" } }',
  severity: '{ "rules": { "ring-time-short": "warn" } }',
  option:
    '{ "rules": { "ring-time-short": ["info", { "second": 20 }], "ring-time-long": ["info", { "seconds": 0 }] } }',
  "unknown-profile": '{ "profiles": ["us-tpca"] }',
  "unknown-property": '{ "rule": {} }',
  type: '{ "profiles": "us-tcpa" }',
  "duplicate-key": '{ "rules": { "no-skips": "off", "no-skips": "info" } }',
};

const valid = `{
  "rules": {
    "ring-time-short": "error",
    "no-skips": "off", // our agents may not skip
    "ring-time-long": ["warning", { "seconds": 45 }]
  },
  "profiles": ["us-tcpa", "us-florida"]
}`;

/** The page of the configuration, with one section for each problem code. */
export function configPage(): string {
  if (parseConfig(valid).problems.length > 0) throw new Error(`${valid} has problems.`);
  return `# config

A team configures the check of its campaigns in \`${configName}\`: the severities and options of rules, and the legal
profiles that campaigns are checked against. None of the profiles is legal advice.

\`\`\`jsonc
${valid}
\`\`\`

The nearest file applies, from the campaign's own folder up to the root of the repository. Files are not merged.
[syntax](syntax.md) and [schema](schema.md) problems are always errors. Each of the following is an **error** too: an ignored
setting could pass a campaign that the team wanted to stop. The valid settings of the file still apply, but nothing is
submitted until you fix the file.

${Object.entries(faulty).map(section).join("\n\n")}

## exemption

A comment in a campaign file exempts the next line from a rule, and before the first brace the whole file:

\`\`\`jsonc
${exempting}
\`\`\`

Several rules are separated by commas. Block comments count too. Every exemption needs a reason after \`--\`; without one it
has no effect. [syntax](syntax.md) and [schema](schema.md) problems cannot be exempted. The confirmation before a submission
lists exempted errors with their reasons. An exemption that is incomplete, that names an unknown rule, or that exempts
nothing is a **warning**:

\`\`\`jsonc
${wronglyExempting}
\`\`\`

${exemptionMessages()}

[All rules](README.md)
`;
}

const exempting = `// campaignlint-disable untrimmed-name -- the account's names start with a space
{
  "name": " Spring",
  "dialingStrategy": {
    // campaignlint-disable-next-line ring-time-short, legal-ring-time -- a test of our own phones
    "maxRingTime": 5
  }
}`;

const wronglyExempting = `{
  // campaignlint-disable-next-line untrimmed-name
  "name": " Spring",
  "dialingStrategy": {
    // campaignlint-disable-next-line ring-time-shrt, schema/type -- agreed
    "maxRingTime": 5,
    // campaignlint-disable-next-line attempts-reach-global-dnc -- agreed
    "maxAttemptsPerRecord": 3
  }
}`;

function exemptionMessages(): string {
  const { problems } = checkCampaign(wronglyExempting);
  const messages = problems
    .filter(({ code }) => code === "config/exemption")
    .map(({ message }) => `> ${message}`);
  const valid = checkCampaign(exempting).problems.some(({ code }) => code === "config/exemption");
  if (messages.length === 0 || valid) throw new Error("The examples of exemptions are wrong.");
  return messages.join("\n>\n");
}

function section([name, text]: [string, string]): string {
  const { problems } = parseConfig(text);
  if (problems.some(({ code }) => code !== `config/${name}`) || problems.length === 0)
    throw new Error(`${text} is not config/${name}.`);
  const messages = problems.map(({ message }) => `> ${message}`).join("\n>\n");
  return [`## ${name}`, "```jsonc\n" + text + "\n```", messages].join("\n\n");
}
