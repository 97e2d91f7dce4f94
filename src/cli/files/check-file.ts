import path from "node:path";
import { Lines } from "../../core/campaign/lines";
import type { Problem } from "../../core/campaign/problem";
import type { LintConfig } from "../../core/lint/configuration/config";
import { switchedOff } from "../../core/lint/configuration/switched-off";
import type { CheckedFile } from "../commands/submit";
import { configFiles } from "./config-files";
import type { FileProblem } from "../formats/submission";
import type { Checks } from "../lint/checks";
import { shownPath } from "../lint/input";
import { readText } from "./text-file";

/** A file's text with its configuration, or why they cannot be read. */
export type ReadCampaign =
  | { readonly kind: "read"; readonly text: string; readonly config: LintConfig }
  | { readonly kind: "unreadable" | "misconfigured"; readonly reason: string };

/** Reads one file with the same configuration as `lint`. `file` may be relative to `cwd`. */
export async function readCampaign(file: string, cwd: string): Promise<ReadCampaign> {
  if (file === "") return { kind: "unreadable", reason: "The path of the campaign file is empty." };
  const absolute = path.resolve(cwd, file);
  const read = await readText(absolute);
  if (read.kind !== "text") return { kind: "unreadable", reason: `${file}: ${read.reason}` };
  const configs = configFiles(cwd);
  const config = await configs.configFor(absolute);
  for (const used of configs.used()) {
    const shown = shownPath(used.path, cwd);
    if (used.kind === "unreadable") return { kind: "unreadable", reason: `${shown}: ${used.reason}` };
    const [first] = used.config.problems;
    if (first !== undefined) {
      const line = new Lines(used.text).range(first).start.line + 1;
      return { kind: "misconfigured", reason: `${shown}:${line}: ${first.message}` };
    }
  }
  return { kind: "read", text: read.text, config };
}

/** Reads and checks one file for `submit`, with the same configuration as `lint`. `file` may be relative to `cwd`. */
export async function checkFile(file: string, cwd: string, check: Checks["check"]): Promise<CheckedFile> {
  const read = await readCampaign(file, cwd);
  if (read.kind !== "read") {
    // With an invalid configuration, the intended rules are unknown, so nothing is sent.
    const effect = read.kind === "misconfigured" ? " Nothing was sent." : "";
    return { kind: "unreadable", reason: `${read.reason}${effect}` };
  }
  const { text, config } = read;
  const lines = new Lines(text);
  const checked = check(text, config);
  const toFileProblem = (problem: Problem): FileProblem => ({
    severity: problem.severity,
    message: problem.message,
    code: problem.code,
    line: lines.range(problem).start.line,
  });
  return {
    kind: "checked",
    text,
    value: checked.campaign,
    problems: checked.problems.map(toFileProblem),
    switchedOff: switchedOff(checked, config).map(toFileProblem),
    exempted: checked.exempted
      .filter(({ severity }) => severity === "error")
      .map((problem) => ({ ...toFileProblem(problem), reason: problem.reason })),
  };
}
