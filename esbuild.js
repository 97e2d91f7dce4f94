// Bundles the extension (its editing half; its submitting, its language and its hours half, its names from the account and its campaigns of the account, each loaded on first use),
// the script of its panel, and the CLI.
//   --production  minified, no source maps     --tests  also the tests that run inside VS Code     --watch  keeps going
const { build, context } = require("esbuild");
const { readdir, rm } = require("node:fs/promises");
const path = require("node:path");

const flags = new Set(process.argv.slice(2));
const production = flags.has("--production");

const shared = /** @satisfies {import("esbuild").BuildOptions} */ ({
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  // jsonc-parser's UMD entry requires its parts by computed names, which a bundle does not have.
  mainFields: ["module", "main"],
  minify: production,
  sourcemap: production ? false : "linked",
  // What is written for ES modules may ask where it is; in a CommonJS bundle that is the file itself.
  define: { "import.meta.url": "bundleUrl" },
  banner: { js: 'const bundleUrl = require("node:url").pathToFileURL(__filename).href;' },
  logLevel: "warning",
  legalComments: "none",
});

/**
 * These halves stay files of their own, read from disk only when they are first imported.
 * @type {import("esbuild").Plugin}
 */
const loadedOnFirstUse = {
  name: "loaded-on-first-use",
  setup(bundler) {
    bundler.onResolve(
      { filter: /^\.\/(submitting|language|creating|hours|account-names|managing|numbering-plans)$/ },
      ({ kind, path: half }) =>
        kind === "dynamic-import" || kind === "require-call"
          ? { path: `${half}.js`, external: true }
          : undefined,
    );
  },
};

/** @type {import("esbuild").BuildOptions[]} */
const bundles = [
  {
    ...shared,
    entryPoints: {
      extension: "src/extension.ts",
      submitting: "src/submitting.ts",
      language: "src/language.ts",
      creating: "src/creating.ts",
      hours: "src/hours.ts",
      "account-names": "src/account-names.ts",
      managing: "src/managing.ts",
      "numbering-plans": "src/core/lint/numbering-plans.ts",
    },
    outdir: "dist",
    external: ["vscode"],
    plugins: [loadedOnFirstUse],
  },
  // The script of the panel runs in a browser and has no Node.
  {
    ...shared,
    entryPoints: { "hours-view": "src/editor/hours/view/view.ts" },
    outdir: "dist",
    platform: "browser",
    format: "iife",
    target: "chrome120",
    define: {},
    banner: {},
  },
  // `vscode` is not external here: an import of it from what the CLI uses cannot build.
  {
    ...shared,
    entryPoints: ["src/cli.ts"],
    outdir: "dist",
    banner: { js: `#!/usr/bin/env node\n${shared.banner.js}` },
  },
];

async function run() {
  // A deleted test would run on from what an earlier build left.
  for (const folder of ["dist", "out/test"]) await rm(folder, { recursive: true, force: true });
  const wanted = [...bundles];
  if (flags.has("--tests")) wanted.push(await editorTests());
  if (flags.has("--watch")) {
    for (const options of wanted) await (await context(options)).watch();
    return;
  }
  await Promise.all(wanted.map((options) => build(options)));
}

/** @returns {Promise<import("esbuild").BuildOptions>} */
async function editorTests() {
  const folder = "test/editor";
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith(".ts"));
  const entryPoints = files.map((file) => path.join(folder, file));
  return {
    ...shared,
    bundle: true,
    entryPoints,
    outdir: "out/test/editor",
    outbase: folder,
    external: ["vscode", "mocha"],
  };
}

module.exports = { bundles };

if (require.main === module) {
  run().catch((/** @type {unknown} */ error) => {
    console.error(error);
    process.exitCode = 1;
  });
}
