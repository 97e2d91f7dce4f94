import type { Locator, Page } from "playwright-core";
import { untilDone } from "../host/deadline.mjs";

/** After this time in milliseconds, keys are pressed again. */
const keyDeadlineMs = 3_000;

/**
 * Presses keys in a view until what they lead to is visible. A command that focuses a view first focuses other parts of
 * its side bar, also when the view had the focus before, and keys that come in between are lost. So pressing all of
 * them again must lead to the same.
 */
export async function pressUntil(page: Page, keys: readonly string[], shown: Locator): Promise<void> {
  await untilDone(async () => {
    for (const key of keys) await page.keyboard.press(key);
    await shown.first().waitFor({ timeout: keyDeadlineMs });
  }, 60_000);
}
