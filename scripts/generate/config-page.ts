import { configName } from "../../src/core/lint/configuration/lookup";
import { parseConfig } from "../../src/core/lint/configuration/config";

/** A configuration with each fault, by the part of the code behind `config/`. */
const wrong: Readonly<Record<string, string>> = {
  "unknown-rule": '{ "rules": { "ring-time-shrt": "off" } }',
  "closed-rule": '{ "rules": { "schema/enum": "off" } }',
  severity: '{ "rules": { "ring-time-short": "warn" } }',
  "unknown-profile": '{ "profiles": ["us-tpca"] }',
  "unknown-property": '{ "rule": {} }',
  type: '{ "profiles": "us-tcpa" }',
  "duplicate-key": '{ "rules": { "no-skips": "off", "no-skips": "info" } }',
};

const right = `{
  "rules": {
    "ring-time-short": "error",
    "no-skips": "off" // ours may not skip
  },
  "profiles": ["us-tcpa", "us-florida"]
}`;

/** What a team can settle, and one section for each way to get it wrong. */
export function configPage(): string {
  if (parseConfig(right).problems.length > 0) throw new Error(`${right} has problems.`);
  return `# config

A team settles in \`${configName}\` how its campaigns are checked: which severity a rule has, and to which legal profiles
campaigns are held. None of the profiles is legal advice.

\`\`\`jsonc
${right}
\`\`\`

The file nearest to a campaign holds whole, from its own folder up to the root of the repository. What
[syntax](syntax.md) and [schema](schema.md) ask for is always an error. Each of the following is an **error** too: what is
not understood has no effect, so a campaign may pass that the team wanted stopped. The rest of the file counts all the
same, and nothing is submitted until it is mended.

${Object.entries(wrong).map(section).join("\n\n")}

[All rules](README.md)
`;
}

function section([name, text]: [string, string]): string {
  const { problems } = parseConfig(text);
  if (problems.some(({ code }) => code !== `config/${name}`) || problems.length === 0)
    throw new Error(`${text} is not config/${name}.`);
  const said = problems.map(({ message }) => `> ${message}`).join("\n>\n");
  return [`## ${name}`, "```jsonc\n" + text + "\n```", said].join("\n\n");
}
