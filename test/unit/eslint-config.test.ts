import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import path from "node:path";
import { ESLint } from "eslint";

describe("The rules of ESLint", () => {
  it("reject a pattern built from data in every file of the product", async function () {
    this.timeout(60_000);
    const eslint = new ESLint();
    const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter(
      (file) => file.endsWith(".ts") && !file.includes("generated"),
    );
    assert.ok(files.length > 300, String(files.length));
    const without: string[] = [];
    for (const file of files) {
      const config = (await eslint.calculateConfigForFile(path.join("src", file))) as {
        readonly rules: Readonly<Record<string, unknown>>;
      };
      const rule = JSON.stringify(config.rules["no-restricted-syntax"] ?? []);
      if (!rule.includes("NewExpression[callee.name='RegExp']")) without.push(file);
    }
    assert.deepEqual(without, []);
  });

  it("reject text that passes no gate: a dialog, a view with its title and message, an entry", async function () {
    this.timeout(60_000);
    const eslint = new ESLint({
      overrideConfig: { languageOptions: { parserOptions: { projectService: false, project: null } } },
      ruleFilter: ({ ruleId }) => ruleId === "no-restricted-properties",
    });
    const code = (name: string) => `import * as vscode from "vscode";\nvoid vscode.window.${name};\n`;
    for (const name of ["showWarningMessage", "createTreeView", "TreeItem"]) {
      const [given] = await eslint.lintText(code(name), { filePath: "src/editor/history/tree.ts" });
      assert.match(given?.messages[0]?.message ?? "", /^.*Text that is shown passes one gate/, name);
      const [gate] = await eslint.lintText(code(name), { filePath: "src/editor/ui/tree-view.ts" });
      assert.deepEqual(gate?.messages, [], name);
    }
  });
});
