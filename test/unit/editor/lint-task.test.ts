import { fake, newWindow } from "./fake-vscode";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { registerLintTasks } from "../../../src/editor/workspace/lint-task";
import { campaign, Folder } from "../cli/lint-command";
import type { Task } from "./fake-vscode-values";

interface Provider {
  provideTasks(): readonly Task[];
  resolveTask(task: Partial<Task>): Task | undefined;
}

const cli = "/extension/dist/cli.js";

describe("The lint task", () => {
  let provider: Provider;
  beforeEach(() => {
    newWindow();
    registerLintTasks({ cli });
    assert.equal(fake.providers[0]?.selector, "campaign-json");
    provider = fake.providers[0].provider as Provider;
  });

  it("is offered for each folder on disk, with the bundled CLI and its problem matcher", () => {
    for (const address of ["file:///one", "vscode-vfs://github/two", "file:///three"])
      fake.addFolder(address);
    const tasks = provider.provideTasks();
    assert.deepEqual(
      tasks.map(({ name, source, problemMatchers, execution: { args, options } }) => ({
        ...{ name, source, problemMatchers, args, cwd: options.cwd, env: options.env },
      })),
      ["/one", "/three"].map((cwd) => ({
        ...{ name: "lint", source: "campaign-json", problemMatchers: ["$campaign-json"] },
        ...{ args: [cli, "lint"], cwd, env: { ELECTRON_RUN_AS_NODE: "1" } },
      })),
    );
    assert.equal(tasks[0]?.execution.process, process.execPath);
  });

  it("of tasks.json keeps its definition, and its paths are never options", () => {
    fake.addFolder("file:///one");
    const definition = { type: "campaign-json", task: "lint", paths: ["campaigns", "--fix", 7] };
    const task = provider.resolveTask({ definition, scope: fake.folders[0] });
    assert.equal(task?.definition, definition);
    assert.deepEqual(task.execution.args, [cli, "lint", "--", "campaigns", "--fix"]);
  });

  it("of another kind or without a folder is left alone", () => {
    fake.addFolder("file:///one");
    const lint = { type: "campaign-json", task: "lint" };
    assert.equal(provider.resolveTask({ definition: lint, scope: 2 }), undefined);
    const other = { type: "campaign-json", task: "submit" };
    assert.equal(provider.resolveTask({ definition: other, scope: fake.folders[0] }), undefined);
  });

  it("checks the folder in a separate process", () => {
    const folder = new Folder({ "a.campaign.json": campaign({ name: " Spring" }) });
    newWindow();
    registerLintTasks({ cli: "src/cli.ts" });
    fake.addFolder(`file://${folder.path}`);
    const [task] = (fake.providers[0]?.provider as Provider).provideTasks();
    assert.ok(task !== undefined);
    const { process: program, args, options } = task.execution;
    // The sources in the place of the bundle; `paths` as the task would pass them.
    const { status, stdout } = spawnSync(program, ["--import", "tsx", ...args, "--", options.cwd], {
      ...{ encoding: "utf8", env: { ...process.env, ...options.env } },
    });
    assert.equal(status, 0);
    assert.match(stdout, /a\.campaign\.json\n +\d+:\d+ {2}warning +.+ {2}untrimmed-name\n/);
    folder.remove();
  }).timeout(30_000);
});
