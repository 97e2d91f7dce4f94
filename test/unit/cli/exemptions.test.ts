import assert from "node:assert/strict";
import fs from "node:fs";
import { checkFile } from "../../../src/cli/files/check-file";
import { checkCampaign } from "../../../src/core/lint/check";
import { sample, submit } from "../node/submit-run";
import { campaign, Folder } from "./lint-command";

const exemption = "// campaignlint-disable untrimmed-name, timezone-unknown -- the account has it";

describe("campaign-json lint with exempted problems", () => {
  let folder: Folder;
  beforeEach(() => (folder = new Folder()));
  afterEach(() => folder.remove());

  it("lists them separately in the JSON report, with the reason, and does not count them", async () => {
    const text = JSON.stringify(campaign({ name: " Spring" }), null, 2);
    folder.put({
      "a.campaign.json": `// campaignlint-disable untrimmed-name -- the account has it\n${text}`,
    });
    const { code, out } = await folder.lint(["--format", "json", "--max-warnings", "0"]);
    const report = JSON.parse(out) as {
      files: { problems: unknown[]; exempted: Record<string, unknown>[] }[];
      summary: Record<string, number>;
    };
    assert.deepEqual([code, report.files[0]?.problems, report.summary["warnings"]], [0, [], 0]);
    const [exempted] = report.files[0]?.exempted ?? [];
    assert.deepEqual(
      [exempted?.["code"], exempted?.["severity"], exempted?.["pointer"], exempted?.["reason"]],
      ["untrimmed-name", "warning", "/name", "the account has it"],
    );
    assert.deepEqual(exempted?.["range"], {
      start: { line: 2, character: 10 },
      end: { line: 2, character: 19 },
    });
  });

  it("omits the key from the JSON report if nothing is exempted, and infos from a quiet one", async () => {
    folder.put({ "a.campaign.json": campaign() });
    assert.ok(!("exempted" in ((await folder.json()).files[0] ?? {})));
    const text = JSON.stringify(campaign({ name: " Spring" }), null, 2);
    folder.put({ "a.campaign.json": `${exemption.replace(", timezone-unknown", "")}\n${text}` });
    assert.ok("exempted" in ((await folder.json()).files[0] ?? {}));
    assert.ok(!("exempted" in ((await folder.json(["--quiet"])).files[0] ?? {})));
  });

  it("lists them in SARIF as suppressed results", async () => {
    const text = JSON.stringify(campaign({ name: " Spring" }), null, 2);
    folder.put({
      "a.campaign.json": `// campaignlint-disable untrimmed-name -- the account has it\n${text}`,
    });
    const { out } = await folder.lint(["--format", "sarif"]);
    const { runs } = JSON.parse(out) as { runs: { results: Record<string, unknown>[] }[] };
    assert.deepEqual(
      runs[0]?.results.map(({ ruleId, suppressions }) => [ruleId, suppressions]),
      [["untrimmed-name", [{ kind: "inSource", status: "accepted", justification: "the account has it" }]]],
    );
  });

  it("does not fix them", async () => {
    const text = `// campaignlint-disable untrimmed-name -- the account has it\n${JSON.stringify(campaign({ name: " Spring" }))}`;
    folder.put({ "a.campaign.json": text });
    await folder.lint(["--fix"]);
    assert.equal(fs.readFileSync(folder.at("a.campaign.json"), "utf8"), text);
  });
});

describe("campaign-json submit with an exempted error", () => {
  const text = fs
    .readFileSync(sample, "utf8")
    .replace('"Asia/Kolkata"', '"Asia/Kolkta"')
    .replace(/^ *"timezone"/m, (line) => {
      const indent = line.slice(0, line.indexOf('"'));
      return `${indent}// campaignlint-disable-next-line timezone-unknown -- the account has it\n${line}`;
    });
  let folder: Folder;
  before(() => (folder = new Folder({ "s.campaign.json": text })));
  after(() => folder.remove());
  const run = (args: readonly string[], changes: Parameters<typeof submit>[1] = {}) =>
    submit([folder.at("s.campaign.json"), ...args], {
      checkFile: (name) => checkFile(name, folder.path, checkCampaign),
      ...changes,
    });

  it("warns about it if it does not ask for confirmation", async () => {
    const { code, err } = await run(["--practice", "--yes"]);
    assert.equal(code, 0);
    assert.match(
      err,
      /^warning: Line \d+: a comment exempts this error: .*Kolkta.*\(Reason: the account has it\)$/m,
    );
    assert.doesNotMatch(err, /disabled? .*configuration|configuration disables/);
  });

  it("lists it in the confirmation", async () => {
    const args = ["--host", "https://platform.kore.ai", "--account-id", "a", "--stream-id", "s"];
    const { err } = await run(args, {
      canAsk: true,
      ask: () => Promise.resolve("n"),
      env: { CAMPAIGN_JSON_CLIENT_ID: "app", CAMPAIGN_JSON_CLIENT_SECRET: "a secret of some length" },
    });
    assert.match(err, /1 error exempted by a comment:\n• Line \d+: \(Reason: the account has it\) .*Kolkta/);
  });

  it("lists it as disabled by the configuration if that lowers its severity too", async () => {
    fs.writeFileSync(folder.at(".campaignlint.json"), '{ "rules": { "timezone-unknown": "warning" } }');
    const { err } = await run(["--practice", "--yes"]);
    assert.match(err, /the configuration disables this error: .*Kolkta/);
    assert.doesNotMatch(err, /a comment exempts/);
  });
});
