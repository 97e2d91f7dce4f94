import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import * as vscode from "vscode";
import { retried } from "../run/retried";
import { closeAll, codesOf, springWith, writeFile } from "./campaigns";
import { until } from "./until";

const lastLines = "VS Code stops reading a task's output a tenth of a second after its process has ended";

describe("The task campaign-json: lint", () => {
  afterEach(closeAll);

  it("is offered with its problem matcher, without an installation", async () => {
    const { name, source, problemMatchers } = await lintTask();
    assert.deepEqual([name, source, problemMatchers], ["lint", "campaign-json", ["$campaign-json"]]);
  });

  it(
    "runs, and its problems appear for files that are not open",
    retried(lastLines, async function () {
      if (!hasTerminals()) this.skip();
      const text = await springWith(['"end": "6:00 PM"', '"end": "6:00 AM"']);
      const uri = await writeFile("task.campaign.json", text);
      const task = await lintTask();
      const ended = new Promise<number | undefined>((resolve) => {
        const listener = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
          if (execution.task.name !== task.name) return;
          listener.dispose();
          resolve(exitCode);
        });
      });
      await vscode.tasks.executeTask(task);
      assert.equal(await ended, 1);
      await until(
        vscode.languages.onDidChangeDiagnostics,
        () => (codesOf(uri).includes("window-inverted") ? true : undefined),
        () => codesOf(uri).join(", "),
      );
    }),
  );
});

async function lintTask(): Promise<vscode.Task> {
  const [task] = await vscode.tasks.fetchTasks({ type: "campaign-json" });
  assert.ok(task !== undefined);
  return task;
}

/** An editor from the npm registry may come without the native part that opens terminals, in which tasks run. */
function hasTerminals(): boolean {
  const library = path.join(vscode.env.appRoot, "node_modules", "node-pty");
  if (!existsSync(library)) return true;
  return readdirSync(library, { recursive: true, encoding: "utf8" }).some((file) =>
    file.endsWith("pty.node"),
  );
}
