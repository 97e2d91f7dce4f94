import assert from "node:assert/strict";
import {
  chmodSync,
  chownSync,
  linkSync,
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

  it("applies the safe fixes, reports the remaining problems and counts the fixes", async () => {
    const both = wrong.replace('"maxSkips": 1', '"maxSkips": 1,\n  "ownr": "Sales"');
    folder.put({ [file]: both, "b.campaign.json": campaign() });
    const report = await folder.json(["--fix"]);
    assert.equal(text(), both.replace('" Spring "', '"Spring"'));
    assert.ok(found(report).includes(`${file}: unknown-property`));
    assert.ok(!found(report).includes(`${file}: untrimmed-name`));
    assert.equal(report.summary["fixed"], 1);
  });

  it("reports when more fixes are left than one run applies", async () => {
    const contactLists = Array.from({ length: 1500 }, () => "Spring contacts");
    folder.put({ [file]: campaign({ contactLists }) });
    const { out } = await folder.lint(["--fix"]);
    assert.match(out, /1000 fixes applied \(1 file has more: run --fix again\)/);
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

  it("replaces the old file with a new one and leaves no other file", async () => {
    folder.put({ [file]: wrong });
    const before = statSync(folder.at(file)).ino;
    await folder.lint(["--fix"]);
    assert.notEqual(statSync(folder.at(file)).ino, before);
    assert.deepEqual(readdirSync(folder.path), [file]);
  });

  it("writes the target of a link", async () => {
    folder.put({ "real/b.json": wrong });
    symlinkSync("real/b.json", folder.at(file));
    await folder.lint(["--fix"]);
    assert.ok(lstatSync(folder.at(file)).isSymbolicLink());
    assert.equal(text("real/b.json"), right);
    assert.deepEqual(readdirSync(folder.at("real")), ["b.json"]);
  });

  it("keeps hard links", async () => {
    folder.put({ [file]: wrong });
    linkSync(folder.at(file), folder.at("b.json"));
    const before = statSync(folder.at(file)).ino;
    assert.equal((await folder.lint(["--fix", file])).code, 0);
    assert.deepEqual([text(), text("b.json")], [right, right]);
    assert.equal(statSync(folder.at("b.json")).ino, before);
    assert.deepEqual(readdirSync(folder.path), [file, "b.json"]);
  });

  it("keeps the owner, the group and the mode when root fixes another user's file", async function () {
    // Only root can change the owner of a file.
    if (process.getuid?.() !== 0) this.skip();
    folder.put({ [file]: wrong });
    chownSync(folder.at(file), 1234, 2345);
    chmodSync(folder.at(file), 0o4640);
    await folder.lint(["--fix"]);
    const { uid, gid, mode } = statSync(folder.at(file));
    assert.deepEqual([text(), uid, gid, mode & 0o7777], [right, 1234, 2345, 0o4640]);
  });

  it("writes the file in place if the owner or the folder does not allow a new one", async function () {
    if (process.getuid?.() !== 0) this.skip();
    folder.put({ "theirs/a.campaign.json": wrong, "closed/a.campaign.json": wrong });
    for (const name of ["theirs", "closed"]) chmodSync(folder.at(`${name}/a.campaign.json`), 0o666);
    chmodSync(folder.path, 0o755);
    chmodSync(folder.at("theirs"), 0o777);
    process.setegid?.(65_534);
    process.seteuid?.(65_534);
    try {
      await folder.lint(["--fix"]);
    } finally {
      process.seteuid?.(0);
      process.setegid?.(0);
    }
    for (const name of ["theirs", "closed"]) {
      assert.equal(text(`${name}/a.campaign.json`), right);
      assert.equal(statSync(folder.at(`${name}/a.campaign.json`)).uid, 0);
      assert.deepEqual(readdirSync(folder.at(name)), ["a.campaign.json"]);
    }
  });

  it("does not touch a file that has nothing to fix", async () => {
    folder.put({ [file]: campaign({ ownr: "Sales" }) });
    const before = statSync(folder.at(file));
    await folder.lint(["--fix"]);
    const after = statSync(folder.at(file));
    assert.deepEqual([after.ino, after.mtimeMs], [before.ino, before.mtimeMs]);
  });

  it("does not fix a problem of a rule that is off", async () => {
    folder.put({ [file]: wrong, ".campaignlint.json": { rules: { "untrimmed-name": "off" } } });
    await folder.lint(["--fix"]);
    assert.equal(text(), wrong);
  });

  it("does not overwrite changes of another program", async () => {
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
    // The problems of the text that was read are still reported.
    assert.deepEqual(found(report), [`${file}: untrimmed-name`]);
    assert.deepEqual(readdirSync(folder.path), [file]);
  });

  it("compares the fixed files with each other, not the original ones", async () => {
    folder.put({ [file]: wrong, "b.campaign.json": campaign({ name: "Spring", contactLists: ["Other"] }) });
    const { files } = await folder.json(["--fix"]);
    assert.deepEqual(
      files.map(({ problems }) => problems.map(({ code }) => code)),
      [["name-shared"], ["name-shared"]],
    );
  });
});
