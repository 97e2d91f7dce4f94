import type { Locator, Page } from "playwright-core";
import { untilDone } from "../host/deadline.mjs";

/** After this time in milliseconds, keys are pressed again. */
const keyDeadlineMs = 5_000;

/**
 * Presses keys until what they lead to is visible, so pressing all of them again must lead to the same. A key is lost
 * while the focus moves: a command that focuses a view focuses other parts of its side bar first, also when the view
 * had the focus before.
 */
export async function pressUntil(page: Page, keys: readonly string[], shown: Locator): Promise<void> {
  await untilDone(async () => {
    for (const key of keys) await page.keyboard.press(key);
    await shown.first().waitFor({ timeout: keyDeadlineMs });
  }, 60_000);
}

/** Presses a key once that is visible which it acts on: the item in focus, for example. */
export async function pressOn(page: Page, key: string, target: Locator): Promise<void> {
  await target.first().waitFor();
  await page.keyboard.press(key);
}

/** Opens the list of quick fixes. In an open list, its key would accept the first one. */
export const openFixes = ["Escape", "Control+."] as const;
