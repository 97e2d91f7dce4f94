import assert from "node:assert/strict";
import path from "node:path";
import { build } from "esbuild";

const project = path.join(__dirname, "..", "..", "..");

/** The source files of a bundle, built as in the build script, without the bundles that it loads on demand. */
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
    external: [
      "vscode",
      "./submitting",
      "./language",
      "./creating",
      "./hours",
      "./account-names",
      "./managing",
      "./numbering-plans",
    ],
    logLevel: "silent",
  });
  const outputs = Object.values(metafile.outputs);
  return outputs.flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([name, { bytesInOutput }]) => (bytesInOutput > 0 ? [name] : [])),
  );
}

describe("The bundles of the extension", () => {
  const temporal = /node_modules\/temporal-/;

  it("contain the time zone library only in the bundles that are loaded on demand", async function () {
    this.timeout(60_000);
    assert.deepEqual(
      (await partsOf("extension")).filter((name) => temporal.test(name)),
      [],
    );
    for (const half of ["language", "submitting", "hours"])
      assert.ok(
        (await partsOf(half)).some((name) => temporal.test(name)),
        half,
      );
  });

  it("contain the JSON library and the completion in the language bundle, not in the main one", async () => {
    const library = /node_modules\/vscode-json-languageservice\//;
    assert.ok(!(await partsOf("extension")).some((name) => library.test(name)));
    assert.ok((await partsOf("language")).some((name) => library.test(name)));
    const caret = /core\/completion\/(?:caret-reader|arrange)\.ts$/;
    assert.ok(!(await partsOf("extension")).some((name) => caret.test(name)));
    assert.equal((await partsOf("language")).filter((name) => caret.test(name)).length, 2);
  });

  it("contain no second list of time zones in the language bundle", async () => {
    const parts = await partsOf("language");
    assert.deepEqual(
      parts.filter((name) => name.includes("zones/generated")),
      [],
    );
  });
});

describe("The panel of calling hours", () => {
  it("is not part of the main bundle", async function () {
    this.timeout(60_000);
    const panel = /editor\/hours\/(?:panel|page|messages)|core\/hours\/(?:calling-week|week-svg|week-style)/;
    assert.deepEqual(
      (await partsOf("extension")).filter((name) => panel.test(name)),
      [],
    );
    assert.equal((await partsOf("hours")).filter((name) => panel.test(name)).length, 6);
  });

  it("adds neither a second list of time zones nor a second validator to its bundle", async () => {
    const parts = await partsOf("hours");
    assert.deepEqual(
      parts.filter((name) => /zones\/generated|generated\/validate|editor\/ui\/message/.test(name)),
      [],
    );
  });
});

describe("The names from the account", () => {
  it("are read and described by a bundle of their own, without the network code and a second log", async function () {
    this.timeout(60_000);
    const names =
      /core\/account\/name-cache|core\/wording\/account\/account-names|editor\/account\/account-names/;
    assert.deepEqual(
      (await partsOf("extension")).filter((name) => names.test(name)),
      [],
    );
    const parts = await partsOf("account-names");
    assert.equal(parts.filter((name) => names.test(name)).length, 3);
    const elsewhere =
      /node_modules|node\/http|platform\/exchange|editor\/ui\/(?:message|journal|dialog|progress)/;
    assert.deepEqual(
      parts.filter((name) => elsewhere.test(name)),
      [],
    );
  });
});
