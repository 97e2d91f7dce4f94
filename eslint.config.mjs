// @ts-check
import { defineConfig } from "eslint/config";
import { createTypeScriptImportResolver } from "eslint-import-resolver-typescript";
import importX from "eslint-plugin-import-x";
import regexp from "eslint-plugin-regexp";
import tseslint from "typescript-eslint";
import { ofTests } from "./test/eslint-tests.mjs";

/**
 * What a folder may not import: the arrows of docs/architecture.md.
 * @param {string[]} folders
 * @param {string} message
 */
const no = (folders, message) => ({ group: folders, message });

/** The folders of the core from the bottom up: each imports only folders before it. */
const coreFolders = [
  "text",
  "campaign",
  "zones",
  "connection",
  "hours",
  "platform",
  "ledger",
  "curl",
  "answer",
  "account",
  "comparison",
  "lifecycle",
  "submission",
  "lint",
  "completion",
  "wording",
];

/** A toast that nobody answers is never awaited: it would hold the command open for ever. */
const awaitedMessage = {
  selector:
    "ExpressionStatement > AwaitExpression > CallExpression[callee.property.name=/^show(Information|Warning|Error)Message$/]",
  message: "Do not await a message whose answer you ignore: write `void`.",
};

/** A pattern built from data may be refused, take for ever, or show the data in an error message. */
const builtPattern = (/** @type {"NewExpression" | "CallExpression"} */ type) => ({
  selector: `${type}[callee.name='RegExp']:not([arguments.0.type='Literal'])`,
  message: "Do not build a regular expression from data: compare the text itself.",
});

/** What no code of the product contains. A block that sets `no-restricted-syntax` again repeats it. */
const nowhere = [awaitedMessage, builtPattern("NewExpression"), builtPattern("CallExpression")];

const anyHost = [
  "node:*",
  "vscode",
  "fs",
  "path",
  "os",
  "http",
  "https",
  "child_process",
  "crypto",
  "node-fetch",
];

/**
 * What shows text to a person: each has one file that makes the text plain, and is called nowhere else.
 * @type {Record<string, string>}
 */
const gates = {
  showInformationMessage: "src/editor/ui/message.ts (showMessage) or src/editor/ui/dialog.ts (askModally)",
  showWarningMessage: "src/editor/ui/message.ts (showMessage) or src/editor/ui/dialog.ts (askModally)",
  showErrorMessage: "src/editor/ui/message.ts (showMessage)",
  withProgress: "src/editor/ui/progress.ts",
  showQuickPick: "src/editor/ui/quick-pick.ts",
  createQuickPick: "src/editor/ui/multi-step-input.ts (askChoice)",
  showInputBox: "src/editor/ui/input-box.ts",
  createInputBox: "src/editor/ui/multi-step-input.ts (askText)",
  createStatusBarItem: "src/editor/ui/status-item.ts",
  setStatusBarMessage: "src/editor/ui/status-item.ts",
  TreeItem: "src/editor/ui/tree-item.ts",
  createTreeView: "src/editor/ui/tree-view.ts",
};

