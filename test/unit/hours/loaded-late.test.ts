import assert from "node:assert/strict";
import path from "node:path";
import { build } from "esbuild";

const project = path.join(__dirname, "..", "..", "..");

/** The files that a bundle is made of, as the build script makes it; the halves stay out of the root that loads them. */
async function partsOf(root: string): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: project,
    entryPoints: [`src/${root}.ts`],
    outdir: "dist",
    bundle: true,
    write: false,
    metafile: true,
    platform: "node",
    format: "cjs",
    mainFields: ["module", "main"],
    external: ["vscode", "./submitting", "./language", "./creating", "./numbering-plans"],
    logLevel: "silent",
  });
  const outputs = Object.values(metafile.outputs);
  return outputs.flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([name, { bytesInOutput }]) => (bytesInOutput > 0 ? [name] : [])),
  );
}

describe("the arithmetic of time zones", () => {
  const temporal = /node_modules\/temporal-/;

  it("is not loaded with what edits, and is with what asks for it", async function () {
    this.timeout(60_000);
    assert.deepEqual(
      (await partsOf("extension")).filter((name) => temporal.test(name)),
      [],
    );
    for (const half of ["language", "submitting"])
      assert.ok(
        (await partsOf(half)).some((name) => temporal.test(name)),
        half,
      );
  });

  it("comes without the JSON library where only the check is needed", async () => {
    const library = /node_modules\/vscode-json-languageservice\//;
    assert.ok(!(await partsOf("extension")).some((name) => library.test(name)));
    assert.ok((await partsOf("language")).some((name) => library.test(name)));
    const caret = /core\/completion\/(?:caret-reader|arrange)\.ts$/;
    assert.ok(!(await partsOf("extension")).some((name) => caret.test(name)));
    assert.equal((await partsOf("language")).filter((name) => caret.test(name)).length, 2);
  });

  it("brings no second list of zones into the language half", async () => {
    const parts = await partsOf("language");
    assert.deepEqual(
      parts.filter((name) => name.includes("zones/generated")),
      [],
    );
  });
});
