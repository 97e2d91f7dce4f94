import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { decode, smallPng } from "../../scripts/vsix/small-png";
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
    it(`has no link and no picture in ${page} that the details page cannot open`, () => {
      const text = textOf(page);
      assert.ok(text.length > 500);
      const targets = [...text.matchAll(/\]\(([^)]*)\)/g)].map(([, target]) => target!);
      const wrong = targets.filter((target) => !/^(https:\/\/|mailto:|data:image\/png;base64,)/.test(target));
      assert.deepEqual(wrong, []);
      assert.doesNotMatch(text, /<(img|a)\b|^\[[^\]]+\]:/im);
    });

  it("has small pictures in its README that are whole", () => {
    const pictures = [...textOf("readme.md").matchAll(/data:image\/png;base64,([^)]*)/g)];
    assert.ok(pictures.length > 0);
    for (const [, data] of pictures) {
      const picture = Buffer.from(data!, "base64");
      assert.equal(picture.toString("latin1", 1, 4), "PNG");
      assert.ok(picture.length < 80_000, `${picture.length} bytes`);
    }
  });

  it("has the notices of every package in it", () => {
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

  it("is the same file whenever it is made", async function () {
    this.timeout(60_000);
    const second = await pack("second.vsix");
    assert.ok(second.equals(readFileSync(path.join(folder, "first.vsix"))));
  });
});

describe("The README of the VSIX", () => {
  const sections = [
    "## Try it: now",
    "no",
    "## What it does",
    "yes",
    "### In a pipeline",
    "no",
    "## Working on it",
    "no",
  ];

  it("leaves out what is for the project alone, and keeps the words of what cannot be opened", () => {
    const readme = [...sections, "## Limits", "See [a](docs/a.md), [b](https://b.example) and ![c](c.png)."];
    const text = vsixReadme(readme.join("\n"), (name) => Buffer.from(name));
    assert.match(
      text,
      /^## What it does\nyes\n## Limits\nSee a, \[b\]\(https:\/\/b\.example\) and !\[c\]\(data:/,
    );
    assert.doesNotMatch(text, /^no$/m);
  });

  it("is not made where a section that is left out has another name", () => {
    assert.throws(() => vsixReadme("## Something else", () => Buffer.alloc(0)), /Try it/);
  });
});

describe("A small PNG", () => {
  it("shows the same pixels where there are few colors", () => {
    const icon = readFileSync(path.join(project, "images/editing.png"));
    const before = decode(icon);
    const small = smallPng(icon);
    assert.deepEqual([small.readUInt32BE(16), small.readUInt32BE(20)], [before.width, before.height]);
    assert.ok(small.length < icon.length / 2);
    // The most frequent color of a screenshot is its background: the first of the palette.
    const counts = new Map<number, number>();
    for (const pixel of before.pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
    const [[background]] = [...counts].sort(([, a], [, b]) => b - a) as [[number, number]];
    const palette = small.indexOf("PLTE") + 4;
    assert.equal(small.readUIntBE(palette, 3), background);
  });
});
