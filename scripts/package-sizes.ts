/**
 * Prints how many bytes of each package the minified bundles contain: in the extension, and in the command line.
 *
 *   npm run sizes
 */
import path from "node:path";
import { build } from "esbuild";
import { bundles } from "../esbuild.js";
import { packageFolder, packageName } from "./generate/bundled-packages";

/** In bytes. A module that several parts of a program contain counts once. */
export interface BundledSize {
  readonly extension: number;
  readonly commandLine: number;
}

/** The sizes by name of the package, from the metafiles of a production build. */
export async function packageSizes(project: string): Promise<ReadonlyMap<string, BundledSize>> {
  const results = await Promise.all(
    bundles.map((options) =>
      build({ ...options, absWorkingDir: project, metafile: true, write: false, minify: true }),
    ),
  );
  const sizes = new Map<string, BundledSize>();
  for (const [file, { inputs }] of results.flatMap(({ metafile }) => Object.entries(metafile.outputs)))
    for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
      const folder = packageFolder(input);
      if (folder === undefined) continue;
      const name = packageName(folder);
      const { extension, commandLine } = sizes.get(name) ?? { extension: 0, commandLine: 0 };
      sizes.set(
        name,
        file.startsWith("dist/cli")
          ? { extension, commandLine: commandLine + bytesInOutput }
          : { extension: extension + bytesInOutput, commandLine },
      );
    }
  return sizes;
}

async function main(): Promise<void> {
  const sizes = [...(await packageSizes(path.join(__dirname, "..")))].sort(([a], [b]) => (a < b ? -1 : 1));
  console.log("extension   command line   package");
  for (const [name, { extension, commandLine }] of sizes)
    console.log(`${String(extension).padStart(9)}   ${String(commandLine).padStart(12)}   ${name}`);
}

if (require.main === module)
  main().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
