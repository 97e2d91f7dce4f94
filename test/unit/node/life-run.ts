import { setTimeout as sleep } from "node:timers/promises";
import { registerList } from "../../../src/cli/commands/list";
import { registerStatus } from "../../../src/cli/commands/status";
import { registerStart, registerStop } from "../../../src/cli/commands/trigger";
import type { TriggerDeps } from "../../../src/cli/lifecycle/trigger-campaign";
import { runCommand, type Ran } from "./command-run";

/** `campaign-json list`, `status`, `start` or `stop`, in this process. */
export function life(args: readonly string[], changes: Partial<TriggerDeps> = {}): Promise<Ran> {
  return runCommand(args, (program, common) => {
    const wait: TriggerDeps["wait"] = async (ms, signal) => sleep(Math.min(ms, 5), undefined, { signal });
    const deps: TriggerDeps = { ...common, wait, ...changes };
    for (const register of [registerList, registerStatus, registerStart, registerStop])
      register(program, deps);
  });
}
