import type { Command } from "commander";
import { check, fix } from "./cli-check";
import { registerLint as registerLintWith, type LintDeps } from "./cli/commands/lint";

/** The composition root of the commands that only read files. */
export { registerRules } from "./cli/commands/rules";

export function registerLint(program: Command, deps: Omit<LintDeps, "check" | "fix">): void {
  registerLintWith(program, { ...deps, check, fix });
}