export default defineConfig(
  {
    ignores: [
      "dist/",
      "out/",
      "node_modules/",
      ".vscode-test/",
      "**/generated/",
      "test/fixtures/",
      "reports/",
      ".stryker-tmp/",
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      eqeqeq: "error",
      "max-lines": ["error", { max: 260, skipBlankLines: true, skipComments: true }],
      "no-restricted-syntax": ["error", awaitedMessage],
    },
  },
  {
    // What people and servers write is read by these: no pattern may take more than linear time.
    files: ["src/**/*.ts"],
    plugins: { regexp },
    rules: {
      "regexp/no-super-linear-backtracking": ["error", { report: "potential" }],
      "regexp/no-super-linear-move": [
        "error",
        { report: "potential", ignorePartial: false, ignoreSticky: true },
      ],
      "regexp/no-potentially-useless-backreference": "error",
      "no-restricted-syntax": ["error", ...nowhere],
    },
  },
  {
    // Value imports only; test/unit/layout.test.ts also rejects circles of types.
    files: ["src/**/*.ts"],
    plugins: { "import-x": importX },
    settings: { "import-x/resolver-next": [createTypeScriptImportResolver()] },
    rules: { "import-x/no-cycle": ["error", { ignoreExternal: true }] },
  },
  ...coreFolders.map(
    /** @returns {import("eslint").Linter.Config} */
    (folder, level) => ({
      files: [`src/core/${folder}/**/*.ts`],
      rules: {
        "no-restricted-imports": [
          "error",
          {
            patterns: [
              no(anyHost, "The core is pure: it must run in a browser worker."),
              no(
                ["**/node/**", "**/editor/**", "**/cli/**"],
                "The core knows no one: pass in what it needs.",
              ),
              ...coreFolders
                .slice(level + 1)
                .map((above) => no([`**/${above}/**`], `core/${folder} is below core/${above}.`)),
            ],
          },
        ],
      },
    }),
  ),
  {
    files: ["src/**/*.ts"],
    ignores: ["src/core/campaign/document.ts"],
    rules: {
      // The rule of the TypeScript plugin, because `no-restricted-imports` limits the folders.
      "@typescript-eslint/no-restricted-imports": [
        "error",
        {
          paths: ["jsonc-parser", "jsonc-parser/lib/esm/main.js", "jsonc-parser/lib/umd/main.js"].map(
            (name) => ({
              name,
              importNames: ["parse", "parseTree", "visit"],
              message: "Use parseDocument, which checks the limits first, and pass its result on.",
            }),
          ),
        },
      ],
    },
  },
  {
    files: ["src/core/**/*.ts"],
    rules: {
      "no-restricted-globals": [
        "error",
        ...["process", "Buffer", "require", "__dirname", "fetch", "setImmediate", "global"].map((name) => ({
          name,
          message: "The core is pure: it must run in a browser worker.",
        })),
      ],
    },
  },
  {
    files: ["src/node/**/*.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            no(["vscode", "**/editor/**", "**/cli/**"], "node/ knows only the core."),
            no(["**/core/wording/**"], "Only the roots, editor/ and cli/ have sentences to show."),
          ],
        },
      ],
    },
  },
  {
    files: ["src/cli/**/*.ts", "src/cli*.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: [no(["vscode", "**/editor/**"], "The CLI and the editor never know each other.")] },
      ],
    },
  },
  {
    files: ["src/cli/**/*.ts", "src/cli*.ts"],
    ignores: ["src/cli/output/output.ts", "src/cli/output/writer.ts"],
    rules: {
      // Text that goes another way may contain what a terminal obeys, and may fail with a stack trace.
      "no-restricted-syntax": [
        "error",
        ...nowhere,
        ...[
          "MemberExpression[object.name='console']",
          "CallExpression[callee.property.name='write'][callee.object.name=/^std(out|err)$/]",
          "CallExpression[callee.property.name='write'][callee.object.property.name=/^std(out|err)$/]",
          "CallExpression[callee.name=/^write(Sync|v|vSync)$/]",
          "Literal[value=/\\u001b|\\u009b/]",
          "TemplateElement[value.cooked=/\\u001b|\\u009b/]",
        ].map((selector) => ({
          selector,
          message:
            "Everything that the CLI writes goes through the gate: use out, print, err or status of Terminal.",
        })),
      ],
    },
  },
  {
    files: ["src/editor/**/*.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            no(["**/cli/**"], "The CLI and the editor never know each other."),
            no(["**/node/**"], "The composition root hands the editor what needs Node."),
          ],
        },
      ],
    },
  },
  {
    files: ["src/**/*.ts"],
    ignores: ["src/editor/ui/*.ts"],
    rules: {
      "no-restricted-properties": [
        "error",
        ...Object.entries(gates).map(([property, gate]) => ({
          property,
          message: `Text that is shown passes one gate: use ${gate}.`,
        })),
      ],
    },
  },
  ...ofTests([awaitedMessage]),
  { files: ["**/*.js"], rules: { "@typescript-eslint/no-require-imports": "off" } },
);
