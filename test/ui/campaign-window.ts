import assert from "node:assert/strict";
import { cp, mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseEditorKind } from "../host/obtain.mjs";
import { openWindow, type EditorWindow, type WindowOptions } from "../host/window.mjs";
import { repositoryRoot } from "../host/cache.mjs";
import { leaks, visibleIn, writtenBy } from "./canary";

/** The example that most tests submit. */
export const billing = "billing-reminder.campaign.json";

export interface CampaignWindow extends EditorWindow {
  /** The folder that is open: the example and the fixtures for submitting, copied. */
  readonly folder: string;
  clearNotifications(): Promise<void>;
  /** Clicks a button of the open dialog, after which another dialog may open at once. */
  answerDialog(button: string): Promise<void>;
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
  const window = await openWindow({ version, folder, extension: repositoryRoot, ...options });
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
  const clearNotifications = (): Promise<void> => window.runCommand("Notifications: Clear All Notifications");
  const answerDialog = (name: string): Promise<void> =>
    window.page.locator(".monaco-dialog-box").getByRole("button", { name, exact: true }).click();
  const picture = async (name: string): Promise<void> => {
    const pictures = process.env["CAMPAIGN_JSON_PICTURES"];
    if (pictures) await window.screenshot(path.join(pictures, `${name}.png`));
  };
  return { ...window, folder, close, clearNotifications, answerDialog, picture };
}

/** A folder with the examples and nothing else, for pictures. */
export function openExamplesWindow(options: Partial<WindowOptions>): Promise<CampaignWindow> {
  return openCampaignWindow(options, [examples]);
}
