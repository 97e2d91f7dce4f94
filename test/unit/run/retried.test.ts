import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

const project = path.join(__dirname, "..", "..", "..");

describe("A retry of a test", () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(path.join(tmpdir(), "retried-"))));
  afterEach(() => rm(folder, { recursive: true }));

  /** Runs one file of tests with the project's reporter, and returns the reporter's counts. */
  const counted = async (text: string): Promise<unknown> => {
    const file = path.join(folder, "some.test.ts");
    const counts = path.join(folder, "counts.json");
    await writeFile(file, text);
    const { stderr } = spawnSync(
      process.execPath,
      [
        ...[path.join(project, "node_modules/mocha/bin/mocha.js"), "--no-config", "--import=tsx"],
        ...[
          "--reporter",
          path.join(project, "test/run/reporter.js"),
          "--reporter-option",
          `counts=${counts}`,
        ],
        file,
      ],
      { cwd: project, encoding: "utf8" },
    );
    return JSON.parse(await readFile(counts, "utf8").catch(() => assert.fail(stderr)));
  };

  it("happens if the test gives a reason, and is listed with that reason", async () => {
    const found = await counted(`
      import { retried } from ${JSON.stringify(path.join(project, "test/run/retried"))};
      let tries = 0;
      it("falls once", retried("the moon", async () => { if (++tries === 1) throw new Error("no"); }));
    `);
    const expected = { passed: 1, failed: 0, skipped: 0, retried: ['"falls once" (the moon)'], failures: [] };
    assert.deepEqual(found, expected);
  });

  it("does not happen without a reason", async () => {
    const found = await counted(`
      let tries = 0;
      it("falls once", () => { if (++tries === 1) throw new Error("no"); });
    `);
    assert.deepEqual(found, {
      passed: 0,
      failed: 1,
      skipped: 0,
      retried: [],
      failures: ['"falls once": no'],
    });
  });
});
