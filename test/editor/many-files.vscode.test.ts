import assert from "node:assert/strict";
import { mkdir, rm, writeFile as write } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import * as vscode from "vscode";
import { noConfig } from "../../src/core/lint/configuration/config";
import { createWorkspaceCheck } from "../../src/editor/workspace/workspace-check";
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
import { watchStalls } from "./stalls";

/** `npm run bench:editor` uses 10,000 and prints its times. */
const count = Number(process.env["CAMPAIGN_JSON_MANY"] ?? 300);
const folder = "many";
/** One file in this many has an error. */
const every = 10;

describe(`A workspace of ${count} campaigns`, function () {
  this.timeout(30_000 + count * 30);
  const files = Array.from({ length: count }, (_, index) => `${folder}/${index}.campaign.json`);
  const faulty = files.filter((_, index) => index % every === 0);

  before(async () => {
    await mkdir(inWorkspace(folder).fsPath);
    await timed("write the files", () => writeAll(inverted));
  });
  afterEach(closeAll);
  after(async () => {
    await rm(inWorkspace(folder).fsPath, { recursive: true, force: true });
    await eventually(() => shownBelow().length === 0);
  });

  async function writeAll(fault: Change): Promise<void> {
    const [good, bad] = [await springWith(), await springWith(fault)];
    const own = (index: number) =>
      (index % every === 0 ? bad : good)
        .replace("Spring reminder", `Campaign ${index}`)
        .replace("Bills owed in July", `List ${index}`);
    for (let at = 0; at < count; at += 50)
      await Promise.all(
        files
          .slice(at, at + 50)
          .map((file, index) => write(path.join(inWorkspace("").fsPath, file), own(at + index))),
      );
  }

  it("is checked until it is canceled, with a complete report of the checked files", async () => {
    const check = createWorkspaceCheck({
      checking: {
        prepare: async () => {},
        optionsFor: () => noConfig,
        problemsOf: () => [],
        onDidChangeOptions: () => new vscode.Disposable(() => {}),
      },
      campaigns: { refresh: async () => {} },
      log: { error: (message) => assert.fail(String(message)) },
    });
    try {
      const stop = new vscode.CancellationTokenSource();
      let reports = 0;
      const report = () => {
        reports++;
        stop.cancel();
      };
      const { done, all } = await timed("be stopped", () => check.run({ report }, stop.token));
      assert.ok(all >= count);
      assert.ok(done > 0 && done < all / 2, `${done} of ${all} were checked.`);
      assert.equal(reports, 1);
      const shownWhenStopped = shownBelow();
      await sleep(200);
      assert.deepEqual(shownBelow(), shownWhenStopped, "It goes on after it was stopped.");
      for (const [uri, codes] of shownWhenStopped) assert.deepEqual(codes, ["window-inverted"], uri);
      assert.ok(shownWhenStopped.length < faulty.length / 2);

      await timed("be checked after all", () =>
        check.run({ report: () => {} }, new vscode.CancellationTokenSource().token),
      );
      assert.equal(shownBelow().length, faulty.length);
    } finally {
      check.dispose();
    }
    assert.equal(shownBelow().length, 0);
  });

  it("is checked by the command while you type, and watched afterwards", async () => {
    const editor = await openFile("typed.campaign.json", await springWith());
    const stall = watchStalls();
    const at = { ended: false };
    const command = timed("be checked by the command", async () => {
      await vscode.commands.executeCommand("campaignJson.lintWorkspace");
      at.ended = true;
    });
    await eventually(() => shownBelow().length > 0);
    await timed("show what was typed", async () => {
      await typeOver(editor, '"priority": "5"', '"priority": "9"');
      await untilCodes(editor.document.uri, "schema/enum");
    });
    // The small suite may be checked before a key is pressed.
    if (count > 1000) assert.equal(at.ended, false, "It had ended before.");
    await command;
    assert.equal(shownBelow().length, faulty.length);
    for (const file of faulty) assert.deepEqual(codesOf(inWorkspace(file)), ["window-inverted"]);
    tellTime("longest stall of the extension host", stall());

    const again = watchStalls();
    await timed("follow a checkout of all files", async () => {
      await writeAll(['"maxRingTime": 30', '"maxRingTime": 14']);
      await eventually(() => {
        const shown = shownBelow();
        return (
          shown.length === faulty.length && shown.every(([, codes]) => String(codes) === "ring-time-short")
        );
      });
    });
    await timed("follow one more file", async () => {
      const one = files[0] ?? "";
      const [two, other] = [files[1] ?? "", await springWith()];
      await write(inWorkspace(one).fsPath, other.replace("Spring reminder", "Campaign 1"));
      await eventually(() => codesOf(inWorkspace(two)).includes("name-shared"));
    });
    tellTime("longest stall of the extension host", again());
    tellTime("memory of the extension host, MiB", process.memoryUsage().rss / 1024 / 1024);
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

type Change = readonly [from: string, to: string];
const inverted: Change = ['"end": "6:00 PM"', '"end": "6:00 AM"'];

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  tellTime(what, performance.now() - start);
  return result;
}

function tellTime(what: string, value: number): void {
  if (count > 1000) console.log(`    ${value.toFixed(0).padStart(7)}  ${what}`);
}
