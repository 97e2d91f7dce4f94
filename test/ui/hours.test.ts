import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { untilDone } from "../host/deadline.mjs";
import { billing, changeFile, inWindow, untilLine, type CampaignWindow } from "./campaign-window";
import { commandTitle } from "./command-titles";
import { edge, focusedName, focusPanel, frameOf, panelOf, show, tabTo, untilValue } from "./hours-panel";
import { pressOn } from "./press-until";
import { untilHoursAreRemembered } from "./stored";

async function undo(window: CampaignWindow): Promise<void> {
  await window.focusEditor();
  await window.page.keyboard.press("Control+Z");
}

const monday = (start: string, end: string) => `"day": "MO", "start": "${start}", "end": "${end}"`;

/** Draws the line of the present minute over an edge. Returns the label of the edge that the mouse reaches there. */
const labelUnderLine = `(() => {
  const edge = document.querySelector(".edge[aria-label='Friday end']");
  const mark = document.createElementNS(edge.namespaceURI, "g");
  mark.setAttribute("class", "mark now");
  mark.setAttribute("transform", edge.getAttribute("transform"));
  mark.innerHTML = "<line y1='-40' y2='40'/>";
  edge.parentElement.append(mark);
  const { x, y, width, height } = edge.querySelector(".grip").getBoundingClientRect();
  return document.elementFromPoint(x + width / 2, y + height / 2).closest(".edge")?.ariaLabel;
})()`;

/** Runs a test in a new window that shows the hours beside the file. */
const inHours = (use: (window: CampaignWindow) => Promise<void>): Promise<void> =>
  inWindow(async (window) => {
    await show(window);
    await use(window);
  });

