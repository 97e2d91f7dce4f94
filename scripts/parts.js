// Bundles a program into parts: files that are loaded when they are needed, and share modules.
const { build } = require("esbuild");
const path = require("node:path");

/**
 * @typedef {object} Program
 * @property {Readonly<Record<string, string>>} parts each file in `dist`, without its ending, and its source file
 * @property {readonly string[]} bases the other parts use the modules of these parts instead of having copies, so that
 *   a module with state exists once. A module of several bases belongs to the first one
 * @property {string} folder where the parts are written
 */

/**
 * The build that splits a program into ES modules, in memory. `import("./part")` and `require("./part")` load a part.
 * @param {import("esbuild").BuildOptions} shared
 * @param {Program} program
 * @returns {import("esbuild").BuildOptions & { metafile: true }}
 */
function splitting(shared, { parts, folder }) {
  return {
    ...shared,
    format: "esm",
    splitting: true,
    write: false,
    metafile: true,
    entryPoints: parts,
    outdir: folder,
    sourcemap: shared.sourcemap === false ? false : "inline",
    define: {},
    banner: {},
    plugins: [
      ...(shared.plugins ?? []),
      {
        name: "parts",
        setup(bundler) {
          bundler.onResolve({ filter: /^\.\// }, ({ kind, path: file }) =>
            path.basename(file) in parts && (kind === "dynamic-import" || kind === "require-call")
              ? { path: `./${path.basename(file)}.js`, external: true }
              : undefined,
          );
        },
      },
    ],
  };
}

/**
 * Writes each part as one CommonJS file. esbuild splits ES modules only, so this reads the result of `splitting`.
 * @param {import("esbuild").BuildOptions} shared
 * @param {Program} program
 * @param {import("esbuild").BuildResult} split
 */
async function writeParts(shared, { parts, bases, folder }, { metafile, outputFiles = [] }) {
  if (metafile === undefined) throw new Error("The parts of a program are found in its metafile.");
  const texts = new Map(outputFiles.map(({ path: file, text }) => [path.basename(file), text]));
  const homes = homesOf(metafile, bases);
  await Promise.all(
    Object.keys(parts).map((part) =>
      build({
        ...shared,
        stdin: { contents: exportsOf(part, homes), sourcefile: `${part}.parts.js` },
        outfile: `${folder}/${part}.js`,
        // A part is always loaded with `require`, which is faster and shares the cache of modules.
        supported: { "dynamic-import": false },
        plugins: [linking(part, texts, homes)],
      }),
    ),
  );
}

/**
 * The base that contains a file of the split build, for each file that a base contains.
 * @param {import("esbuild").Metafile} metafile
 * @param {readonly string[]} bases
 */
function homesOf({ outputs }, bases) {
  /** @type {Map<string, string>} */
  const homes = new Map();
  for (const base of bases)
    for (const file of filesOf({ outputs }, base)) if (!homes.has(file)) homes.set(file, base);
  return homes;
}

/**
 * The files of the split build that a part consists of: its own and those that it imports.
 * @param {Pick<import("esbuild").Metafile, "outputs">} metafile
 * @param {string} part
 */
function filesOf({ outputs }, part) {
  const byName = new Map(Object.entries(outputs).map(([file, output]) => [path.basename(file), output]));
  const files = new Set([`${part}.js`]);
  for (const file of files)
    for (const { path: imported, kind } of byName.get(file)?.imports ?? [])
      if (kind === "import-statement" && byName.has(path.basename(imported)))
        files.add(path.basename(imported));
  return files;
}

/**
 * @param {string} part
 * @param {ReadonlyMap<string, string>} homes
 */
function exportsOf(part, homes) {
  const own = [...homes].flatMap(([file, home]) =>
    home === part && file !== `${part}.js` ? [`export * as ${nameOf(file)} from "./${file}";`] : [],
  );
  return [`export * from "./${part}.js";`, ...own].join("\n");
}

/** @param {string} file */
function nameOf(file) {
  return path.basename(file, ".js").replaceAll("-", "_");
}

/**
 * @param {string} part
 * @param {ReadonlyMap<string, string>} texts
 * @param {ReadonlyMap<string, string>} homes
 * @returns {import("esbuild").Plugin}
 */
function linking(part, texts, homes) {
  return {
    name: "linking",
    setup(bundler) {
      bundler.onResolve({ filter: /^\.\// }, ({ path: imported, kind }) => {
        if (kind !== "import-statement") return { path: imported, external: true };
        const file = path.basename(imported);
        const home = homes.get(file) ?? part;
        return { path: file, namespace: home === part ? "split" : "base" };
      });
      bundler.onLoad({ filter: /^/, namespace: "split" }, ({ path: file }) => ({
        contents: texts.get(file) ?? "",
      }));
      bundler.onLoad({ filter: /^/, namespace: "base" }, ({ path: file }) => ({
        contents: `module.exports = require("./${homes.get(file)}.js").${nameOf(file)};`,
      }));
    },
  };
}

module.exports = { splitting, writeParts, filesOf };
