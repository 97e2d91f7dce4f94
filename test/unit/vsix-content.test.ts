import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { vsixReadme } from "../../scripts/vsix/readme";
import { readSbom } from "./sbom";
import { unzip } from "./zip";

const project = path.join(__dirname, "..", "..");
const run = promisify(execFile);

/** What a build and its package are made of. */
const sources = [
  ...["src", "scripts", "schemas", "language", "snippets", "images", "docs", "esbuild.js", "tsconfig.json"],
  ...["package.json", "package.nls.json", "README.md", "CHANGELOG.md", "LICENSE", "ThirdPartyNotices.txt"],
  ".vscodeignore",
];

/**
 * Gives a copy of the project its packages: its own copies of the bundled ones, because the place of a module is part of
 * esbuild's names for it, and links to the tools.
 */
function installIn(copy: string): void {
  const installed = path.join(project, "node_modules");
  const bundled = new Set(readSbom().components.map(({ name }) => name));
  const names = readdirSync(installed).flatMap((name) =>
    name.startsWith("@") ? readdirSync(path.join(installed, name)).map((one) => `${name}/${one}`) : [name],
  );
  for (const name of names.filter((each) => !each.startsWith("."))) {
    const [from, to] = [path.join(installed, name), path.join(copy, "node_modules", name)];
    mkdirSync(path.dirname(to), { recursive: true });
    if (bundled.has(name)) cpSync(from, to, { recursive: true });
    else symlinkSync(from, to, "junction");
  }
}

describe("The VSIX", () => {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "vsix-")));
  const copies = [path.join(folder, "one"), path.join(folder, "at", "another", "place", "two")] as const;
  let files: Map<string, Buffer>;
  /** Copies the sources to a folder, builds them there, and returns the package. */
  const buildIn = async (copy: string, env: NodeJS.ProcessEnv): Promise<Buffer> => {
    for (const name of sources) cpSync(path.join(project, name), path.join(copy, name), { recursive: true });
    installIn(copy);
    const out = path.join(copy, "built.vsix");
    for (const args of [
      ["esbuild.js", "--production"],
      ["--import", "tsx", "scripts/package.ts", "--out", out],
    ])
      await run(process.execPath, args, { cwd: copy, env: { ...process.env, NODE_OPTIONS: "", ...env } });
    return readFileSync(out);
  };
  const textOf = (name: string): string => files.get(`extension/${name}`)?.toString("utf8") ?? "";
  let first: Buffer;
  before(async function () {
    this.timeout(180_000);
    first = await buildIn(copies[0], { TZ: "America/Chicago" });
    files = unzip(first);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const page of ["readme.md", "changelog.md"])
    it(`contains in ${page} no link or picture that the details page cannot open`, () => {
      const text = textOf(page);
      assert.ok(text.length > 500);
      const targets = [...text.matchAll(/\]\(([^)]*)\)/g)].map(([, target]) => target!);
      const wrong = targets.filter((target) => !/^(https:\/\/|mailto:)/.test(target));
      assert.deepEqual(wrong, []);
      assert.doesNotMatch(text, /<(img|a)\b|^\[[^\]]+\]:/im);
    });

  it("contains the notices of every package in it", () => {
    const notices = textOf("ThirdPartyNotices.txt");
    for (const name of [
      "ajv",
      "jose",
      "node-fetch",
      "commander",
      "jsonc-parser",
      "@vvo/tzdb",
      "windows-iana",
    ])
      assert.ok(notices.includes(`\n  ${name} `), name);
    assert.match(notices, /Permission is hereby granted/);
  });

  it("has a list of the same packages next to it, with version and license", () => {
    const sbom = readSbom(path.join(copies[0], "built.cdx.json"));
    assert.equal(sbom.bomFormat, "CycloneDX");
    const listed = sbom.components.map(({ name, version }) => `  ${name} ${version}`);
    const notices = textOf("ThirdPartyNotices.txt").split("\n");
    assert.deepEqual(
      listed,
      notices.filter((line) => /^ {2}\S+ \d[\w.-]*$/.test(line)),
    );
    assert.ok(listed.length > 10);
    assert.deepEqual(
      sbom.dependencies[0]?.dependsOn,
      sbom.components.map(({ purl }) => purl),
    );
    assert.ok(sbom.components.every(({ licenses }) => licenses.length === 1));
  });

  it("contains no path of the computer that built it", () => {
    assert.ok(files.size > 40, String(files.size));
    // Some containers have no home folder but the root.
    const places = [project, folder, homedir()].filter((place) => place !== path.parse(place).root);
    for (const [name, content] of files)
      for (const place of places) assert.ok(!content.includes(place), `${name}: ${place}`);
  });

  it("is the same file if the same source is built again in another folder, time zone and umask", async function () {
    this.timeout(180_000);
    const umask = process.umask(0o077);
    let second: Buffer;
    try {
      second = await buildIn(copies[1], { TZ: "Asia/Kolkata" });
    } finally {
      process.umask(umask);
    }
    for (const [name, content] of unzip(second)) assert.ok(content.equals(files.get(name)!), name);
    assert.ok(second.equals(first));
  });
});

describe("The README of the VSIX", () => {
  const sections = [
    "## Install",
    "no",
    "## Try it without an account",
    "no",
    "## Write a campaign",
    "yes",
    "### Use it in a pipeline",
    "no",
    "## Contributing",
    "no",
  ];

  it("leaves out the sections about the project, and keeps the text of links that cannot be opened", () => {
    const readme = [...sections, "## Limits", "See [a](docs/a.md), [b](https://b.example) and ![c](c.png)."];
    const text = vsixReadme(readme.join("\n"));
    assert.match(text, /^## Write a campaign\nyes\n## Limits\nSee a, \[b\]\(https:\/\/b\.example\) and \./);
    assert.doesNotMatch(text, /^no$/m);
  });

  it("is not written if a section to leave out has another name", () => {
    assert.throws(() => vsixReadme("## Something else"), /Try it/);
  });
});
