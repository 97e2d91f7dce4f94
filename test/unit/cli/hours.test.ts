import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Command } from "commander";
import { registerHours } from "../../../src/cli/commands/hours";
import { openTags } from "../hours/open-tags";

const example = readFileSync(
  path.join(__dirname, "../../../examples/billing-reminder.campaign.json"),
  "utf8",
);
const now = Date.parse("2026-10-31T07:00:00Z");

describe("campaign-json hours", () => {
  let folder: string;
  before(() => (folder = mkdtempSync(path.join(os.tmpdir(), "campaign-hours-"))));
  after(() => rmSync(folder, { recursive: true }));
  beforeEach(() => {
    write(".campaignlint.json", '{ "profiles": ["us-florida"] }');
    write("a.campaign.json", example);
  });
  const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);

  async function run(...args: readonly string[]) {
    let [code, out, err] = [-1, "", ""];
    const program = new Command().exitOverride().configureOutput({ writeErr: (text) => (err += text) });
    registerHours(program, {
      out: (text) => (out += text),
      err: (text) => (err += text),
      cwd: folder,
      setExitCode: (value) => (code = value),
      now: () => now,
    });
    await program.parseAsync(["hours", ...args], { from: "user" });
    return { code, out, err };
  }

  it("prints the week as text, with the legal hours of the nearest configuration", async () => {
    const { code, out, err } = await run("a.campaign.json");
    assert.deepEqual([code, err], [0, ""]);
    assert.match(out, /^a\.campaign\.json\n/);
    assert.match(out, /^Mon, Nov 2 .* 9:00 AM–6:00 PM \(9 h\)$/m);
    assert.match(out, /^Legal hours +Florida law: every day 8:00 AM–8:00 PM; no window is outside$/m);
    assert.doesNotMatch(out, /\u001b/);
  });

  it("prints the week as a complete SVG", async () => {
    const { code, out, err } = await run("a.campaign.json", "--format", "svg");
    assert.deepEqual([code, err], [0, ""]);
    assert.match(out, /^<svg [^]*<\/svg>\n$/);
    assert.deepEqual(openTags(out), []);
    assert.match(out, /class="legal"/);
  });

  it("adds the times in a second time zone", async () => {
    const { out } = await run("a.campaign.json", "--zone", "America/New_York");
    assert.match(out, /9:00 AM in Kolkata is 10:30 PM in New York/);
  });

  it("rejects an unknown time zone, and suggests a similar one", async () => {
    await assert.rejects(run("a.campaign.json", "--zone", "new york"), /Did you mean America\/New_York\?/);
    await assert.rejects(run("a.campaign.json", "--zone", "Mars/Base"), /Not a time zone/);
  });

  it("exits 1 when the campaign's time zone is unknown", async () => {
    write("a.campaign.json", example.replace("Asia/Kolkata", "Mars/Base"));
    const { code, out } = await run("a.campaign.json");
    assert.equal(code, 1);
    assert.match(
      out,
      /^Note +The time zone “Mars\/Base” is unknown, so the next opening is unknown, too\.$/m,
    );
  });

  it("exits 0 for a frequency whose meaning is not documented", async () => {
    write("a.campaign.json", example.replace("WEEKLY", "DAILY"));
    const { code, out } = await run("a.campaign.json");
    assert.equal(code, 0);
    assert.match(out, /DAILY is not documented/);
  });

  it("exits 1 when a part is missing, and shows the rest", async () => {
    write("a.campaign.json", example.replace('"TU", "start": "9:00 AM"', '"TU", "start": "nine"'));
    const text = await run("a.campaign.json");
    assert.equal(text.code, 1);
    assert.match(text.out, /^Note +Window 2 on line 17 is not valid, so it is not shown\.$/m);
    assert.match(text.out, /Wed, Nov 4 .*9 h/);
    const svg = await run("a.campaign.json", "--format", "svg");
    assert.deepEqual(
      [svg.code, svg.err],
      [1, "note: Window 2 on line 17 is not valid, so it is not shown.\n"],
    );
    assert.deepEqual(openTags(svg.out), []);
  });

  it("exits 0 for a campaign whose problems do not affect the week", async () => {
    write("a.campaign.json", example.replace('"priority": "5"', '"priority": 9'));
    assert.equal((await run("a.campaign.json")).code, 0);
  });

  it("exits 2 for a file or a configuration that cannot be read", async () => {
    for (const file of ["none.campaign.json", ".", ""]) {
      const { code, out, err } = await run(file);
      assert.deepEqual([code, out], [2, ""], file);
      assert.match(err, /^error: /);
    }
    write(".campaignlint.json", '{ "profiles": ["mars"] }');
    const { code, out, err } = await run("a.campaign.json");
    assert.deepEqual([code, out], [2, ""]);
    assert.match(err, /^error: \.campaignlint\.json:1: /);
  });
});
