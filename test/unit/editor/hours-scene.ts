import { fake, newWindow, type FakeDocument } from "./fake-vscode";
import assert from "node:assert/strict";
import type * as vscode from "vscode";
import { URI } from "vscode-uri";
import type { DrawMessage } from "../../../src/editor/hours/messages";
import { createHoursPanel } from "../../../src/editor/hours/panel";
import { registerCallingHours } from "../../../src/editor/hours/register";
import { registerLintConfigs } from "../../../src/editor/workspace/lint-configs";
import type { FakePanel } from "./fake-panel";
import { log, springWith } from "./workspace";

/** The command that shows the calling hours. */
export const showHours = "campaignJson.showCallingHours";
/** The campaign that `openHours` opens by default. */
export const campaign = "file:///work/a.campaign.json";

export interface HoursScene {
  /** How often the code of the panel was loaded. */
  loads(): number;
  dispose(): void;
}

/** A window with the calling hours. Dispose it, because the timer of an open panel keeps the process alive. */
export function newHours(): HoursScene {
  newWindow().addFolder("file:///work");
  let loads = 0;
  const extension: unknown = URI.parse("file:///extension");
  const configs = registerLintConfigs();
  const hours = registerCallingHours({
    loadHours: () => {
      loads++;
      return Promise.resolve({ createHoursPanel });
    },
    configs,
    extensionUri: extension as vscode.Uri,
    log,
  });
  return {
    loads: () => loads,
    dispose: () => {
      hours.dispose();
      configs.dispose();
    },
  };
}

/** Opens a campaign and shows its calling hours. */
export async function openHours(text = springWith(), address = campaign): Promise<FakeDocument> {
  fake.files.set(address, text);
  const document = await fake.open(address, text);
  await fake.run(showHours, document.uri);
  await panel().receive({ kind: "ready" });
  return document;
}

/** The latest panel. */
export function panel(): FakePanel {
  const found = fake.panels.at(-1);
  assert.ok(found);
  return found;
}

/** What the latest panel shows. */
export function drawn(): DrawMessage {
  return panel().sent.at(-1) as DrawMessage;
}

/** The message of the page that moves an edge in what it shows. */
export function moveEdge(changes: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    ...{ kind: "move", window: 0, edge: "start", minutes: 600, sequence: 1 },
    ...{ shown: drawn().shown, version: drawn().version },
    ...changes,
  };
}
