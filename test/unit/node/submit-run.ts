import path from "node:path";
import { registerSubmit, type SubmitDeps } from "../../../src/cli/commands/submit";
import { startPracticeServer } from "../../../src/node/practice/server";
import { runCommand, type Ran } from "./command-run";

export type { Ran } from "./command-run";

const samples = path.join(__dirname, "../../fixtures/samples");
export const sample = path.join(samples, "preview.request.json");

/** `campaign-json submit`, in this process. */
export function submit(args: readonly string[], changes: Partial<SubmitDeps> = {}): Promise<Ran> {
  return runCommand(["submit", ...args], (program, common) =>
    registerSubmit(program, { ...common, startPracticeServer, ...changes }),
  );
}
