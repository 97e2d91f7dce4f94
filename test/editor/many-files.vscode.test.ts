import assert from "node:assert/strict";
import { mkdir, rm, writeFile as write } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import * as vscode from "vscode";
import {
  closeAll,
  codeOf,
  codesOf,
  inWorkspace,
  openFile,
  springWith,
  typeOver,
  untilCodes,
} from "./campaigns";
import { checkOfWorkspace, every, writeMany } from "./many-campaigns";

/** `test/bench/editor-many.ts` measures the same with 10,000. */
const count = 300;
const folder = "many";

describe(`A workspace of ${count} campaigns`, function () {
  this.timeout(30_000 + count * 30);
  const files = Array.from({ length: count }, (_, index) => `${folder}/${index}.campaign.json`);
  const faulty = files.filter((_, index) => index % every === 0);

  before(async () => {
    await mkdir(inWorkspace(folder).fsPath);
    await writeMany(folder, count, inverted);
  });
  afterEach(closeAll);
  after(async () => {
    await rm(inWorkspace(folder).fsPath, { recursive: true, force: true });
    await eventually(() => shownBelow().length === 0);
  });

  it("is checked until it is canceled, with a complete report of the checked files", async () => {
    const check = checkOfWorkspace();
    try {
      const stop = new vscode.CancellationTokenSource();
      let reports = 0;
      const report = () => {
        reports++;
        stop.cancel();
      };
      const { done, all } = await check.run({ report }, stop.token);
      assert.ok(all >= count);
      assert.ok(done > 0 && done < all / 2, `${done} of ${all} were checked.`);
      assert.equal(reports, 1);
      const shownWhenStopped = shownBelow();
      await sleep(200);
      assert.deepEqual(shownBelow(), shownWhenStopped, "It goes on after it was stopped.");
      for (const [uri, codes] of shownWhenStopped) assert.deepEqual(codes, ["window-inverted"], uri);
      assert.ok(shownWhenStopped.length < faulty.length / 2);

      await check.run({ report: () => {} }, new vscode.CancellationTokenSource().token);
      assert.equal(shownBelow().length, faulty.length);
    } finally {
      check.dispose();
    }
    assert.equal(shownBelow().length, 0);
  });

  it("is checked by the command while you type, and watched afterwards", async () => {
    const editor = await openFile("typed.campaign.json", await springWith());
    const command = vscode.commands.executeCommand("campaignJson.lintWorkspace");
    await eventually(() => shownBelow().length > 0);
    await typeOver(editor, '"priority": "5"', '"priority": "9"');
    await untilCodes(editor.document.uri, "schema/enum");
    await command;
    assert.equal(shownBelow().length, faulty.length);
    for (const file of faulty) assert.deepEqual(codesOf(inWorkspace(file)), ["window-inverted"]);

    await writeMany(folder, count, ['"maxRingTime": 30', '"maxRingTime": 14']);
    await eventually(() => {
      const shown = shownBelow();
      return (
        shown.length === faulty.length && shown.every(([, codes]) => String(codes) === "ring-time-short")
      );
    });
    const one = files[0] ?? "";
    const [two, other] = [files[1] ?? "", await springWith()];
    await write(inWorkspace(one).fsPath, other.replace("Spring reminder", "Campaign 1"));
    await eventually(() => codesOf(inWorkspace(two)).includes("name-shared"));
  });

  function shownBelow(): [string, string[]][] {
    const home = inWorkspace(folder).toString() + "/";
    return vscode.languages
      .getDiagnostics()
      .filter(([uri, diagnostics]) => diagnostics.length > 0 && uri.toString().startsWith(home))
      .map(([uri, diagnostics]) => [uri.toString(), diagnostics.map(codeOf)]);
  }

  async function eventually(look: () => boolean): Promise<void> {
    const end = Date.now() + 20_000 + count * 10;
    while (!look()) {
      if (Date.now() > end)
        assert.fail(`Not in time; shown are ${JSON.stringify(shownBelow().slice(0, 30))}.`);
      await sleep(100);
    }
  }
});

const inverted = ['"end": "6:00 PM"', '"end": "6:00 AM"'] as const;
