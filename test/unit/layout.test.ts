import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** The folders of the core from the bottom up, as in `eslint.config.mjs`. */
const CORE = [
  ...["text", "campaign", "zones", "connection", "hours", "platform", "ledger", "curl", "answer"],
  ...["account", "comparison", "lifecycle", "submission", "lint", "completion", "wording"],
];
const MAX_FILES = 20;

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.replaceAll(path.sep, "/"));
const graph = new Map(files.map((file) => [file, importsOf(file)]));

describe("the layout of src", () => {
  it("has the core's folders", () => {
    const folders = readdirSync("src/core", { withFileTypes: true }).map(({ name }) => name);
    assert.deepEqual(folders.sort(), [...CORE].sort());
  });

  it("lets each folder of the core import only folders below it", () => {
    const upward = edges().filter(([from, to]) => levelOf(to) > levelOf(from) && from.startsWith("core/"));
    assert.deepEqual(upward, []);
  });

  it("keeps wording for the roots, the editor and the CLI", () => {
    const allowed = /^(?:core\/wording\/|editor\/|cli\/|[^/]+$)/;
    const others = edges().filter(([from, to]) => to.startsWith("core/wording/") && !allowed.test(from));
    assert.deepEqual(others, []);
  });

  it("keeps core, node, editor and cli apart", () => {
    const allowed: Record<string, readonly string[]> = {
      core: ["core"],
      node: ["node", "core"],
      editor: ["editor", "core"],
      cli: ["cli", "node", "core"],
    };
    const wrong = edges().filter(([from, to]) => allowed[topOf(from)]?.includes(topOf(to)) === false);
    assert.deepEqual(wrong, []);
  });

  it("has no circular imports, types included", () => {
    assert.deepEqual(circle(), []);
  });

  it("makes no decision in a composition root", () => {
    const decisions = files
      .filter((file) => !file.includes("/"))
      .flatMap((file) => decisionsIn(file).map((line) => `${file}:${line}`));
    assert.deepEqual(decisions, []);
    assert.notDeepEqual(decisionsIn("core/lint/check.ts"), []);
  });

  it("has a small number of files in each folder", () => {
    const count = new Map<string, number>();
    for (const file of files) count.set(path.dirname(file), (count.get(path.dirname(file)) ?? 0) + 1);
    count.delete("core/lint/rules");
    assert.deepEqual(
      [...count].filter(([, size]) => size > MAX_FILES),
      [],
    );
  });

  it("has no file next to a folder of its name", () => {
    const twins = files.filter((file) => existsSync(path.join("src", file.slice(0, -".ts".length))));
    // The names of the two folders are fixed.
    assert.deepEqual(
      twins.filter((file) => file !== "cli.ts"),
      [],
    );
  });
});

function importsOf(file: string): readonly string[] {
  const text = readFileSync(path.join("src", file), "utf8");
  const imports = [...text.matchAll(/(?:from|import|require)\s*\(?\s*"(\.[^"]+)"/g)];
  return imports
    .map(([, to = ""]) => path.posix.join(path.posix.dirname(file), to))
    .flatMap((to) => [`${to}.ts`, `${to}.d.ts`, `${to}/index.ts`].filter((each) => files.includes(each)));
}

/** The lines of a file, counted from 1, where the code branches or repeats. */
function decisionsIn(file: string): number[] {
  const text = readFileSync(path.join("src", file), "utf8");
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const lines: number[] = [];
  const visit = (node: ts.Node): void => {
    if (isDecision(node)) lines.push(source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return lines;
}

function isDecision(node: ts.Node): boolean {
  return (
    ts.isIterationStatement(node, false) ||
    ts.isIfStatement(node) ||
    ts.isSwitchStatement(node) ||
    ts.isTryStatement(node) ||
    ts.isConditionalExpression(node)
  );
}

function edges(): [from: string, to: string][] {
  return [...graph].flatMap(([from, imported]) => imported.map((to): [string, string] => [from, to]));
}

function topOf(file: string): string {
  return file.split("/")[0] ?? "";
}

function levelOf(file: string): number {
  const [top, folder = ""] = file.split("/");
  return top === "core" ? CORE.indexOf(folder) : -1;
}

/** The files of one circular import in order; empty if there is none. */
function circle(): readonly string[] {
  const done = new Set<string>();
  const open: string[] = [];
  const visit = (file: string): readonly string[] => {
    if (open.includes(file)) return [...open.slice(open.indexOf(file)), file];
    if (done.has(file)) return [];
    open.push(file);
    for (const to of graph.get(file) ?? []) {
      const found = visit(to);
      if (found.length > 0) return found;
    }
    open.pop();
    done.add(file);
    return [];
  };
  for (const file of files) {
    const found = visit(file);
    if (found.length > 0) return found;
  }
  return [];
}
