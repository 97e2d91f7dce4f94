import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { staleOutputs, writeOutput } from "../../../scripts/generate/output";
import { mapSchema, without } from "../../../scripts/generate/schema";

const project = path.join(__dirname, "../../..");

describe("generated files", () => {
  it("match the current output of the generator", () => {
    const args = ["--import", "tsx", "scripts/generate.ts", "--check"];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: project, encoding: "utf8" });
    assert.equal(status, 0, stdout + stderr);
  }).timeout(60_000);
});

describe("generator", () => {
  let folder = "";
  beforeEach(async () => (folder = await mkdtemp(path.join(tmpdir(), "generate-"))));
  afterEach(() => rm(folder, { recursive: true }));

  const first = { path: "a/one.json", content: "1\n" };
  const second = { path: "two.json", content: "2\n" };

  it("names missing and different files, and writes nothing", async () => {
    assert.deepEqual(await staleOutputs(folder, [first, second]), [first, second]);
    assert.deepEqual(await readdir(folder), []);
    await writeOutput(folder, first);
    await writeOutput(folder, { ...second, content: "old" });
    assert.deepEqual(await staleOutputs(folder, [first, second]), [second]);
  });

  it("writes into folders that do not exist yet", async () => {
    await writeOutput(folder, first);
    assert.equal(await readFile(path.join(folder, first.path), "utf8"), first.content);
  });

  it("visits every schema in a schema, and no property that only has the name of a keyword", () => {
    const schema = {
      properties: { title: { title: "t" }, items: { items: { title: "i" } } },
      allOf: [{ if: { title: "if" }, then: { title: "then" } }],
      anyOf: [{ title: "any" }],
      definitions: { A: { title: "A" } },
    };
    const bare = mapSchema(schema, (part) => without(part, ["title"]));
    assert.deepEqual(bare, {
      properties: { title: {}, items: { items: {} } },
      allOf: [{ if: {}, then: {} }],
      anyOf: [{}],
      definitions: { A: {} },
    });
  });
});
