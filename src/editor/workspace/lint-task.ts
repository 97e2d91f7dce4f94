import * as vscode from "vscode";

const taskType = "campaign-json";

export interface LintTasksDeps {
  /** The CLI that comes with the extension: an absolute path. */
  readonly cli: string;
}

/** The properties of a task in `tasks.json`. */
interface Definition extends vscode.TaskDefinition {
  readonly paths?: unknown;
}

/**
 * Offers `campaign-json: lint` as a task for each folder. It runs the bundled CLI with the editor's own Node, so nothing
 * needs to be installed. VS Code calls the provider when tasks are first listed or run.
 */
export function registerLintTasks({ cli }: LintTasksDeps): vscode.Disposable {
  return vscode.tasks.registerTaskProvider(taskType, {
    provideTasks: () =>
      (vscode.workspace.workspaceFolders ?? [])
        .filter(({ uri }) => uri.scheme === "file")
        .map((folder) => lintTask({ type: taskType, task: "lint" }, folder, cli)),
    resolveTask: (task) => {
      // VS Code requires the same definition object.
      const { definition, scope } = task;
      const isLint: boolean = definition["task"] === "lint";
      return isLint && isFolder(scope) ? lintTask(definition, scope, cli) : undefined;
    },
  });
}

function lintTask(definition: Definition, folder: vscode.WorkspaceFolder, cli: string): vscode.Task {
  const { paths } = definition;
  const named = Array.isArray(paths) ? paths.filter((path) => typeof path === "string") : [];
  // After "--", a path that starts with a dash is not an option.
  const execution = new vscode.ProcessExecution(
    process.execPath,
    [cli, "lint", ...(named.length === 0 ? [] : ["--", ...named])],
    { cwd: folder.uri.fsPath, env: { ELECTRON_RUN_AS_NODE: "1" } },
  );
  return new vscode.Task(definition, folder, "lint", taskType, execution, [`$${taskType}`]);
}

function isFolder(scope: vscode.Task["scope"]): scope is vscode.WorkspaceFolder {
  return typeof scope === "object";
}
