import path from "node:path";
import { Lines } from "../../core/campaign/lines";
import type { Problem } from "../../core/campaign/problem";
import { switchedOff } from "../../core/lint/configuration/switched-off";
import type { CheckedFile } from "../commands/submit";
import { configFiles } from "./config-files";
import type { FileProblem } from "../formats/submission";
import { shownPath, type Checks } from "../lint/run";
import { readText } from "./text-file";

/** Reads and checks one file for `submit`, with the same configuration as `lint`. `file` may be relative to `cwd`. */
export async function checkFile(file: string, cwd: string, check: Checks["check"]): Promise<CheckedFile> {
  if (file === "") return { kind: "unreadable", reason: "The path of the campaign file is empty." };
  const absolute = path.resolve(cwd, file);
  const read = await readText(absolute);
  if (read.kind !== "text") return { kind: "unreadable", reason: `${file}: ${read.reason}` };
  const configs = configFiles(cwd);
  const options = await configs.configFor(absolute);
  for (const config of configs.used()) {
    // The intended rules are unknown, so nothing is sent.
    const shown = shownPath(config.path, cwd);
    if (config.kind === "unreadable") return { kind: "unreadable", reason: `${shown}: ${config.reason}` };
    const [first] = config.config.problems;
    if (first !== undefined) {
      const line = new Lines(config.text).range(first).start.line + 1;
      return { kind: "unreadable", reason: `${shown}:${line}: ${first.message} Nothing was sent.` };
    }
  }
  const lines = new Lines(read.text);
  const checked = check(read.text, options);
  const toFileProblem = (problem: Problem): FileProblem => ({
    severity: problem.severity,
    message: problem.message,
    code: problem.code,
    line: lines.range(problem).start.line,
  });
  return {
    kind: "checked",
    text: read.text,
    value: checked.campaign,
    problems: checked.problems.map(toFileProblem),
    switchedOff: switchedOff(checked, options).map(toFileProblem),
    exempted: checked.exempted
      .filter(({ severity }) => severity === "error")
      .map((problem) => ({ ...toFileProblem(problem), reason: problem.reason })),
  };
}
