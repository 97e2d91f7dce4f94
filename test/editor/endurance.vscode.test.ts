import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import * as vscode from "vscode";
import { times } from "../run/endurance";
import { activeResources, assertFlat, assertNoMoreResources, FEWEST_TURNS } from "../unit/heap";
import { deactivate, reactivate, thisExtension } from "./activation";
import { closeAll, codesOf, openFile, springWith, typeOver, untilCodes, writeFile } from "./campaigns";
import { countRegistrations, type Registrations } from "./registrations";
import { until } from "./until";

const ACTIVATIONS = times(FEWEST_TURNS, 40);
const FILES = times(FEWEST_TURNS, 1_000);
const WEEKS = times(FEWEST_TURNS, 1_000);

/** An information, because the first error ends a step of the walkthrough, and with it a listener. */
const short = ['"maxRingTime": 30', '"maxRingTime": 14'] as const;

/** VS Code keeps every disposed tree view until the window closes, with all that its provider refers to. */
const KEPT_BY_VS_CODE = 128 * 1024;

describe("The extension, used for a long time,", function () {
  this.timeout(1_800_000);
  let made: Registrations;
  before(async () => {
    await thisExtension().activate();
    // So that everything that it has is counted.
    deactivate();
    made = countRegistrations();
    await reactivate();
  });
  after(() => made.dispose());
  afterEach(closeAll);

  it(`leaves no listener, provider, timer or memory when it is activated and deactivated ${ACTIVATIONS} times`, async () => {
    const text = await springWith(short);
    const { document } = await openFile("again.campaign.json", text);
    await untilCodes(document.uri, "ring-time-short");
    const before = await activeResources();
    // A listener waits for the first error of a step of the walkthrough, which a file of another test may have shown.
    const live = (): object => ({ ...made.live(), "languages.onDidChangeDiagnostics": undefined });
    const atStart = live();
    assert.ok(Object.keys(atStart).length > 10, JSON.stringify(atStart));
    const again = async (): Promise<void> => {
      deactivate();
      assert.deepEqual(made.live(), {});
      await reactivate();
      await untilCodes(document.uri, "ring-time-short");
      assert.deepEqual(live(), atStart);
    };
    await assertFlat("activation", ACTIVATIONS, again, KEPT_BY_VS_CODE);
    await assertNoMoreResources(before);
  });

  it(`leaves nothing of ${FILES} campaigns that were opened and closed`, async () => {
    const text = await springWith(short);
    const openAndClose = async (turn: number): Promise<void> => {
      // Not by the API, which keeps a document open for minutes after its editor was closed.
      const uri = await writeFile(`opened-${turn}.campaign.json`, text);
      await vscode.commands.executeCommand("vscode.open", uri);
      await untilCodes(uri, "ring-time-short");
      await vscode.commands.executeCommand("vscode.executeDocumentSymbolProvider", uri);
      await closeAll();
      await untilCodes(uri);
    };
    // Before the first of those that are compared.
    await openAndClose(FILES);
    const before = await activeResources();
    const atStart = made.live();
    await assertFlat("campaign opened and closed", FILES, openAndClose);
    assert.deepEqual(made.live(), atStart);
    await assertNoMoreResources(before);
  });

  it(`leaves nothing of ${WEEKS} updates of the calling week, and of its panel`, async () => {
    const editor = await openFile("week.campaign.json", await springWith());
    const before = await activeResources();
    const atStart = made.live();
    await vscode.commands.executeCommand("campaignJson.showCallingHours", editor.document.uri);
    const open = made.live();
    assert.notDeepEqual(open, atStart);
    await assertFlat("update of the calling week", WEEKS, async (turn) => {
      const [from, to] = turn % 2 === 0 ? ["9:00 AM", "8:30 AM"] : ["8:30 AM", "9:00 AM"];
      await typeOver(editor, `"${from}"`, `"${to}"`);
      // The panel draws the week a tenth of a second after the last edit.
      await sleep(120);
    });
    assert.deepEqual(made.live(), open);
    await closeAll();
    await until(
      vscode.window.tabGroups.onDidChangeTabs,
      () => (JSON.stringify(made.live()) === JSON.stringify(atStart) ? true : undefined),
      () => JSON.stringify([made.live(), atStart, codesOf(editor.document.uri)]),
    );
    await assertNoMoreResources(before);
  });
});