describe("The calling hours beside the editor", () => {
  it("draws the week and repeats it as a table and a list", () =>
    inHours(async (window) => {
      const panel = panelOf(window);
      assert.equal(await panel.getByRole("slider").count(), 10);
      await untilValue(window, "Monday start", "9:00 AM");
      await untilValue(window, "Friday end", "6:00 PM");
      const table = panel.getByRole("table", { name: "Calling windows" });
      assert.equal(await table.getByRole("row").count(), 8);
      assert.match(await table.innerText(), /Mon.*9:00 AM–6:00 PM\s+9 h/);
      assert.match(await panel.locator("dl").innerText(), /Hours per week\s+45 h/);
      assert.match(await panel.locator("dl").innerText(), /called first on Mon 9:00 AM, then Mon 9:10 AM/);
    }));

  it("changes the file with an arrow key, in one undo step", () =>
    inHours(async (window) => {
      await tabTo(window, "Monday start");
      await window.page.keyboard.press("ArrowRight");
      await untilLine(window, monday("9:15 AM", "6:00 PM"));
      await untilValue(window, "Monday start", "9:15 AM");
      await undo(window);
      await untilLine(window, monday("9:00 AM", "6:00 PM"));
      await untilValue(window, "Monday start", "9:00 AM");
    }));

  it("takes its own changes back and makes them again with the keys of undo", () =>
    inHours(async (window) => {
      await tabTo(window, "Monday start");
      await window.page.keyboard.press("ArrowRight");
      await window.page.keyboard.press("Shift+ArrowRight");
      await untilLine(window, monday("10:15 AM", "6:00 PM"));
      await window.page.keyboard.press("Control+Z");
      await untilLine(window, monday("9:15 AM", "6:00 PM"));
      await window.page.keyboard.press("Control+Z");
      await untilLine(window, monday("9:00 AM", "6:00 PM"));
      await untilValue(window, "Monday start", "9:00 AM");
      await window.page.keyboard.press("Control+Shift+Z");
      await untilLine(window, monday("9:15 AM", "6:00 PM"));
      await untilValue(window, "Monday start", "9:15 AM");
      await window.page.keyboard.press("Control+Z");
      await untilValue(window, "Monday start", "9:00 AM");
      // The focus has stayed, so the next key moves the same edge.
      await window.page.keyboard.press("ArrowRight");
      await untilValue(window, "Monday start", "9:15 AM");
      await window.page.keyboard.press("Control+Z");
      await untilValue(window, "Monday start", "9:00 AM");
    }));

  it("handles every key of a quick sequence and keeps the focus", () =>
    inHours(async (window) => {
      await tabTo(window, "Monday end");
      for (const key of ["ArrowLeft", "ArrowLeft", "ArrowLeft", "Shift+ArrowLeft", "ArrowUp"])
        await window.page.keyboard.press(key);
      await untilLine(window, monday("9:00 AM", "4:30 PM"));
      await untilValue(window, "Monday end", "4:30 PM");
      assert.equal(await focusedName(window), "Monday end");
      await window.page.keyboard.press("Home");
      // An edge does not pass the other one.
      await untilLine(window, monday("9:00 AM", "9:15 AM"));
      await untilValue(window, "Monday end", "9:15 AM");
      await window.page.keyboard.press("End");
      await untilLine(window, monday("9:00 AM", "11:59 PM"));
    }));

  it("returns to the edge for a person who goes to the editor and back, or to the panel once more", () =>
    inHours(async (window) => {
      await tabTo(window, "Monday end");
      await window.focusEditor();
      await focusPanel(window);
      assert.equal(await focusedName(window), "Monday end");
      const panel = await frameOf(window);
      await panel.evaluate("addEventListener('focus', () => (document.title = 'focused'))");
      await window.page.keyboard.press("Control+2");
      await untilDone(async () => assert.equal(await panel.title(), "focused"));
      assert.equal(await focusedName(window), "Monday end");
      await window.page.keyboard.press("ArrowLeft");
      await untilLine(window, monday("9:00 AM", "5:45 PM"));
      // A click on the edge that has the focus gives it no new focus.
      await edge(window, "Monday end").locator(".grip").click();
      await window.focusEditor();
      await focusPanel(window);
      assert.equal(await focusedName(window), "Monday end");
    }));

  it("does not return to an edge after a click beside everything", () =>
    inHours(async (window) => {
      await tabTo(window, "Monday end");
      await panelOf(window).locator("#title").click();
      await window.focusEditor();
      await focusPanel(window);
      assert.equal(await focusedName(window), null);
    }));

  it("changes the file with the mouse, in one undo step", () =>
    inHours(async (window) => {
      const grip = edge(window, "Friday end").locator(".grip");
      const box = await grip.boundingBox();
      const start = await edge(window, "Friday start").locator(".grip").boundingBox();
      assert.ok(box !== null && start !== null);
      const hour = (box.x - start.x) / 9;
      const y = box.y + box.height / 2;
      await window.page.mouse.move(box.x + box.width / 2, y);
      await window.page.mouse.down();
      for (const part of [0.3, 0.7, 1])
        await window.page.mouse.move(box.x + box.width / 2 + 2 * hour * part, y);
      await window.page.mouse.up();
      await untilLine(window, '"day": "FR", "start": "9:00 AM", "end": "8:00 PM"');
      await untilValue(window, "Friday end", "8:00 PM");
      await undo(window);
      await untilLine(window, '"day": "FR", "start": "9:00 AM", "end": "6:00 PM"');
      await untilValue(window, "Friday end", "6:00 PM");
      // The line of the present minute is drawn over everything.
      assert.equal(await (await frameOf(window)).evaluate(labelUnderLine), "Friday end");
    }));

  it("goes to the lines of a window", () =>
    inHours(async (window) => {
      await panelOf(window).getByRole("button", { name: "on Wednesday in the file" }).press("Enter");
      await window.page.locator(".part.statusbar", { hasText: "Ln 18" }).waitFor();
      await panelOf(window).locator(".window[data-window='3']").click();
      await window.page.locator(".part.statusbar", { hasText: "Ln 19" }).waitFor();
      await tabTo(window, "Tuesday start");
      await pressOn(window.page, "Enter", panelOf(window).locator(".edge:focus"));
      await window.page.locator(".part.statusbar", { hasText: "Ln 17" }).waitFor();
    }));

  it("keeps the focus on a button when another program changes the file", () =>
    inHours(async (window) => {
      const text = await readFile(path.join(window.folder, billing), "utf8");
      const change = (to: string, start: string): Promise<void> =>
        changeFile(window, billing, to, (ms) => untilValue(window, "Monday start", start, ms));
      const button = panelOf(window).getByRole("button", { name: "on Wednesday in the file" });
      await button.focus();
      await change(text.replace(monday("9:00 AM", "6:00 PM"), monday("8:00 AM", "6:00 PM")), "8:00 AM");
      assert.match((await focusedName(window)) ?? "", /on Wednesday in the file$/);
      await change(text, "9:00 AM");
    }));

  it("shows a second zone, which stays chosen while the panel is hidden", () =>
    inHours(async (window) => {
      const zone = panelOf(window).getByRole("combobox", { name: "Second time zone" });
      await zone.selectOption("America/New_York");
      const details = panelOf(window).locator("#details");
      await untilDone(async () => assert.match(await details.innerText(), /9:00 AM in Kolkata is/));
      await tabTo(window, "Monday start");
      // The forged campaign opens over the panel.
      await window.openFile("forged.campaign.json");
      await window.page.locator("iframe.webview.ready").waitFor({ state: "hidden" });
      await window.runCommand("View: Close Editor");
      await untilDone(async () => assert.equal(await zone.inputValue(), "America/New_York"));
      assert.match(await details.innerText(), /in New York/);
      await window.focusEditor();
    }));

  it("follows the text as it is typed, and shows missing parts in a broken file", () =>
    inHours(async (window) => {
      await window.focusEditor();
      await window.page.keyboard.press("Control+Home");
      await window.page.keyboard.press("Delete");
      const gaps = panelOf(window).getByRole("status");
      await untilDone(async () => assert.match(await gaps.innerText(), /syntax error|no calling hours/));
      await window.page.keyboard.press("Control+Z");
      await untilDone(async () => assert.equal(await gaps.innerText(), ""));
      await edge(window, "Monday start").waitFor();
    }));
});

