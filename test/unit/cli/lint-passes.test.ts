import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { configFiles } from "../../../src/cli/files/config-files";
import { textReader, together, type ReadTexts } from "../../../src/cli/files/read-texts";
import type { CheckedFile } from "../../../src/cli/formats/format";
import { checkFiles } from "../../../src/cli/lint/check-files";
import { indexFiles, type IndexedFile } from "../../../src/cli/lint/index-files";
import { inputsOf } from "../../../src/cli/lint/input";
import { checkCampaign } from "../../../src/core/lint/check";
import { fixAll } from "../../../src/core/lint/fix";
import { campaign, Folder } from "./lint-command";

describe("The two passes of lint", () => {
  let folder: Folder;
  let read: string[];
  beforeEach(() => {
    folder = new Folder();
    read = [];
  });
  afterEach(() => folder.remove());

  const progress = { step: () => Promise.resolve(), clear: () => undefined };
  const reader = textReader(() => 0);
  const readTexts: ReadTexts = (files) => {
    read.push(...files.map(({ file }) => file));
    return reader(files);
  };

  function index(names: readonly string[]) {
    const inputs = inputsOf({ files: names.map((name) => folder.at(name)), named: new Set() }, folder.path);
    const options = { cwd: folder.path, configs: configFiles(folder.path), readTexts, fix: false, progress };
    return indexFiles(inputs, { fix: fixAll }, options);
  }

  async function check(campaigns: readonly IndexedFile[]) {
    const files: CheckedFile[] = [];
    const unread = await checkFiles(
      campaigns,
      { check: checkCampaign },
      { readTexts, progress, onChecked: (file) => files.push(file) },
    );
    return { files, unread };
  }

  /** Campaigns whose text has 300,000 units, nearly all of them spaces. */
  function putLarge(count: number): string[] {
    const names = Array.from({ length: count }, (_, at) => `${String(at).padStart(2, "0")}.campaign.json`);
    for (const [at, name] of names.entries())
      folder.put({ [name]: JSON.stringify(campaign({ name: `C${at}` })) + " ".repeat(300_000) });
    return names;
  }

  it("parse each of a few campaigns once, and read it once", async () => {
    folder.put({ "a.campaign.json": campaign(), "b.campaign.json": campaign() });
    const { campaigns } = await index(["a.campaign.json", "b.campaign.json"]);
    assert.deepEqual(
      campaigns.map(({ source }) => typeof source),
      ["object", "object"],
    );
    const parsed: unknown[] = [];
    await checkFiles(
      campaigns,
      {
        check: (source, options) => {
          parsed.push(source);
          return checkCampaign(source, options);
        },
      },
      { readTexts, progress, onChecked: () => undefined },
    );
    assert.deepEqual(
      parsed,
      campaigns.map(({ source }) => source),
    );
    assert.equal(read.length, 2);
  });

  it("keep a limited amount of text, and read the other files twice", async () => {
    const names = putLarge(12);
    const { campaigns } = await index(names);
    const kept = campaigns.flatMap(({ source }) => (typeof source === "string" ? [source.length] : []));
    assert.equal(kept.length, 6);
    const first = read.splice(0);
    assert.equal(first.length, 12);
    const { files, unread } = await check(campaigns);
    assert.deepEqual(
      files.map(({ path }) => path),
      names,
    );
    assert.deepEqual(unread, []);
    assert.deepEqual(read, first.slice(6));
  });

  it("report on the text that the second one reads, and on a file that it cannot read", async () => {
    const names = putLarge(12);
    const { campaigns } = await index(names);
    writeFileSync(folder.at("10.campaign.json"), JSON.stringify(campaign({ name: "c3", priority: 5 })));
    rmSync(folder.at("11.campaign.json"));
    const { files, unread } = await check(campaigns);
    assert.equal(files.length, 11);
    const codes = files[10]?.problems.map(({ code }) => code);
    // It has the name of another campaign now.
    assert.ok(codes?.includes("name-shared"));
    assert.ok(codes?.includes("schema/type"));
    assert.deepEqual(unread, [{ path: "11.campaign.json", reason: "This file does not exist." }]);
  });
});

describe("The reader of many files", () => {
  const folder = new Folder();
  after(() => folder.remove());
  const names = Array.from({ length: together }, (_, at) => `${at}.txt`);
  const files = names.map((name) => ({ file: folder.at(name) }));
  before(() => folder.put(Object.fromEntries(names.map((name) => [name, name]))));

  for (const [disk, step] of [
    ["fast", 0.4],
    ["slow", 2],
  ] as const)
    it(`looks at the clock as long as the disk is fast, and reads the same from a ${disk} one`, async () => {
      let clock = 0;
      let looks = 0;
      const readTexts = textReader(() => {
        looks++;
        return (clock += step);
      });
      for (const round of [1, 2]) {
        assert.deepEqual(
          await readTexts(files),
          files.map((file, at) => [file, { kind: "text", text: names[at], bom: false }]),
        );
        assert.equal(looks, together * 2 * (disk === "fast" ? round : 1));
      }
    });
});
