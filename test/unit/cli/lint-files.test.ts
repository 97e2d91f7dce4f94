import assert from "node:assert/strict";
import { rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { textReader } from "../../../src/cli/files/read-texts";
import { maxCampaignLength } from "../../../src/core/campaign/document";
import { campaign, Folder, found, type JsonReport } from "./lint-command";

describe("campaign-json lint, when it finds and reads files,", () => {
  let folder: Folder;
  beforeEach(() => (folder = new Folder()));
  afterEach(() => folder.remove());

  const broken = campaign({ priority: 5 });

  it("checks files, folders and globs, each file once and in order", async () => {
    folder.put({
      ...{ "z.campaign.json": broken, "in/a.campaign.json": broken, "in/deep/b.campaign.json": broken },
      ...{ ".hidden/c.campaign.json": broken, "node_modules/d.campaign.json": broken, "in/e.json": broken },
    });
    const paths = async (...args: string[]) => (await folder.json(args)).files.map((file) => file.path);
    const all = [
      ".hidden/c.campaign.json",
      "in/a.campaign.json",
      "in/deep/b.campaign.json",
      "z.campaign.json",
    ];
    assert.deepEqual(await paths(), all);
    assert.deepEqual(await paths("."), all);
    assert.deepEqual(await paths("in", "in/a.campaign.json", "./in/../in"), all.slice(1, 3));
    assert.deepEqual(await paths("in/*.json"), ["in/a.campaign.json", "in/e.json"]);
    assert.deepEqual(await paths("**/{a,b}.campaign.json"), all.slice(1, 3));
    assert.deepEqual(await paths("in/e.json"), ["in/e.json"]);
    assert.deepEqual(await paths(folder.at("in/e.json")), ["in/e.json"]);
  });

  it("treats brackets in the name of a file literally", async () => {
    folder.put({ "[draft].campaign.json": broken });
    assert.deepEqual(found(await folder.json(["[draft].campaign.json"])), [
      "[draft].campaign.json: schema/type",
    ]);
  });

  it("does not follow circular links, and checks a file once even if it has several names", async () => {
    folder.put({ "in/b.campaign.json": broken });
    symlinkSync("..", folder.at("in/aa"));
    symlinkSync("b.campaign.json", folder.at("in/a.campaign.json"));
    symlinkSync("in", folder.at("c"));
    symlinkSync("itself.campaign.json", folder.at("itself.campaign.json"));
    const once = ["in/b.campaign.json: schema/type"];
    assert.deepEqual(found(await folder.json()), once);
    assert.deepEqual(found(await folder.json(["**/*.json"])), once);
    const link = ["in/a.campaign.json: schema/type"];
    assert.deepEqual(found(await folder.json(["in/a.campaign.json"])), link);
    assert.deepEqual(found(await folder.json(["c/a.campaign.json", "in/a.campaign.json"])), [
      "c/a.campaign.json: schema/type",
    ]);
  });

  it("follows a linked folder, as editors do", async () => {
    folder.put({ "work/x": "", "shared/a.campaign.json": broken });
    symlinkSync("../shared", folder.at("work/linked"));
    const report = await folder.json([], { cwd: folder.at("work") });
    assert.deepEqual(found(report), ["linked/a.campaign.json: schema/type"]);
  });

  for (const [what, secret, quoted] of [
    ["variables", "TOKEN=canary-1\nexport KEY='canary-2'\n", "canary-"],
    ["a key", "-----BEGIN PRIVATE KEY-----\nCanary1/Canary2+\n-----END PRIVATE KEY-----\n", "Canary"],
    ["texts", '["canary-1", { "token": "canary-2", "canary": "canary-3" }]', "canary-"],
  ] as const)
    it(`quotes nothing of ${what} that a link leads to, in any format`, async () => {
      folder.put({ secret, "work/x": "" });
      for (const name of ["a.campaign.json", "b/.campaignlint.json"]) {
        folder.put({ "work/b/x": "", "work/b/c.campaign.json": broken });
        symlinkSync(folder.at("secret"), folder.at(`work/${name}`));
        for (const format of ["text", "json", "sarif", "github"]) {
          const { out, err } = await folder.lint(["--format", format, "--verbose", "."], {
            cwd: folder.at("work"),
          });
          assert.match(out, /c\.campaign\.json/);
          assert.ok(!`${out}${err}`.includes(quoted), `${format}: ${out}${err}`);
        }
        rmSync(folder.at(`work/${name}`));
      }
    });

  it("checks a file once if a linked folder contains links to it", async () => {
    folder.put({ "real/a.campaign.json": broken, "shared/deep/x": "" });
    symlinkSync("../real/a.campaign.json", folder.at("shared/b.campaign.json"));
    symlinkSync("../../real/a.campaign.json", folder.at("shared/deep/c.campaign.json"));
    symlinkSync("shared", folder.at("linked"));
    assert.deepEqual(found(await folder.json()), ["real/a.campaign.json: schema/type"]);
    assert.deepEqual(found(await folder.json(["linked"])), ["linked/b.campaign.json: schema/type"]);
    assert.deepEqual(found(await folder.json(["linked/**/*.json", "real"])), [
      "real/a.campaign.json: schema/type",
    ]);
  });

  it("reports files that cannot be read, checks the others and exits 2", async () => {
    folder.put({ "a.campaign.json": broken });
    writeFileSync(folder.at("latin.campaign.json"), Buffer.from([0x7b, 0x22, 0xe9, 0x22, 0x7d]));
    const { code, out } = await folder.lint(["--format", "json", ".", "missing.campaign.json", "no/*.json"]);
    const report = JSON.parse(out) as JsonReport;
    assert.equal(code, 2);
    assert.deepEqual(found(report), ["a.campaign.json: schema/type"]);
    assert.deepEqual(report.unread, [
      { path: "missing.campaign.json", reason: "This file or folder does not exist." },
      { path: "no/*.json", reason: "No file matches this pattern." },
      { path: "latin.campaign.json", reason: "This file is not UTF-8 text. Save it as UTF-8." },
    ]);
  });

  it("reports a file that disappears, or becomes a folder, before it is read", async () => {
    folder.put({ "folder.campaign.json/x": "" });
    const files = ["gone.campaign.json", "folder.campaign.json"].map((name) => ({ file: folder.at(name) }));
    const texts = await textReader(Date.now)(files);
    assert.deepEqual(
      texts.map(([{ file }, { kind }]) => [file, kind]),
      [
        [folder.at("gone.campaign.json"), "absent"],
        [folder.at("folder.campaign.json"), "unreadable"],
      ],
    );
  });

  it("reports a huge file as too large without reading all of it", async () => {
    folder.put({ "a.campaign.json": "x" });
    // A sparse file: reading all of it would take gigabytes of memory.
    truncateSync(folder.at("a.campaign.json"), 8 * 1024 ** 3);
    folder.put({ "b.campaign.json": `"${"x".repeat(maxCampaignLength)}"` });
    const wide = `"${"\u20ac".repeat(maxCampaignLength - 2)}"`;
    folder.put({ "c.campaign.json": wide });
    const report = await folder.json();
    assert.deepEqual(found(report), [
      ...["a.campaign.json: syntax/too-large", "b.campaign.json: syntax/too-large"],
      "c.campaign.json: schema/type",
    ]);
    const [a, b] = report.files.map(({ problems }) => problems[0]);
    assert.deepEqual(a, b);
  });

  it("counts characters after a byte order mark from 0, as editors do", async () => {
    folder.put({ "a.campaign.json": '\uFEFF{ "name": 1 }' });
    const [file] = (await folder.json()).files;
    const problem = file?.problems.find(({ pointer }) => pointer === "/name");
    assert.equal(problem?.range.start.character, 10);
  });
});
