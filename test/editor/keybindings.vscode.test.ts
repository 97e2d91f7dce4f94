import assert from "node:assert/strict";
import { parse } from "jsonc-parser";
import * as vscode from "vscode";
import { contributes } from "../../package.json";

interface Keybinding {
  readonly key: string;
  readonly command: string;
}

describe("The keyboard shortcuts", () => {
  it("do not conflict with VS Code's defaults, in whole or at the start", async () => {
    const address = vscode.Uri.parse("vscode://defaultsettings/keybindings.json");
    const text = (await vscode.workspace.openTextDocument(address)).getText();
    const all = parse(text) as readonly Keybinding[];
    assert.ok(all.length > 500, `${all.length} default keybindings`);
    const others = all.filter(({ command }) => !command.startsWith("campaignJson."));
    for (const { key } of contributes.keybindings) {
      const [first = ""] = key.split(" ");
      const taken = others.filter((other) => other.key === first || other.key.startsWith(`${first} `));
      assert.deepEqual(taken, []);
    }
  });
});
