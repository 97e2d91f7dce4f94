import assert from "node:assert/strict";
import { readFileSync, symlinkSync } from "node:fs";
import { campaign, Folder, found, type JsonReport } from "./lint-command";

describe("campaign-json lint", () => {
  let folder: Folder;
  beforeEach(() => (folder = new Folder()));
  afterEach(() => folder.remove());

  const untrimmed = campaign({ name: " Spring" });

  describe("with no files to check", () => {
    const cases: readonly (readonly [what: string, args: readonly string[]])[] = [
      ["an empty working folder", []],
      ["a folder without a campaign", ["in"]],
      ["a folder with a configuration alone", ["settings"]],
    ];
    for (const [what, args] of cases)
      it(`exits 2 with an error, unless --pass-with-no-files is set: ${what}`, async () => {
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

    it("exits 2 for a pattern without a match, unless --pass-with-no-files is set, and always for a missing file", async () => {
      assert.equal((await folder.lint(["*.campaign.json"])).code, 2);
      assert.equal((await folder.lint(["*.campaign.json", "--pass-with-no-files"])).code, 0);
      assert.equal((await folder.lint(["a.campaign.json", "--pass-with-no-files"])).code, 2);
    });

    it("checks a configuration that is named", async () => {
      folder.put({ ".campaignlint.json": {} });
      assert.equal((await folder.lint([".campaignlint.json"])).code, 0);
    });
  });

  describe("with an empty path", () => {
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

  it("reports a broken link and circular links, in a folder, by pattern and by name", async () => {
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

  it("accepts the ending in any letter case, in dot folders too, by folder and by pattern", async () => {
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
    it("shows only errors, and keeps the counts and the exit code", async () => {
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
    it("writes the report to a file, without color, and replaces its content", async () => {
      folder.put({ "a.campaign.json": untrimmed, "report.txt": "x".repeat(10_000) });
      const plain = await folder.lint([]);
      const { code, out, err } = await folder.lint(["--output", "report.txt"], { isTTY: true });
      assert.deepEqual([code, out, err], [0, "", ""]);
      assert.equal(readFileSync(folder.at("report.txt"), "utf8"), plain.out);
    });

    it("exits 2 if the file cannot be written, and never replaces a checked file", async () => {
      folder.put({ "a.campaign.json": untrimmed, "in/x": "" });
      for (const file of ["in", "missing/report.txt", "a.campaign.json"]) {
        const { code, out, err } = await folder.lint(["--output", file]);
        assert.deepEqual([code, out], [2, ""]);
        assert.match(err, /^error: .*\n$/);
      }
      assert.equal(readFileSync(folder.at("a.campaign.json"), "utf8"), JSON.stringify(untrimmed, null, 2));
    });
  });

  it("escapes characters that hide or reorder text in JSON and SARIF", async () => {
    folder.put({ "a\u202e\u009b.campaign.json": campaign({ "\u009b31m\u202eevil": 1 }) });
    for (const format of ["json", "sarif"]) {
      const { out } = await folder.lint(["--format", format]);
      assert.doesNotMatch(out.replaceAll("\n", ""), /[\p{Cc}\p{Cf}]/u);
      assert.ok(out.includes("\\u009b31m\\u202eevil"), format);
    }
    assert.ok((await folder.json()).files[0]?.path.includes("\u202e\u009b"));
  });

  it("prints no control characters of a file name in an annotation", async () => {
    folder.put({ "a\u001b[31m\u202e.campaign.json": untrimmed });
    const { out } = await folder.lint(["--format", "github"]);
    assert.match(out, /^::warning file=a<U\+001B>\[31m<U\+202E>\.campaign\.json,/);
  });

  describe("uses as the root of the paths in SARIF and annotations", () => {
    const uris = async (cwd: string, env: Record<string, string>) => {
      const changes = { cwd: folder.at(cwd), env };
      const sarif = (await folder.lint(["--format", "sarif"], changes)).out;
      const { out } = await folder.lint(["--format", "github"], changes);
      return [/"uri": "([^"]*)"/.exec(sarif)?.[1], /file=([^,]*)/.exec(out)?.[1]];
    };
    const inRepository = ["repo/in/a.campaign.json", "repo/in/a.campaign.json"];

    it("GITHUB_WORKSPACE, otherwise the repository, otherwise the working folder", async () => {
      folder.put({ "repo/in/a.campaign.json": untrimmed });
      assert.deepEqual(await uris("repo/in", { GITHUB_WORKSPACE: folder.path }), inRepository);
      assert.deepEqual(await uris("repo/in", {}), ["a.campaign.json", "a.campaign.json"]);
      folder.put({ "repo/.git/HEAD": "x" });
      const short = ["in/a.campaign.json", "in/a.campaign.json"];
      assert.deepEqual(await uris("repo/in", {}), short);
      assert.deepEqual(await uris("repo/in", { GITHUB_WORKSPACE: "" }), short);
    });

    it("the repository if GITHUB_WORKSPACE is another folder or does not exist", async () => {
      folder.put({ "repo/in/a.campaign.json": untrimmed, "repo/.git/HEAD": "x", "other/x": "" });
      for (const workspace of [folder.at("other"), folder.at("gone")])
        assert.deepEqual(await uris("repo/in", { GITHUB_WORKSPACE: workspace }), [
          "in/a.campaign.json",
          "in/a.campaign.json",
        ]);
    });

    it("the target of a link in GITHUB_WORKSPACE", async () => {
      folder.put({ "repo/in/a.campaign.json": untrimmed });
      symlinkSync(".", folder.at("link"));
      assert.deepEqual(await uris("repo/in", { GITHUB_WORKSPACE: folder.at("link") }), inRepository);
    });
  });
});
