// Bundles the extension in parts, most of which are loaded on first use, the script of its panel, and the CLI.
//   --production  minified, no source maps     --tests  also the tests that run inside VS Code     --watch  keeps going
const { build, context } = require("esbuild");
const { readdir, rm } = require("node:fs/promises");
const path = require("node:path");
const { splitting, writeParts } = require("./scripts/parts");

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

/** @type {import("./scripts/parts").Program} */
const extension = {
  parts: {
    extension: "src/extension.ts",
    features: "src/features.ts",
    language: "src/language.ts",
    creating: "src/creating.ts",
    hours: "src/hours.ts",
    "account-names": "src/account-names.ts",
    managing: "src/managing.ts",
    submitting: "src/submitting.ts",
    "zone-search": "src/core/zones/zone-search.ts",
    "legal-profiles": "src/core/lint/legal/legal-profiles.ts",
    "numbering-plans": "src/core/lint/numbering-plans.ts",
  },
  bases: ["extension", "features"],
  folder: "dist",
};

/** @type {import("./scripts/parts").Program} */
const commandLine = {
  parts: {
    "cli-program": "src/cli-program.ts",
    "cli-check": "src/cli-check.ts",
    "cli-lint": "src/cli-lint.ts",
    "cli-hours": "src/cli-hours.ts",
    "cli-account": "src/cli-account.ts",
    "file-walk": "src/cli/files/file-walk.ts",
    "zone-search": "src/core/zones/zone-search.ts",
    "legal-profiles": "src/core/lint/legal/legal-profiles.ts",
    "numbering-plans": "src/core/lint/numbering-plans.ts",
  },
  bases: ["cli-program", "cli-check"],
  folder: "dist/cli",
};

/** @type {import("esbuild").BuildOptions} */
const sharedByExtension = { ...shared, external: ["vscode"] };

/**
 * Commander starts the programs of commands that are programs of their own. No command is one, and loading the module
 * takes as long as loading Commander.
 * @type {import("esbuild").Plugin}
 */
const withoutChildProcess = {
  name: "without-child-process",
  setup(bundler) {
    bundler.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes("commander") ? { path: "none", namespace: "none" } : undefined,
    );
    bundler.onLoad({ filter: /^/, namespace: "none" }, () => ({ contents: "module.exports = {};" }));
  },
};

/** @type {import("esbuild").BuildOptions[]} */
const bundles = [
  splitting(sharedByExtension, extension),
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
  splitting({ ...shared, plugins: [withoutChildProcess] }, commandLine),
  {
    ...shared,
    entryPoints: ["src/cli.ts"],
    outdir: "dist",
    banner: { js: "#!/usr/bin/env node" },
    supported: { "dynamic-import": false },
    plugins: [
      {
        name: "program",
        setup(bundler) {
          const program = { path: "./cli/cli-program.js", external: true };
          bundler.onResolve({ filter: /^\.\/cli-program$/ }, () => program);
        },
      },
    ],
  },
];

/** The bundles that are written in parts. */
const inParts = new Map([
  [bundles[0], { shared: sharedByExtension, program: extension }],
  [bundles[2], { shared, program: commandLine }],
]);

/**
 * Writes the parts after each build of their modules.
 * @param {import("esbuild").BuildOptions} options
 * @returns {import("esbuild").BuildOptions}
 */
function written(options) {
  const parts = inParts.get(options);
  if (parts === undefined) return options;
  const plugin = /** @satisfies {import("esbuild").Plugin} */ ({
    name: "written",
    setup(bundler) {
      bundler.onEnd(async (split) => {
        if (split.errors.length === 0) await writeParts(parts.shared, parts.program, split);
      });
    },
  });
  return { ...options, plugins: [...(options.plugins ?? []), plugin] };
}

async function run() {
  // A deleted test would run on from what an earlier build left.
  for (const folder of ["dist", "out/test"]) await rm(folder, { recursive: true, force: true });
  const wanted = bundles.map(written);
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

module.exports = { bundles, extension, commandLine };

if (require.main === module) {
  run().catch((/** @type {unknown} */ error) => {
    console.error(error);
    process.exitCode = 1;
  });
}
