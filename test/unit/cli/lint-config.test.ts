import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { checkFile } from "../../../src/cli/files/check-file";
import { checkCampaign } from "../../../src/core/lint/check";
import { campaign, Folder, found } from "./lint-command";

describe("The lint configuration of campaign-json", () => {
  let folder: Folder;
  beforeEach(() => (folder = new Folder({ ".git/HEAD": "", "in/deep/a.campaign.json": untrimmed })));
  afterEach(() => folder.remove());

  const untrimmed = campaign({ name: " Spring" });
  const severity = async (args: string[] = [], cwd = folder.path) =>
    (await folder.json(args, { cwd })).files.flatMap(({ problems }) => problems.map((each) => each.severity));
  const setTo = (setting: string) => ({ rules: { "untrimmed-name": setting } });

  it("is the nearest file alone, without the settings of those above it", async () => {
    folder.put({ ".campaignlint.json": setTo("error") });
    assert.deepEqual(await severity(), ["error"]);
    folder.put({ "in/.campaignlint.json": setTo("info") });
    assert.deepEqual(await severity(), ["info"]);
    folder.put({ "in/deep/.campaignlint.json": { rules: {} } });
    assert.deepEqual(await severity(), ["warning"]);
  });

  it("does not depend on the working folder", async () => {
    folder.put({ ".campaignlint.json": setTo("error") });
    for (const cwd of ["in", "in/deep"]) assert.deepEqual(await severity([], folder.at(cwd)), ["error"]);
  });

  it("is not searched above the repository", async () => {
    mkdirSync(folder.at("in/.git"));
    folder.put({ ".campaignlint.json": setTo("error") });
    assert.deepEqual(await severity(), ["warning"]);
  });

  it("is reported once as a file of its own if it has problems, and its valid settings apply", async () => {
    folder.put({
      "in/.campaignlint.json": { rules: { "untrimmed-name": "hint", "untrimed-name": "off" } },
      "in/b.campaign.json": campaign({ name: "Summer ", contactLists: ["Other"] }),
    });
    const expected = [
      "in/.campaignlint.json: config/unknown-rule",
      "in/b.campaign.json: untrimmed-name",
      "in/deep/a.campaign.json: untrimmed-name",
    ];
    const report = await folder.json();
    assert.deepEqual(found(report), expected);
    assert.deepEqual([report.summary["errors"], report.summary["hints"]], [1, 2]);
    // It is outside the checked tree and still applies.
    const below = await folder.json([], { cwd: folder.at("in/deep") });
    assert.deepEqual(found(below), [
      "../.campaignlint.json: config/unknown-rule",
      "a.campaign.json: untrimmed-name",
    ]);
    assert.equal((await folder.lint([])).code, 1);
  });

  it("appears in the report without problems only if it is named", async () => {
    folder.put({ ".campaignlint.json": setTo("error") });
    const paths = async (...args: string[]) => (await folder.json(args)).files.map(({ path }) => path);
    assert.deepEqual(await paths(), ["in/deep/a.campaign.json"]);
    assert.deepEqual(await paths(".campaignlint.json"), [".campaignlint.json"]);
    assert.match((await folder.lint([".campaignlint.json"])).out, /^0 campaigns checked: no problems\n$/);
  });

  it("is reported if it cannot be read, and the campaigns are checked without it", async () => {
    mkdirSync(folder.at("in/.campaignlint.json"));
    const { code, out } = await folder.lint([]);
    assert.equal(code, 2);
    assert.match(out, /in\/\.campaignlint\.json\n {2}This is a folder/);
    assert.match(out, /untrimmed-name/);
  });

  it("is replaced by --config", async () => {
    folder.put({ ".campaignlint.json": setTo("off"), "strict.json": setTo("error") });
    assert.deepEqual(await severity(["--config", "strict.json", "."]), ["error"]);
    folder.put({ "strict.json": setTo("nonsense") });
    assert.deepEqual(found(await folder.json(["--config", "strict.json"])), [
      "strict.json: config/severity",
      "in/deep/a.campaign.json: untrimmed-name",
    ]);
  });

  it("is extended by the profiles of --profile, which may be repeated", async () => {
    folder.put({ ".campaignlint.json": { profiles: ["us-tcpa"] } });
    const chosen = async (...args: string[]) => {
      let ids: string[] | undefined;
      const check: typeof checkCampaign = (text, options) => {
        ids = options?.profiles?.map(({ id }) => id);
        return checkCampaign(text, options);
      };
      await folder.lint(args, { check });
      return ids;
    };
    assert.deepEqual(await chosen(), ["us-tcpa"]);
    const more = ["--profile", "in-trai", "--profile", "uk-dma", "--profile", "us-tcpa"];
    assert.deepEqual(await chosen(...more), ["us-tcpa", "in-trai", "uk-dma"]);
    // The options of one command do not affect the next.
    assert.deepEqual(await chosen("--profile", "us-regf"), ["us-tcpa", "us-regf"]);
  });

  describe("for campaign-json submit", () => {
    const check = (file = "in/deep/a.campaign.json") => checkFile(file, folder.path, checkCampaign);

    it("is the same", async () => {
      folder.put({ ".campaignlint.json": setTo("error") });
      const checked = await check();
      assert.ok(checked.kind === "checked");
      assert.deepEqual(
        checked.problems.map((problem) => problem.severity),
        ["error"],
      );
    });

    it("prevents the submission if it is invalid", async () => {
      folder.put({ "in/.campaignlint.json": '{\n  "rules": { "untrimed-name": "error" }\n}' });
      const checked = await check();
      assert.ok(checked.kind === "unreadable");
      assert.match(checked.reason, /^in\/\.campaignlint\.json:2: "untrimed-name" is not a rule/);
    });

    it("prevents the submission if it cannot be read", async () => {
      mkdirSync(folder.at("in/.campaignlint.json"));
      assert.equal((await check()).kind, "unreadable");
      assert.equal((await check("missing.campaign.json")).kind, "unreadable");
    });
  });
});
