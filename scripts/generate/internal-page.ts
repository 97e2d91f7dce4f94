import { checkCampaign } from "../../src/core/lint/check";
import { rule } from "../../src/core/lint/rule";

/** The page of the internal problems, with one section for each code. */
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
  const messages = problems
    .filter(({ code }) => code === "internal/rule-failed")
    .map(({ message }) => message);
  return `# internal

Problems in this program, not in your campaign. Each is an **error** and stops a submission.

## rule-failed

> ${messages.join("\n")}

The other rules still run, and their problems are shown. \`campaign-json lint --verbose\` prints where the rule failed. In VS Code, the output channel "Campaign Log" shows it.

[All rules](README.md)
`;
}
