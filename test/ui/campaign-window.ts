import assert from "node:assert/strict";
import { cp, mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseEditorKind } from "../host/obtain.mjs";
import { openWindow, type EditorWindow, type WindowOptions } from "../host/window.mjs";
import { repositoryRoot } from "../host/cache.mjs";
import { leaks, visibleIn, writtenBy } from "./canary";
import { inWords, noticesOf, type Notices } from "./notices";

/** The example that most tests submit, and that a window shows from the start. */
export const billing = "billing-reminder.campaign.json";

export interface CampaignWindow extends EditorWindow, Notices {
  /** The folder that is open: the example and the fixtures for submitting, copied. */
  readonly folder: string;
  /** Takes a picture for a person to look at, into the folder that CAMPAIGN_JSON_PICTURES names; none without it. */
  picture(name: string): Promise<void>;
}

const examples = path.join(repositoryRoot, "examples");
const fixtures = path.join(repositoryRoot, "test/fixtures/workspace/submit");
/** A folder whose configuration has a mistake, with a campaign in it. */
export const strict = path.join(repositoryRoot, "test/fixtures/strict");
/** What most windows are opened on. */
export const campaigns: readonly string[] = [fixtures, path.join(examples, billing)];

/** A window with this extension on a folder of its own, as a person would have it. */
export async function openCampaignWindow(
  options: Partial<WindowOptions> = {},
  content: readonly string[] = campaigns,
): Promise<CampaignWindow> {
  const parent = await realpath(await mkdtemp(path.join(tmpdir(), "campaigns-")));
  const folder = path.join(parent, "campaigns");
  for (const each of content)
    await cp(each, each.endsWith(".json") ? path.join(folder, path.basename(each)) : folder, {
      recursive: true,
    });
  const version = parseEditorKind(process.env["CAMPAIGN_JSON_EDITOR"] ?? "newest");
  const window = await openWindow({
    ...{ version, folder, extension: repositoryRoot, file: billing },
    ...options,
  });
  /** Whatever a test did in it: a window that leaves a secret behind has failed. */
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
  /** The extension has been loaded: its commands are known, and it follows what is shown. */
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

/** Does something in a window of its own. When it fails, the error says what the window had shown. */
export async function inWindow(
  use: (window: CampaignWindow) => Promise<void>,
  options: Partial<WindowOptions> = {},
  content?: readonly string[],
): Promise<void> {
  const window = await openCampaignWindow(options, content);
  try {
    await use(window);
  } catch (error) {
    await window.picture(`failed-${Date.now()}`).catch(() => undefined);
    const shown = inWords(await window.shown());
    const words = error instanceof Error ? error.message : String(error);
    await window.close().catch(() => undefined);
    throw new Error(`${words}\nWhat the window had shown:\n${shown}`, { cause: error });
  }
  await window.close();
}

/** A folder with the examples and nothing else, for pictures. */
export function openExamplesWindow(options: Partial<WindowOptions>): Promise<CampaignWindow> {
  return openCampaignWindow(options, [examples]);
}
