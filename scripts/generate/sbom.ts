import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Package } from "./bundled-packages";
import type { Output } from "./output";

/** Where the list is kept. Packaging copies it to a place next to the VSIX. */
export const sbomPath = "docs/sbom.cdx.json";

/**
 * The software bill of materials in the format CycloneDX 1.6: what is bundled. Without a serial number and a time, so
 * that the same content produces the same text.
 */
export async function sbom(project: string, packages: readonly Package[]): Promise<Output> {
  const { name, version } = JSON.parse(await readFile(path.join(project, "package.json"), "utf8")) as {
    readonly name: string;
    readonly version: string;
  };
  const components = packages.map((one) => ({
    type: "library",
    "bom-ref": purlOf(one.name, one.version),
    name: one.name,
    version: one.version,
    licenses: [{ license: { id: one.license } }],
    purl: purlOf(one.name, one.version),
  }));
  const product = purlOf(name, version);
  const bom = {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: { component: { type: "application", "bom-ref": product, name, version, purl: product } },
    components,
    dependencies: [{ ref: product, dependsOn: components.map(({ purl }) => purl) }],
  };
  return { path: sbomPath, content: `${JSON.stringify(bom, null, 2)}\n` };
}

/** The package URL of an npm package: `pkg:npm/%40vscode/l10n@0.0.18`. */
function purlOf(name: string, version: string): string {
  return `pkg:npm/${name.replace("@", "%40")}@${version}`;
}
