import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { vsixReadme } from "../../scripts/vsix/readme";
import { unzip } from "./zip";

const project = path.join(__dirname, "..", "..");
const run = promisify(execFile);
const env = { ...process.env, NODE_OPTIONS: "" };

describe("The VSIX", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "vsix-"));
  let files: Map<string, Buffer>;
  const pack = async (name: string): Promise<Buffer> => {
    const out = path.join(folder, name);
    await run(process.execPath, ["--import", "tsx", "scripts/package.ts", "--out", out], {
      cwd: project,
      env,
    });
    return readFileSync(out);
  };
  const textOf = (name: string): string => files.get(`extension/${name}`)?.toString("utf8") ?? "";
  before(async function () {
    this.timeout(120_000);
    if (!existsSync(path.join(project, "dist/extension.js")))
      await run(process.execPath, ["esbuild.js", "--production"], { cwd: project, env });
    files = unzip(await pack("first.vsix"));
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
    const sbom = JSON.parse(readFileSync(path.join(folder, "first.cdx.json"), "utf8")) as {
      readonly bomFormat: string;
      readonly components: readonly { name: string; version: string; purl: string; licenses: unknown[] }[];
      readonly dependencies: readonly { readonly dependsOn: readonly string[] }[];
    };
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
    for (const [name, content] of files) assert.ok(!content.includes(project), name);
  });

  it("is the same file regardless of when it is built", async function () {
    this.timeout(60_000);
    const second = await pack("second.vsix");
    assert.ok(second.equals(readFileSync(path.join(folder, "first.vsix"))));
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
