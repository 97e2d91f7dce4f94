import { bundledPackages } from "./bundled-packages";

/**
 * The software bill of materials of a package in the format CycloneDX 1.6: what is bundled in it. Without a serial number
 * and a time, so that the same content produces the same text.
 */
export async function sbomOf(project: string, name: string, version: string): Promise<string> {
  const components = (await bundledPackages(project)).map((one) => ({
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
  return `${JSON.stringify(bom, null, 2)}\n`;
}

/** The package URL of an npm package: `pkg:npm/%40vscode/l10n@0.0.18`. */
function purlOf(name: string, version: string): string {
  return `pkg:npm/${name.replace("@", "%40")}@${version}`;
}
