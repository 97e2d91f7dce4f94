import { checkCampaign } from "../../src/core/lint/check";
import { rule } from "../../src/core/lint/rule";

/** What to do when a rule fails, one section for each code behind `internal/`. */
export function internalPage(): string {
  const failing = rule({
    id: "no-skips",
    severity: "hint",
    reads: "name",
    summary: "",
    why: "",
    examples: { good: [], bad: [] },
    check() {
      throw new TypeError("x is not a function");
    },
  });
  const { problems } = checkCampaign('{ "name": "Spring" }', { rules: [failing] });
  const said = problems.filter(({ code }) => code === "internal/rule-failed").map(({ message }) => message);
  return `# internal

Problems of this program itself, not of your campaign. Each is an **error**: it stops a submission.

## rule-failed

> ${said.join("\n")}

The other rules still ran, and their problems are shown. \`campaign-json lint --verbose\` prints where the rule failed; in
VS Code, the log "Campaign Log" has it.

[All rules](README.md)
`;
}
