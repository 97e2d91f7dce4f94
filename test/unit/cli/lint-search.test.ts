import assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import path from "node:path";
import { findCampaignFiles } from "../../../src/cli/files/campaign-files";
import { splitGlob } from "../../../src/cli/files/glob-start";
import { campaign, Folder, type JsonReport } from "./lint-command";

describe("The file search of campaign-json lint", () => {
  let folder: Folder;
  beforeEach(() => (folder = new Folder()));
  afterEach(() => folder.remove());

  const cases: readonly (readonly [pattern: string, start: string, rest: string])[] = [
    ["*.json", "", "*.json"],
    ["in/deep/*.json", "in/deep/", "*.json"],
    ["/abs/in/**/a.json", "/abs/in/", "**/a.json"],
    ["in/{a,b/c}/x.json", "in/", "{a,b/c}/x.json"],
    ["in/@(a|b)/x.json", "in/", "@(a|b)/x.json"],
    ["\\[draft\\]/*.json", "[draft]/", "*.json"],
    ["../a/b?.json", "../a/", "b?.json"],
    ["/*/x", "/", "*/x"],
    ["a/\\", "a/", "\\"],
  ];
  for (const [pattern, start, rest] of cases)
    it(`starts in the folder before the first dynamic part: ${pattern}`, () => {
      assert.deepEqual(splitGlob(pattern), { start, rest });
    });

  const search = (...names: string[]) => findCampaignFiles(names, folder.path, new AbortController().signal);

  it("treats a backslash in a pattern as an escape, except on Windows", async function () {
    if (path.sep === "\\") this.skip();
    folder.put({ "[draft]/a.campaign.json": campaign(), "d/b.campaign.json": campaign() });
    const { files, unsearched } = await search("\\[draft\\]/*.campaign.json");
    assert.deepEqual([files, unsearched], [[folder.at("[draft]/a.campaign.json")], []]);
    assert.ok((await search("[draft]/*.campaign.json")).files.includes(folder.at("d/b.campaign.json")));
    const [missing] = (await search("d\\b*.campaign.json")).missing;
    assert.equal(missing?.kind, "pattern");
  });

  it("never includes the root of the disk, by name, by pattern or by link", async function () {
    if (path.sep === "\\") this.skip();
    const refused = [
      { path: "/", reason: "This would search the whole file system. Choose a folder in it." },
    ];
    for (const name of ["/", "/**/*.campaign.json", "/[[]draft]/**/x", "/{a,b}/**"])
      assert.deepEqual((await search(name)).unsearched, refused, name);
    folder.put({ "a.campaign.json": campaign() });
    symlinkSync("/", folder.at("disk"));
    const { files, unsearched } = await search(".");
    assert.deepEqual([files, unsearched], [[folder.at("a.campaign.json")], refused]);
  });

  it("includes a campaign that links to the file of a configuration, and a configuration that links to a campaign", async () => {
    folder.put({ "a/.campaignlint.json": "{}", "b/b.campaign.json": campaign() });
    symlinkSync(".campaignlint.json", folder.at("a/a.campaign.json"));
    symlinkSync("b.campaign.json", folder.at("b/.campaignlint.json"));
    const all = [
      "a/.campaignlint.json",
      "a/a.campaign.json",
      "b/.campaignlint.json",
      "b/b.campaign.json",
    ].map((name) => folder.at(name));
    assert.deepEqual((await search(".")).files, all);
    assert.deepEqual((await search(...all)).files, all);
    const { code, out } = await folder.lint(["a", "--format", "json"]);
    const { files } = JSON.parse(out) as JsonReport;
    assert.deepEqual([code, files.map(({ path }) => path)], [1, ["a/a.campaign.json"]]);
  });

  it("stops when it is interrupted", async () => {
    folder.put({ "a.campaign.json": campaign() });
    for (const name of [".", "*.json"])
      await assert.rejects(findCampaignFiles([name], folder.path, AbortSignal.abort()), {
        name: "AbortError",
      });
  });

  it("ends even if every folder links to all others", async () => {
    const names = Array.from({ length: 12 }, (_, index) => `f${index}`);
    folder.put(Object.fromEntries(names.map((name) => [`${name}/a.campaign.json`, campaign()])));
    for (const from of names)
      for (const to of names) if (from !== to) symlinkSync(`../${to}`, folder.at(`${from}/to-${to}`));
    const { files } = await search(".");
    assert.deepEqual(files, names.map((name) => folder.at(`${name}/a.campaign.json`)).sort());
  });
});
