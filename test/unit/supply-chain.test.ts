import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { allowedLicenses, packageName, readPackage } from "../../scripts/generate/bundled-packages";
import { readSbom } from "./sbom";

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly allowScripts?: Readonly<Record<string, boolean>>;
}

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
}

const EXACT = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}

const manifestIn = (folder: string): Manifest => readJson(path.join(folder, "package.json")) as Manifest;

/** The packages of the lockfile in a folder, by their place in it. */
function lockedIn(folder: string): readonly (readonly [place: string, locked: Locked])[] {
  const lock = readJson(path.join(folder, "package-lock.json")) as {
    readonly packages: Readonly<Record<string, Locked>>;
  };
  return Object.entries(lock.packages).filter(([place]) => place !== "");
}

describe("The install scripts of packages", () => {
  it("are declared, each with whether it may run", () => {
    const withScript = lockedIn(".")
      .filter(([, { hasInstallScript }]) => hasInstallScript === true)
      .map(([place]) => packageName(place));
    assert.ok(withScript.length > 0);
    assert.deepEqual(Object.keys(manifestIn(".").allowScripts ?? {}).sort(), [...new Set(withScript)].sort());
  });

  it("are allowed for the bundler only", () => {
    const allowed = Object.entries(manifestIn(".").allowScripts ?? {}).filter(([, runs]) => runs);
    assert.deepEqual(allowed, [["esbuild", true]]);
  });

  it("are turned off for the programs that benchmarks compare with", () => {
    assert.match(readFileSync("test/bench/.npmrc", "utf8"), /^ignore-scripts=true$/m);
  });
});

describe("The packages of the project", () => {
  for (const folder of [".", "test/bench"])
    it(`have fixed versions and checksums in ${folder}`, () => {
      const { dependencies, devDependencies } = manifestIn(folder);
      const wanted = Object.entries({ ...dependencies, ...devDependencies });
      assert.ok(wanted.length > 5);
      assert.deepEqual(
        wanted.filter(([, version]) => !EXACT.test(version)),
        [],
      );
      const locked = new Map(lockedIn(folder));
      for (const [name, version] of wanted)
        assert.equal(locked.get(`node_modules/${name}`)?.version, version, name);
      const loose = [...locked].filter(([, { integrity }]) => !/^sha512-/.test(integrity ?? ""));
      assert.deepEqual(loose, []);
    });

  it("come from the public registry only", () => {
    const elsewhere = [...lockedIn("."), ...lockedIn("test/bench")].filter(
      ([, { resolved }]) => resolved !== undefined && !resolved.startsWith("https://registry.npmjs.org/"),
    );
    assert.deepEqual(elsewhere, []);
  });

  it("are bundled in a locked version and with an allowed license", () => {
    const locked = lockedIn(".").map(
      ([place, { version, license }]) => `${packageName(place)} ${version} ${license}`,
    );
    const { components } = readSbom();
    assert.ok(components.length > 10);
    for (const { name, version, licenses } of components) {
      const [{ license } = assert.fail(name)] = licenses;
      assert.ok(allowedLicenses.includes(license.id), `${name}: ${license.id}`);
      assert.ok(locked.includes(`${name} ${version} ${license.id}`), `${name} ${version}`);
    }
  });
});

describe("A package that is to be bundled", () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), "package-"))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const packageWith = (license: string | undefined): Promise<unknown> => {
    writeFileSync(
      path.join(folder, "package.json"),
      JSON.stringify({ name: "new", version: "1.0.0", license }),
    );
    return readPackage(folder, ".");
  };

  it("is refused with a license that is not allowed, and without one", async () => {
    writeFileSync(path.join(folder, "LICENSE"), "Terms");
    for (const license of ["GPL-3.0-only", "SEE LICENSE IN LICENSE.txt", "MIT AND GPL-3.0-only"])
      await assert.rejects(packageWith(license), /new has the license .*not in the list of allowed/);
    await assert.rejects(packageWith(undefined), /no name, version or license/);
  });

  it("is refused without the text of its license", async () => {
    writeFileSync(path.join(folder, "README.md"), "# new");
    await assert.rejects(packageWith("MIT"), /without the text of its license/);
    writeFileSync(path.join(folder, "LICENSE"), "Copyright (c) its author");
    assert.deepEqual(await packageWith("MIT"), {
      ...{ name: "new", version: "1.0.0", license: "MIT", text: "Copyright (c) its author" },
    });
  });
});
