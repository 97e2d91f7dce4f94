import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

describe("npm run new:rule", () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), "new-rule-"));
    for (const file of ["src/core/lint/rules/index.ts", "examples/billing-reminder.campaign.json"])
      cpSync(file, path.join(root, file));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const run = (...names: readonly string[]) =>
    spawnSync(process.execPath, ["scripts/new-rule.mjs", "--root", root, ...names], { encoding: "utf8" });
  const written = (file: string): string => readFileSync(path.join(root, file), "utf8");

  it("writes the rule, its place in the list, and a fixture that marks its problem", () => {
    assert.equal(run("queue-name-short").status, 0);
    const rule = written("src/core/lint/rules/queue-name-short.ts");
    assert.match(rule, /export const queueNameShort = rule\(\{\n {2}id: "queue-name-short",/);
    const list = written("src/core/lint/rules/index.ts");
    assert.match(list, /import \{ queueNameShort \} from "\.\/queue-name-short";\nimport \{ responseOnly/);
    assert.match(list, / {2}queueNameShort,\n\];/);
    const lines = written("test/fixtures/lint/faulty/queue-name-short/first.campaign.json").split("\n");
    const at = lines.findIndex((line) => line.includes('"name": "queue-name-short"'));
    const mark = lines[at + 1] ?? "";
    assert.match(mark, /^ *\/\/ *\^+ queue-name-short warning \/name$/);
    assert.equal(mark.indexOf("^"), lines[at]?.indexOf('"queue-name-short"'));
  });

  it("changes nothing for an existing or invalid ID", () => {
    const before = written("src/core/lint/rules/index.ts");
    assert.equal(run("queue-name-short").status, 0);
    assert.equal(run("queue-name-short").status, 2);
    for (const names of [[], ["Queue"], ["../queue"], ["a", "b"]])
      assert.equal(run(...names).status, 2, names.join());
    assert.equal(written("src/core/lint/rules/index.ts").split("queue-name-short").length, 2);
    assert.notEqual(written("src/core/lint/rules/index.ts"), before);
  });
});
