import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Writes a small extension that opens the walkthrough beside the first file. VS Code opens one by itself only when its
 * extension is installed, and in a new profile it would come before the file.
 * @param {string} folder
 */
export async function writeWalkthroughAtStart(folder) {
  await mkdir(folder, { recursive: true });
  const manifest = {
    ...{ name: "walkthrough-at-start", publisher: "campaign-json", version: "0.0.0" },
    ...{ engines: { vscode: "^1.100.0" }, main: "./main.js", activationEvents: ["onStartupFinished"] },
  };
  await writeFile(join(folder, "package.json"), JSON.stringify(manifest));
  await writeFile(
    join(folder, "main.js"),
    `const { commands } = require("vscode");
     exports.activate = () =>
       commands.executeCommand("workbench.action.openWalkthrough", "campaign-json.campaign-json#firstSteps", true);`,
  );
}
