import assert from "node:assert/strict";
import { cp, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { untilDone } from "../host/deadline.mjs";
import { parseEditorKind } from "../host/obtain.mjs";
import { openWindow, type EditorWindow, type WindowOptions } from "../host/window.mjs";
import { repositoryRoot } from "../host/cache.mjs";
import { leaks, visibleIn, writtenBy } from "./canary";
import { describeNotices, noticesOf, type Notices } from "./notices";

/** The example that most tests submit. A window opens it by default. */
export const billing = "billing-reminder.campaign.json";

export interface CampaignWindow extends EditorWindow, Notices {
  /** The open folder: a copy of the example and of the submit fixtures. */
  readonly folder: string;
  /** Takes a screenshot into the folder CAMPAIGN_JSON_PICTURES. Does nothing when the variable is not set. */
  picture(name: string): Promise<void>;
}

const examples = path.join(repositoryRoot, "examples");
const fixtures = path.join(repositoryRoot, "test/fixtures/workspace/submit");
/** A folder with a campaign and an invalid configuration. */
export const strict = path.join(repositoryRoot, "test/fixtures/strict");
/** The default content of a window’s folder. */
export const campaigns: readonly string[] = [fixtures, path.join(examples, billing)];

export interface CampaignWindowOptions extends Partial<WindowOptions> {
  /** Changes the folder before the window opens on it. */
  readonly prepare?: (folder: string) => Promise<void>;
}

/** Opens a window with this extension on a new folder. */
export async function openCampaignWindow(
  { prepare, ...options }: CampaignWindowOptions = {},
  content: readonly string[] = campaigns,
): Promise<CampaignWindow> {
  const parent = await realpath(await mkdtemp(path.join(tmpdir(), "campaigns-")));
  const folder = path.join(parent, "campaigns");
  for (const each of content)
    await cp(each, each.endsWith(".json") ? path.join(folder, path.basename(each)) : folder, {
      recursive: true,
    });
  await prepare?.(folder);
  const version = parseEditorKind(process.env["CAMPAIGN_JSON_EDITOR"] ?? "newest");
  const window = await openWindow({
    ...{ version, folder, extension: repositoryRoot, file: billing },
    ...options,
  });
  /** Fails when the window shows or has stored a secret. */
  const close = async (): Promise<void> => {
    const seen = await visibleIn(window);
    await window.stop();
    const found = leaks({
      ...seen,
      ...(await writtenBy(window.profileDir, folder)),
      server: window.serverLog(),
    });
    await window.close();
    await rm(parent, { recursive: true, force: true, maxRetries: 5 });
    assert.deepEqual(found, []);
  };
  const picture = async (name: string): Promise<void> => {
    const pictures = process.env["CAMPAIGN_JSON_PICTURES"];
    if (pictures) await window.screenshot(path.join(pictures, `${name}.png`));
  };
  /** Waits until the extension is active. */
  const untilActive = (): Promise<void> => window.page.locator("[id$='campaignJson.connection']").waitFor();
  const reload = async (): Promise<void> => {
    await window.reload();
    await untilActive();
  };
  try {
    await untilActive();
  } catch (error) {
    await close().catch(() => undefined);
    throw error;
  }
  return { ...window, ...noticesOf(window), reload, folder, close, picture };
}

/** Runs a test in a new window. Its error lists what the window showed. */
export async function inWindow(
  use: (window: CampaignWindow) => Promise<void>,
  options: CampaignWindowOptions = {},
  content?: readonly string[],
): Promise<void> {
  const window = await openCampaignWindow(options, content);
  try {
    await use(window);
  } catch (error) {
    await window.picture(`failed-${Date.now()}`).catch(() => undefined);
    const shown = describeNotices(await window.shown().catch(() => []));
    const message = error instanceof Error ? error.message : String(error);
    await window.close().catch(() => undefined);
    throw new Error(`${message}\nThe window showed:\n${shown}`, { cause: error });
  }
  await window.close();
}

/** Waits until a line of the file contains the words, as drawn in the editor. */
export async function untilLine({ page }: CampaignWindow, words: string, deadlineMs?: number): Promise<void> {
  const line = page.locator(".editor-instance .view-line", { hasText: words }).first();
  await line.waitFor(deadlineMs === undefined ? {} : { timeout: deadlineMs });
}

/**
 * Changes a file of the folder as another program does, until the change is visible in the window. VS Code begins to
 * watch a folder some seconds after its window has opened, and never learns of a change before that.
 */
export async function changeFile(
  { folder }: CampaignWindow,
  file: string,
  text: string,
  untilSeen: (deadlineMs: number) => Promise<void>,
): Promise<void> {
  await untilDone(async () => {
    await writeFile(path.join(folder, file), text);
    await untilSeen(5_000);
  }, 60_000);
}

/** Opens a window on the examples alone, for pictures. */
export function openExamplesWindow(options: Partial<WindowOptions>): Promise<CampaignWindow> {
  return openCampaignWindow(options, [examples]);
}
