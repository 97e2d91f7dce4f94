import assert from "node:assert/strict";
import {
  chmodSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { fixAll } from "../../../src/core/lint/fix";
import { campaign, Folder, found } from "./lint-command";

describe("campaign-json lint --fix", () => {
  let folder: Folder;
  beforeEach(() => (folder = new Folder()));
  afterEach(() => folder.remove());

  const file = "a.campaign.json";
  const wrong = JSON.stringify(campaign({ name: " Spring " }), null, 2);
  const right = wrong.replace('" Spring "', '"Spring"');
  const text = (name = file) => readFileSync(folder.at(name), "utf8");

  it("writes what is safe, reports what remains and counts what it did", async () => {
    const both = wrong.replace('"maxSkips": 1', '"maxSkips": 1,\n  "ownr": "Sales"');
    folder.put({ [file]: both, "b.campaign.json": campaign() });
    const report = await folder.json(["--fix"]);
    assert.equal(text(), both.replace('" Spring "', '"Spring"'));
    assert.ok(found(report).includes(`${file}: unknown-property`));
    assert.ok(!found(report).includes(`${file}: untrimmed-name`));
    assert.equal(report.summary["fixed"], 1);
  });

  it("reports when more is left than one run fixes", async () => {
    const contactLists = Array.from({ length: 1500 }, () => "Spring contacts");
    folder.put({ [file]: campaign({ contactLists }) });
    const { out } = await folder.lint(["--fix"]);
    assert.match(out, /1000 fixes applied \(more are left in 1 file: run --fix again\)/);
    folder.put({ [file]: campaign({ contactLists }) });
    assert.equal((await folder.json(["--fix"])).summary["unfinished"], 1);
    assert.equal((await folder.json(["--fix"])).summary["unfinished"], undefined);
  });

  it("keeps line endings, the byte order mark, comments and the mode", async () => {
    const windows = "\uFEFF// ours\r\n" + wrong.replaceAll("\n", "\r\n") + "\r\n";
    folder.put({ [file]: windows });
    chmodSync(folder.at(file), 0o640);
    await folder.lint(["--fix"]);
    assert.equal(text(), windows.replace('" Spring "', '"Spring"'));
    assert.equal(statSync(folder.at(file)).mode & 0o777, 0o640);
  });

  it("puts a new file in the old one's place and leaves nothing beside it", async () => {
    folder.put({ [file]: wrong });
    const before = statSync(folder.at(file)).ino;
    await folder.lint(["--fix"]);
    assert.notEqual(statSync(folder.at(file)).ino, before);
    assert.deepEqual(readdirSync(folder.path), [file]);
  });

  it("writes the file that a link points to", async () => {
    folder.put({ "real/b.json": wrong });
    symlinkSync("real/b.json", folder.at(file));
    await folder.lint(["--fix"]);
    assert.ok(lstatSync(folder.at(file)).isSymbolicLink());
    assert.equal(text("real/b.json"), right);
    assert.deepEqual(readdirSync(folder.at("real")), ["b.json"]);
  });

  it("does not touch a file in which there is nothing to fix", async () => {
    folder.put({ [file]: campaign({ ownr: "Sales" }) });
    const before = statSync(folder.at(file));
    await folder.lint(["--fix"]);
    const after = statSync(folder.at(file));
    assert.deepEqual([after.ino, after.mtimeMs], [before.ino, before.mtimeMs]);
  });

  it("leaves a rule that is off alone", async () => {
    folder.put({ [file]: wrong, ".campaignlint.json": { rules: { "untrimmed-name": "off" } } });
    await folder.lint(["--fix"]);
    assert.equal(text(), wrong);
  });

  it("does not overwrite what somebody wrote meanwhile", async () => {
    folder.put({ [file]: wrong });
    const { code, out } = await folder.lint(["--fix", "--format", "json"], {
      fix: (given, options) => {
        writeFileSync(folder.at(file), "theirs");
        return fixAll(given, options);
      },
    });
    const report = JSON.parse(out) as Awaited<ReturnType<Folder["json"]>>;
    assert.equal(code, 2);
    assert.equal(text(), "theirs");
    assert.deepEqual(
      report.unfixed?.map(({ path }) => path),
      [file],
    );
    // What is wrong with the text that was read is still said.
    assert.deepEqual(found(report), [`${file}: untrimmed-name`]);
    assert.deepEqual(readdirSync(folder.path), [file]);
  });

  it("checks beside the others what it has fixed, not what was there before", async () => {
    folder.put({ [file]: wrong, "b.campaign.json": campaign({ name: "Spring", contactLists: ["Other"] }) });
    const { files } = await folder.json(["--fix"]);
    assert.deepEqual(
      files.map(({ problems }) => problems.map(({ code }) => code)),
      [["name-shared"], ["name-shared"]],
    );
  });
});