/** Otherwise VS Code opens only the file that the address of a test window names. */
const restoring = { "window.restoreWindows": "preserve" };

describe("The calling hours after the window is reloaded", () => {
  it("show the same campaign and the same second time zone", () =>
    inWindow(
      async (window) => {
        await show(window);
        const zone = panelOf(window).getByRole("combobox", { name: "Second time zone" });
        await zone.selectOption("America/New_York");
        const details = panelOf(window).locator("#details");
        await untilDone(async () => assert.match(await details.innerText(), /9:00 AM in Kolkata is/));
        await untilHoursAreRemembered(window, "America/New_York");
        await window.reload();
        await untilValue(window, "Monday start", "9:00 AM");
        await untilDone(async () => assert.equal(await zone.inputValue(), "America/New_York"));
        await tabTo(window, "Monday start");
        await window.page.keyboard.press("ArrowRight");
        await untilLine(window, monday("9:15 AM", "6:00 PM"));
        // The command shows this panel instead of another one.
        await window.focusEditor();
        await window.runCommand(commandTitle("showCallingHours"));
        assert.equal(await window.page.locator("iframe.webview").count(), 1);
      },
      { settings: restoring },
    ));
});

describe("The calling hours in Restricted Mode", () => {
  it("are drawn and can be changed", () =>
    inWindow(
      async (window) => {
        await show(window);
        await tabTo(window, "Monday start");
        await window.page.keyboard.press("Shift+ArrowRight");
        await untilLine(window, monday("10:00 AM", "6:00 PM"));
      },
      { workspaceTrust: true, settings: { "security.workspace.trust.startupPrompt": "never" } },
    ));
});
