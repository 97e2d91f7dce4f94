import path from "node:path";
import { build } from "esbuild";

/** The folder of the bundles. */
export const bundles = path.resolve("out", "bench");

/** Bundles a file of this folder as the product is bundled, for a process of its own. Returns the bundle's path. */
export async function bundleFor(name: string): Promise<string> {
  const file = path.join(bundles, `${name}.js`);
  await build({
    ...{ entryPoints: [path.join("test", "bench", `${name}.ts`)], outfile: file, bundle: true },
    ...{ platform: "node", mainFields: ["module", "main"], external: ["vscode"], logLevel: "error" },
  });
  return file;
}
