import assert from "node:assert/strict";
import { readFileSync, symlinkSync } from "node:fs";
import { campaign, Folder, found, type JsonReport } from "./lint-command";

describe("campaign-json lint: what there is to check", () => {
  let folder: Folder;
  beforeEach(() => (folder = new Folder()));
  afterEach(() => folder.remove());

  const untrimmed = campaign({ name: " Spring" });

  describe("with nothing to check", () => {
    const cases: readonly (readonly [what: string, args: readonly string[]])[] = [
      ["an empty working folder", []],
      ["a folder without a campaign", ["in"]],
      ["a folder with a configuration alone", ["settings"]],
    ];
    for (const [what, args] of cases)
      it(`exits 2 and says so, unless that is allowed: ${what}`, async () => {
        folder.put({ "in/readme.txt": "x" });
        if (args[0] === "settings") folder.put({ "settings/.campaignlint.json": {} });
        const { code, out, err } = await folder.lint(args);
        assert.deepEqual([code, out], [2, ""]);
        assert.match(err, /^error: Nothing to check.*--pass-with-no-files.*\n$/);
        const allowed = await folder.lint([...args, "--pass-with-no-files"]);
        assert.deepEqual([allowed.code, allowed.err], [0, ""]);
        const json = await folder.lint([...args, "--format", "json"]);
        assert.equal(json.code, 2);
        assert.equal((JSON.parse(json.out) as JsonReport).summary["files"], 0);
      });

    it("exits 2 for a pattern that matches nothing, unless that is allowed, and for a missing file in any case", async () => {
      assert.equal((await folder.lint(["*.campaign.json"])).code, 2);
      assert.equal((await folder.lint(["*.campaign.json", "--pass-with-no-files"])).code, 0);
      assert.equal((await folder.lint(["a.campaign.json", "--pass-with-no-files"])).code, 2);
    });

    it("checks a configuration that is named", async () => {
      folder.put({ ".campaignlint.json": {} });
      assert.equal((await folder.lint([".campaignlint.json"])).code, 0);
    });
  });

  describe("an empty path", () => {
    for (const args of [
      ["--fix", ""],
      ["a.campaign.json", ""],
      ["--config", "", "a.campaign.json"],
      ["--output", "", "a.campaign.json"],
    ])
      it(`checks and changes nothing: ${JSON.stringify(args)}`, async () => {
        folder.put({ "a.campaign.json": untrimmed });
        const { code, out, err } = await folder.lint(args);
        assert.deepEqual([code, out], [2, ""]);
        assert.match(err, /^error: .*is empty\..*\n$/);
        assert.equal(readFileSync(folder.at("a.campaign.json"), "utf8"), JSON.stringify(untrimmed, null, 2));
      });
  });

  it("reports a link that leads nowhere, and links in a circle, in a folder, by pattern and by name", async () => {
    symlinkSync("../gone/a.campaign.json", folder.at("a.campaign.json"));
    symlinkSync("c.campaign.json", folder.at("b.campaign.json"));
    symlinkSync("b.campaign.json", folder.at("c.campaign.json"));
    symlinkSync("nowhere.txt", folder.at("other.txt"));
    const expected = [
      { path: "a.campaign.json", reason: "This is a broken link: its target does not exist." },
      { path: "b.campaign.json", reason: "This is a circular link." },
      { path: "c.campaign.json", reason: "This is a circular link." },
    ];
    for (const args of [[], ["*.campaign.json"], expected.map(({ path }) => path)]) {
      const { code, out } = await folder.lint([...args, "--format", "json"]);
      assert.equal(code, 2);
      assert.deepEqual((JSON.parse(out) as JsonReport).unread, expected);
    }
  });

  it("takes every letter case of the ending, in dot folders too, by folder and by pattern", async () => {
    folder.put({
      "X.CAMPAIGN.JSON": untrimmed,
      ".teams/y.Campaign.Json": untrimmed,
      ".teams/.z.campaign.json": untrimmed,
      "campaign.json": untrimmed,
    });
    const all = [".teams/.z.campaign.json", ".teams/y.Campaign.Json", "X.CAMPAIGN.JSON"];
    const paths = async (...args: string[]) => (await folder.json(args)).files.map(({ path }) => path);
    assert.deepEqual(await paths(), all);
    assert.deepEqual(await paths("**/*.campaign.json"), all.slice(0, 1));
    assert.deepEqual(await paths(".teams/*.[cC]ampaign.*"), all.slice(0, 2));
  });

  describe("--quiet", () => {
    it("shows errors only and keeps the counts and the exit code", async () => {
      folder.put({ "a.campaign.json": campaign({ name: " Spring", priority: 5 }) });
      const { out, code } = await folder.lint(["--quiet", "--max-warnings", "0"]);
      assert.equal(code, 1);
      assert.doesNotMatch(out, /untrimmed-name/);
      assert.match(out, /schema\/type[^]*1 error, 1 warning/);
      const report = await folder.json(["--quiet"]);
      assert.deepEqual(found(report), ["a.campaign.json: schema/type"]);
      assert.deepEqual([report.summary["errors"], report.summary["warnings"]], [1, 1]);
      folder.put({ "a.campaign.json": untrimmed });
      assert.equal((await folder.lint(["--quiet", "--max-warnings", "0"])).code, 1);
    });
  });

  describe("--output", () => {
    it("writes the report to a file, without color, and replaces what it contains", async () => {
      folder.put({ "a.campaign.json": untrimmed, "report.txt": "x".repeat(10_000) });
      const plain = await folder.lint([]);
      const { code, out, err } = await folder.lint(["--output", "report.txt"], { isTTY: true });
      assert.deepEqual([code, out, err], [0, "", ""]);
      assert.equal(readFileSync(folder.at("report.txt"), "utf8"), plain.out);
    });

    it("exits 2 where the file cannot be written, and never replaces what it checks", async () => {
      folder.put({ "a.campaign.json": untrimmed, "in/x": "" });
      for (const file of ["in", "missing/report.txt", "a.campaign.json"]) {
        const { code, out, err } = await folder.lint(["--output", file]);
        assert.deepEqual([code, out], [2, ""]);
        assert.match(err, /^error: .*\n$/);
      }
      assert.equal(readFileSync(folder.at("a.campaign.json"), "utf8"), JSON.stringify(untrimmed, null, 2));
    });
  });

  it("escapes in JSON and SARIF what hides or reorders text", async () => {
    folder.put({ "a\u202e\u009b.campaign.json": campaign({ "\u009b31m\u202eevil": 1 }) });
    for (const format of ["json", "sarif"]) {
      const { out } = await folder.lint(["--format", format]);
      assert.doesNotMatch(out.replaceAll("\n", ""), /[\p{Cc}\p{Cf}]/u);
      assert.ok(out.includes("\\u009b31m\\u202eevil"), format);
    }
    assert.ok((await folder.json()).files[0]?.path.includes("\u202e\u009b"));
  });

  it("prints no control character in an annotation's file", async () => {
    folder.put({ "a\u001b[31m\u202e.campaign.json": untrimmed });
    const { out } = await folder.lint(["--format", "github"]);
    assert.match(out, /^::warning file=a<U\+001B>\[31m<U\+202E>\.campaign\.json,/);
  });

  describe("the root of the paths in SARIF and annotations", () => {
    const uris = async (cwd: string, env: Record<string, string>) => {
      const changes = { cwd: folder.at(cwd), env };
      const sarif = (await folder.lint(["--format", "sarif"], changes)).out;
      const { out } = await folder.lint(["--format", "github"], changes);
      return [/"uri": "([^"]*)"/.exec(sarif)?.[1], /file=([^,]*)/.exec(out)?.[1]];
    };
    const inRepository = ["repo/in/a.campaign.json", "repo/in/a.campaign.json"];

    it("is GITHUB_WORKSPACE, else the repository, else the working folder", async () => {
      folder.put({ "repo/in/a.campaign.json": untrimmed });
      assert.deepEqual(await uris("repo/in", { GITHUB_WORKSPACE: folder.path }), inRepository);
      assert.deepEqual(await uris("repo/in", {}), ["a.campaign.json", "a.campaign.json"]);
      folder.put({ "repo/.git/HEAD": "x" });
      const short = ["in/a.campaign.json", "in/a.campaign.json"];
      assert.deepEqual(await uris("repo/in", {}), short);
      assert.deepEqual(await uris("repo/in", { GITHUB_WORKSPACE: "" }), short);
    });

    it("is the repository where GITHUB_WORKSPACE is another folder, or is not there", async () => {
      folder.put({ "repo/in/a.campaign.json": untrimmed, "repo/.git/HEAD": "x", "other/x": "" });
      for (const workspace of [folder.at("other"), folder.at("gone")])
        assert.deepEqual(await uris("repo/in", { GITHUB_WORKSPACE: workspace }), [
          "in/a.campaign.json",
          "in/a.campaign.json",
        ]);
    });

    it("is found through a link", async () => {
      folder.put({ "repo/in/a.campaign.json": untrimmed });
      symlinkSync(".", folder.at("link"));
      assert.deepEqual(await uris("repo/in", { GITHUB_WORKSPACE: folder.at("link") }), inRepository);
    });
  });
});
