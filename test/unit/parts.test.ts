import assert from "node:assert/strict";
import path from "node:path";
import { build, type Metafile } from "esbuild";
import { bundles } from "../../esbuild.js";
import { filesOf } from "../../scripts/parts.js";

const project = path.join(__dirname, "..", "..");

describe("The parts of the extension", function () {
  this.timeout(60_000);
  let split: Metafile;

  before(async () => {
    ({ metafile: split } = await build({ ...bundles[0], absWorkingDir: project, metafile: true }));
  });

  /** The source files that are loaded with a part. */
  function inputsOf(part: string): string[] {
    return [...filesOf(split, part)].flatMap((file) =>
      Object.entries(split.outputs[`dist/${file}`]?.inputs ?? {}).flatMap(([name, { bytesInOutput }]) =>
        bytesInOutput > 0 ? [name] : [],
      ),
    );
  }

  it("load only the check and what it needs before the first diagnostics", () => {
    const folders = new Set(
      inputsOf("extension").map((name) => /^(?:src(?:\/\w+){0,2}|node_modules\/[^/]+)/.exec(name)?.[0]),
    );
    assert.deepEqual([...folders].sort(), [
      "node_modules/ajv",
      "node_modules/fastest-levenshtein",
      "node_modules/jsonc-parser",
      ...["campaign", "completion", "hours", "lint", "text", "zones"].map((name) => `src/core/${name}`),
      ...["problems", "ui", "workspace"].map((name) => `src/editor/${name}`),
      "src/extension",
    ]);
    const late =
      /zones\/(?:find|places|cities|regions|everyday-names|generated\/places)|core\/hours\/(?!week|attempts)|problems\/(?!register|diagnostics|rule-page\.ts)/;
    assert.deepEqual(
      inputsOf("extension").filter((name) => late.test(name)),
      [],
    );
  });

  for (const [part, library] of [
    ["language", /vscode-json-languageservice\//],
    ["language", /core\/completion\/(?:caret-reader|arrange)\.ts$/],
    ["zone-search", /zones\/(?:cities|generated\/places)\.ts$/],
    ["numbering-plans", /libphonenumber-js\//],
    ["submitting", /node-fetch\//],
    ["hours", /editor\/hours\/(?:panel|page|messages)|core\/hours\/(?:calling-week|week-svg|week-style)/],
    ["creating", /editor\/campaign\/create-campaign\.ts$/],
  ] as const)
    it(`have ${library.source} in ${part} alone`, () => {
      const parts = ["extension", "features", "language", "creating", "hours", "submitting", "zone-search"];
      const having = [...parts, "numbering-plans"].filter((name) =>
        inputsOf(name).some((input) => library.test(input)),
      );
      assert.deepEqual(having, [part]);
    });

  it("have the time zone library only in parts that are loaded on demand", () => {
    const temporal = /node_modules\/temporal-/;
    for (const part of ["extension", "features"])
      assert.deepEqual(
        inputsOf(part).filter((name) => temporal.test(name)),
        [],
      );
    for (const part of ["language", "submitting", "hours"])
      assert.ok(
        inputsOf(part).some((name) => temporal.test(name)),
        part,
      );
  });
});
