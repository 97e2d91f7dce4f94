import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { CommanderError } from "commander";
import type { LintDeps } from "../../../src/cli/commands/lint";
import { checkCampaign } from "../../../src/core/lint/check";
import { rule } from "../../../src/core/lint/rule";
import { rules } from "../../../src/core/lint/rules";
import { campaign, Folder, found } from "./lint-command";

describe("campaign-json lint", () => {
  let folder: Folder;
  beforeEach(() => (folder = new Folder()));
  afterEach(() => folder.remove());

  const untrimmed = campaign({ name: " Spring" });
  const broken = campaign({ priority: 5 });

  it("prints the documented JSON", async () => {
    folder.put({ "a.campaign.json": untrimmed });
    const report = await folder.json();
    assert.deepEqual(Object.keys(report), ["files", "summary"]);
    assert.deepEqual(report.summary, { files: 1, errors: 0, warnings: 1, infos: 0, hints: 0 });
    const [file] = report.files;
    assert.equal(file?.path, "a.campaign.json");
    const [problem] = file.problems;
    assert.deepEqual(
      { ...problem, message: "" },
      {
        ...{ code: "untrimmed-name", severity: "warning", message: "", pointer: "/name" },
        ...{ range: { start: { line: 1, character: 10 }, end: { line: 1, character: 19 } }, fixable: true },
      },
    );
  });

  it("exits 0 without errors and 1 with errors", async () => {
    folder.put({ "a.campaign.json": untrimmed });
    assert.equal((await folder.lint([])).code, 0);
    folder.put({ "b.campaign.json": broken });
    assert.equal((await folder.lint([])).code, 1);
  });

  it("exits 1 if there are more warnings than --max-warnings", async () => {
    folder.put({ "a.campaign.json": untrimmed, "b.campaign.json": campaign({ name: "Summer " }) });
    assert.equal((await folder.lint(["--max-warnings", "2"])).code, 0);
    assert.equal((await folder.lint(["--max-warnings", "1"])).code, 1);
    assert.equal((await folder.lint(["--max-warnings", "0", "a.campaign.json"])).code, 1);
  });

  it("compares the files of a run with each other", async () => {
    folder.put({
      "a.campaign.json": campaign(),
      "in/b.campaign.json": campaign({ name: "SPRING REMINDER" }),
    });
    const report = await folder.json();
    const codes = ["name-shared", "contact-list-shared"];
    assert.deepEqual(
      found(report),
      ["a", "in/b"].flatMap((name) => codes.map((code) => `${name}.campaign.json: ${code}`)),
    );
    assert.match(report.files[0]?.problems[0]?.message ?? "", /^in\/b\.campaign\.json has/);
    assert.deepEqual(found(await folder.json(["a.campaign.json"])), []);
  });

  it("reads standard input for -, under the name in --stdin-filename", async () => {
    folder.put({
      "in/.campaignlint.json": { rules: { "untrimmed-name": "error" } },
      "in/a.campaign.json": campaign(),
    });
    const readInput = () => Promise.resolve(Buffer.from(JSON.stringify(untrimmed)));
    assert.deepEqual(found(await folder.json(["-"], { readInput })), ["<stdin>: untrimmed-name"]);
    const args = ["-", "--stdin-filename", "in/a.campaign.json"];
    const report = await folder.json(args, { readInput });
    assert.deepEqual(found(report), ["in/a.campaign.json: untrimmed-name"]);
    assert.equal(report.files[0]?.problems[0]?.severity, "error");
    // Standard input replaces the file of that name, so it is not a second campaign.
    assert.deepEqual(found(await folder.json([...args, "."], { readInput })), found(report));
    const latin = await folder.json(["-"], { readInput: () => Promise.resolve(Buffer.from([0xff])) });
    assert.deepEqual(
      latin.unread?.map((file) => file.path),
      ["<stdin>"],
    );
  });

  it("treats standard input as a configuration with --stdin-filename .campaignlint.json", async () => {
    const readInput = () => Promise.resolve(Buffer.from('{ "rules": { "x": "off" } }'));
    const report = await folder.json(["-", "--stdin-filename", ".campaignlint.json"], { readInput });
    assert.deepEqual(found(report), [".campaignlint.json: config/unknown-rule"]);
  });

  const usage: readonly (readonly string[])[] = [
    ["-", "--fix"],
    ["--stdin-filename", "a.campaign.json"],
    ["--config", "missing.json"],
    ["--config", "."],
  ];
  for (const args of usage)
    it(`exits 2 and checks nothing: ${args.join(" ")}`, async () => {
      const { code, out, err } = await folder.lint(args);
      assert.deepEqual([code, out], [2, ""]);
      assert.match(err, /^error: .*\.\n$/);
    });

  for (const args of [
    ["--format", "xml"],
    ["--max-warnings", "-1"],
    ["--max-warnings", "x"],
    ["--profile", "us-tpca"],
    ["--nonsense"],
  ])
    it(`rejects ${args.join(" ")}`, () => assert.rejects(folder.lint(args), CommanderError));

  it("shows the progress of a long run on a terminal, and removes it before the report", async () => {
    folder.put(Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`${i}.campaign.json`, broken])));
    let clock = 0;
    const now = () => (clock += 300);
    const { out, err } = await folder.lint([], { showProgress: true, now });
    assert.match(err, /^(\r\u001b\[K(Reading|Checking) campaigns: \d+ of 20)+\r\u001b\[K$/);
    assert.doesNotMatch(out, /\u001b/);
    assert.equal((await folder.lint([], { now })).err, "");
    assert.equal((await folder.lint([], { showProgress: true })).err, "");
  });

  it("exits 130 after Ctrl+C, without a partial report", async () => {
    folder.put(Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`${i}.campaign.json`, broken])));
    let clock = 0;
    let interrupt = (): void => undefined;
    let listening = 0;
    const now = () => {
      if ((clock += 300) > 3000) interrupt();
      return clock;
    };
    const onInterrupt = (listener: () => void) => {
      interrupt = listener;
      listening++;
      return () => listening--;
    };
    const { code, out } = await folder.lint(["--format", "json"], { now, onInterrupt });
    assert.deepEqual([code, out, listening], [130, "", 0]);
  });

  it("writes lines as files are checked, and a document or a file when all of them are", async () => {
    folder.put(
      Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`${100 + i}.campaign.json`, broken])),
    );
    /** How many files were checked before each write. */
    const writesOf = async (...args: string[]) => {
      const writes: number[] = [];
      let checked = 0;
      const { out } = await folder.lint(args, {
        check: (...given) => {
          checked++;
          return checkCampaign(...given);
        },
        print: (pieces) => {
          if ([...pieces].length > 0) writes.push(checked);
        },
      });
      assert.equal(out, "");
      return writes;
    };
    for (const format of ["text", "github"]) {
      const writes = await writesOf("--format", format);
      assert.ok(writes.length > 1 && (writes[0] ?? 200) < 200, `${format}: ${writes.join()}`);
      assert.equal(writes.at(-1), 200);
    }
    for (const format of ["json", "sarif"]) assert.deepEqual(await writesOf("--format", format), [200]);
    assert.deepEqual(await writesOf("--output", "report.txt"), []);
    const { out } = await folder.lint([]);
    assert.equal(readFileSync(folder.at("report.txt"), "utf8"), out);
  });

  it("never moves the cursor of a terminal with text from a file", async () => {
    folder.put({ "a\u001b[2J\u009b.campaign.json": campaign({ name: 1, "x\u001b]0;title\u0007\u202e": 1 }) });
    const { out } = await folder.lint([]);
    assert.doesNotMatch(out.replaceAll("\n", ""), /[\p{Cc}\p{Cf}]/u);
    assert.match(out, /unknown-property/);
  });

  it("colors text only on a terminal, unless NO_COLOR or TERM=dumb is set", async () => {
    folder.put({ "a.campaign.json": broken });
    const colored = async (env: Record<string, string>, isTTY = true, ...args: string[]) =>
      (await folder.lint(args, { isTTY, env })).out.includes("\u001b[31merror");
    assert.deepEqual(
      [await colored({}), await colored({ NO_COLOR: "" }), await colored({ NO_COLOR: "1" })],
      [true, true, false],
    );
    assert.deepEqual([await colored({ TERM: "dumb" }), await colored({}, false)], [false, false]);
    const { out } = await folder.lint(["--format", "json"], { isTTY: true });
    assert.ok(!out.includes("\u001b"));
  });

  it("reports a rule that crashes by its ID and file, continues, and prints the stack on request", async () => {
    folder.put({ "a.campaign.json": campaign(), "b.campaign.json": untrimmed });
    const failing = rule({
      ...{ id: "failing", severity: "hint", reads: "maxSkips", summary: "", why: "" },
      examples: { good: [], bad: [] },
      check() {
        throw new TypeError("x is not a function");
      },
    });
    const check: LintDeps["check"] = (text, options) =>
      checkCampaign(text, { ...options, rules: [failing, ...rules] });
    const quiet = await folder.lint([], { check });
    assert.equal(quiet.code, 1);
    assert.match(quiet.out, /a\.campaign\.json\n +1:1 +error +The rule failing failed on this file/);
    assert.match(quiet.out, /untrimmed-name/);
    assert.equal(quiet.err, "");
    for (const loud of [
      await folder.lint(["--verbose"], { check }),
      await folder.lint([], { check, env: { DEBUG: "1" } }),
    ])
      assert.match(
        loud.err,
        /^a\.campaign\.json: the rule failing failed\nTypeError: x is not a function\n +at /,
      );
    const { runs } = JSON.parse((await folder.lint(["--format", "sarif"], { check })).out) as {
      runs: [{ results: { ruleId: string }[] }];
    };
    assert.ok(runs[0].results.some(({ ruleId }) => ruleId === "internal/rule-failed"));
  });

  it("checks two thousand files", async () => {
    const files = Array.from({ length: 2000 }, (_, i) => [
      `${i % 40}/${i}.campaign.json`,
      campaign({ name: `C${i}` }),
    ]);
    folder.put(Object.fromEntries(files) as Record<string, object>);
    const { summary } = await folder.json();
    // All campaigns use the same lists.
    assert.deepEqual(summary, { files: 2000, errors: 0, warnings: 0, infos: 2000, hints: 0 });
  }).timeout(60_000);

  it("changes files only with --fix", async () => {
    folder.put({ "a.campaign.json": untrimmed });
    await folder.lint([]);
    assert.equal(readFileSync(folder.at("a.campaign.json"), "utf8"), JSON.stringify(untrimmed, null, 2));
  });
});
