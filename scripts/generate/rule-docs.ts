import type { Rule } from "../../src/core/lint/rule";
import { rules } from "../../src/core/lint/rules";
import { accountPage } from "./account-page";
import { configPage } from "./config-page";
import { internalPage } from "./internal-page";
import type { Output } from "./output";
import { rulePage } from "./rule-page";
import type { Schema } from "./schema";
import { schemaPage } from "./schema-page";
import { syntaxPage } from "./syntax-page";

const folder = "docs/rules";

/** A page for each code that a problem can have, and a table of all rules. */
export function ruleDocs(schema: Schema): Output[] {
  const page = (name: string, content: string): Output => ({ path: `${folder}/${name}.md`, content });
  return [
    page("README", overview()),
    page("account", accountPage()),
    page("config", configPage()),
    page("internal", internalPage()),
    page("schema", schemaPage(schema)),
    page("syntax", syntaxPage()),
    ...rules.map((rule) => page(rule.id, rulePage(rule))),
  ];
}

function overview(): string {
  return `# What is checked

Every problem has a code, and every code has a page. [syntax](syntax.md) covers the JSON syntax of the file, and
[schema](schema.md) the requirements in the platform's documentation. The rules below find mistakes in valid campaigns.
[account](account.md) covers problems that only the account shows, when you check against it.

An **error** stops a submission. A **warning** is shown again in the confirmation. An **info** and a **hint** never stop a
submission. A rule that is **off** does not run until you enable it: [config](config.md) explains how a team changes
severities.

| Rule | Default | Requirement | Fix |
| --- | --- | --- | --- |
${rules.map(row).join("\n")}
`;
}

function row({ id, severity, summary, fix }: Rule): string {
  return `| [${id}](${id}.md) | ${severity} | ${summary.replaceAll("|", "\\|")} | ${fix === undefined ? "" : "yes"} |`;
}
