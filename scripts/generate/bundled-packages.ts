import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { bundles } from "../../esbuild.js";

/** Packages whose data is in a generated file but in no bundle. */
const dataPackages = ["@vvo/tzdb", "countries-and-timezones", "tzdata", "windows-iana"];

/** Licenses that allow this use if every copy includes their text and copyright line. */
export const allowedLicenses: readonly string[] = [
  "MIT",
  "ISC",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "0BSD",
];

/** The copyright lines of MIT packages that come without the license text, from their repositories. */
const holders: Readonly<Record<string, string>> = {
  "@vscode/l10n": "Copyright (c) Microsoft Corporation. All rights reserved.",
};

export interface Package {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly text: string;
}

/** Every package that the bundles or the generated files contain, by name. */
export async function bundledPackages(project: string): Promise<readonly Package[]> {
  const folders = new Set([
    ...(await bundledFolders(project)),
    ...dataPackages.map((name) => path.join("node_modules", name)),
  ]);
  const packages = await Promise.all([...folders].map((folder) => readPackage(project, folder)));
  const unique = new Map(packages.map((one) => [`${one.name} ${one.version}`, one]));
  return [...unique].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** Folders of the packages in the bundles, relative to the project. */
async function bundledFolders(project: string): Promise<string[]> {
  const results = await Promise.all(
    bundles.map((options) =>
      build({ ...options, absWorkingDir: project, metafile: true, write: false, logLevel: "error" }),
    ),
  );
  return results.flatMap(({ metafile }) =>
    Object.keys(metafile.inputs).flatMap((input) => packageFolder(input) ?? []),
  );
}

/** The name of the package in a folder of a `node_modules`. */
export function packageName(folder: string): string {
  return folder.slice(folder.lastIndexOf(marker) + marker.length);
}

const marker = "node_modules/";

/** The folder of the innermost package that contains the file. */
export function packageFolder(file: string): string | undefined {
  const start = file.lastIndexOf(marker);
  if (start < 0) return undefined;
  const parts = file.slice(start + marker.length).split("/");
  const name = parts.slice(0, parts[0]?.startsWith("@") === true ? 2 : 1).join("/");
  return file.slice(0, start + marker.length) + name;
}

export async function readPackage(project: string, place: string): Promise<Package> {
  const folder = path.join(project, place);
  const manifest: unknown = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
  const { name, version, license } = manifest as Readonly<Record<string, unknown>>;
  if (typeof name !== "string" || typeof version !== "string" || typeof license !== "string")
    throw new Error(`${folder} has no name, version or license.`);
  if (!allowedLicenses.includes(license))
    throw new Error(
      `${name} has the license ${license}, which is not in the list of allowed licenses. Read it first.`,
    );
  const files = (await readdir(folder)).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file)).sort();
  const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), "utf8")));
  const found = texts.length > 0 ? texts : [await licenseInReadme(folder)];
  if (found.includes("")) {
    const holder = holders[name];
    if (license !== "MIT" || holder === undefined)
      throw new Error(`${name} comes without the text of its license.`);
    return { name, version, license, text: `${holder}\n\n${await mitTerms(project)}` };
  }
  const text = found.map((each) => each.replaceAll("\r\n", "\n").trim()).join("\n\n");
  return { name, version, license, text };
}

/** The license text in the last section of the README, where some packages have it; otherwise empty. */
async function licenseInReadme(folder: string): Promise<string> {
  const readme = (await readdir(folder)).find((file) => /^readme/i.test(file));
  if (readme === undefined) return "";
  const text = (await readFile(path.join(folder, readme), "utf8")).replaceAll("\r\n", "\n");
  const start = text.search(/^#* ?licen[cs]e\b/im);
  const section = start < 0 ? "" : text.slice(start);
  return section.includes("Copyright") ? section : "";
}

/** The license terms, from this project's own license. */
async function mitTerms(project: string): Promise<string> {
  const text = await readFile(path.join(project, "LICENSE"), "utf8");
  return text.slice(text.indexOf("Permission is hereby granted")).trim();
}
