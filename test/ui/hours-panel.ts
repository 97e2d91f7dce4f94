import assert from "node:assert/strict";
import type { Frame, FrameLocator, Locator } from "playwright-core";
import { untilDone } from "../host/deadline.mjs";
import type { CampaignWindow } from "./campaign-window";
import { commandTitle } from "./command-titles";

/** The content of the panel: a frame in a frame. */
export function panelOf({ page }: CampaignWindow): FrameLocator {
  return page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
}

export function edge(window: CampaignWindow, name: string): Locator {
  return panelOf(window).getByRole("slider", { name, exact: true });
}

export async function show(window: CampaignWindow): Promise<void> {
  await window.runCommand(commandTitle("showCallingHours"));
  await edge(window, "Monday start").waitFor();
}

export async function untilValue(
  window: CampaignWindow,
  name: string,
  text: string,
  deadlineMs?: number,
): Promise<void> {
  await untilDone(
    async () => assert.equal(await edge(window, name).getAttribute("aria-valuetext"), `${name} ${text}`),
    deadlineMs,
  );
}

/** Presses Tab until an edge has the focus. */
export async function tabTo(window: CampaignWindow, name: string): Promise<void> {
  await window.focusEditor();
  await focusPanel(window);
  await untilDone(async () => {
    await window.page.keyboard.press("Tab");
    assert.equal(await focusedName(window), name);
  });
}

/** Goes from the editor to the panel by keyboard. */
export async function focusPanel(window: CampaignWindow): Promise<void> {
  await untilDone(async () => {
    await window.page.keyboard.press("Control+2");
    const panel = await frameOf(window);
    await untilDone(async () => assert.equal(await panel.evaluate("document.hasFocus()"), true), 3_000);
  }, 60_000);
}

/** The label of the edge or the button that has the focus; null if the keyboard is elsewhere. */
export async function focusedName(window: CampaignWindow): Promise<string | null> {
  const panel = await frameOf(window);
  return panel.evaluate("document.hasFocus() ? document.activeElement.getAttribute('aria-label') : null");
}

export async function frameOf(window: CampaignWindow): Promise<Frame> {
  const body = await panelOf(window).locator("body").elementHandle();
  return (await body.ownerFrame()) ?? assert.fail("The panel has no frame.");
}
