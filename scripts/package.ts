/**
 * Builds the VSIX from the build output, and next to it the list of the libraries it contains (CycloneDX).
 *
 *   tsx scripts/package.ts [--out FILE]            the default is dist/campaign-json.vsix with campaign-json.cdx.json
 *
 * The details page of an installed extension shows the README in the package's root, so the package contains a different
 * README than the project. The same content always produces the same file, regardless of the time, the time zone and the
 * permissions of new files.
 */
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { createVSIX, listFiles, PackageManager } from "@vscode/vsce";
import { sbomPath } from "./generate/sbom";
import { vsixReadme } from "./vsix/readme";

const project = path.join(__dirname, "..");
/** 2026-01-01. With the real time of each file, every package would be different. */
const fixedTime = "1767225600";

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { out: { type: "string" } } });
  const packagePath = path.resolve(values.out ?? path.join(project, "dist", "campaign-json.vsix"));
  const stage = await mkdtemp(path.join(tmpdir(), "campaign-vsix-"));
  try {
    for (const file of await listFiles({ cwd: project, packageManager: PackageManager.None })) {
      await mkdir(path.dirname(path.join(stage, file)), { recursive: true });
      await cp(path.join(project, file), path.join(stage, file));
      // A ZIP file contains the mode of each file, which depends on the umask of the build.
      await chmod(path.join(stage, file), 0o644);
    }
    const readme = await readFile(path.join(project, "README.md"), "utf8");
    await writeFile(path.join(stage, "README.md"), vsixReadme(readme));
    // The files in the stage are already selected.
    await writeFile(path.join(stage, ".vscodeignore"), "");
    process.env["SOURCE_DATE_EPOCH"] ??= fixedTime;
    // A ZIP file contains local times.
    process.env["TZ"] = "UTC";
    await createVSIX({
      ...{ cwd: stage, packagePath, dependencies: false },
      ...{ allowMissingRepository: true, rewriteRelativeLinks: false },
    });
    await cp(path.join(project, sbomPath), packagePath.replace(/(\.vsix)?$/, ".cdx.json"));
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
