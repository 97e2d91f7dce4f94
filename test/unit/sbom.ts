import { readFileSync } from "node:fs";
import path from "node:path";
import { sbomPath } from "../../scripts/generate/sbom";

/** The list of bundled packages, in the format CycloneDX. */
export interface Sbom {
  readonly bomFormat: string;
  readonly components: readonly {
    readonly name: string;
    readonly version: string;
    readonly purl: string;
    readonly licenses: readonly { readonly license: { readonly id: string } }[];
  }[];
  readonly dependencies: readonly { readonly dependsOn: readonly string[] }[];
}

/** Reads the committed list, or one that was written next to a package. */
export function readSbom(file = path.join(__dirname, "..", "..", sbomPath)): Sbom {
  return JSON.parse(readFileSync(file, "utf8")) as Sbom;
}
