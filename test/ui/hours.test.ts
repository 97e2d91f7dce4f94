import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Frame, FrameLocator, Locator } from "playwright-core";
import { untilDone } from "../host/deadline.mjs";
import { billing, inWindow, openCampaignWindow, type CampaignWindow } from "./campaign-window";
import { commandTitle } from "./command-titles";

const themes = [
  "Default Dark Modern",
  "Default Light Modern",
  "Default High Contrast",
  "Default High Contrast Light",
] as const;

/** The content of the panel: a frame in a frame. */
function panelOf({ page }: CampaignWindow): FrameLocator {
  return page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
}

function edge(window: CampaignWindow, name: string): Locator {
  return panelOf(window).getByRole("slider", { name, exact: true });
}

async function show(window: CampaignWindow): Promise<void> {
  await window.runCommand(commandTitle("showCallingHours"));
  await edge(window, "Monday start").waitFor();
}

/** Waits until a line of the file contains the words, as drawn in the editor. */
async function untilLine({ page }: CampaignWindow, words: string): Promise<void> {
  await page.locator(".editor-instance .view-line", { hasText: words }).first().waitFor();
}

async function untilValue(window: CampaignWindow, name: string, text: string): Promise<void> {
  await untilDone(async () =>
    assert.equal(await edge(window, name).getAttribute("aria-valuetext"), `${name} ${text}`),
  );
}

/** Presses Tab until an edge has the focus. */
async function tabTo(window: CampaignWindow, name: string): Promise<void> {
  await window.page.keyboard.press("Control+2");
  await untilDone(async () => {
    await window.page.keyboard.press("Tab");
    const focused = await panelOf(window).locator(":focus").getAttribute("aria-label", { timeout: 500 });
    assert.equal(focused, name);
  });
}

/** The panel passes keys on asynchronously, so the next key waits until the editor has the focus. */
async function focusEditor({ page }: CampaignWindow): Promise<void> {
  await page.keyboard.press("Control+1");
  await page.locator(".editor-instance .monaco-editor.focused").first().waitFor();
}

async function undo(window: CampaignWindow): Promise<void> {
  await focusEditor(window);
  await window.page.keyboard.press("Control+Z");
}

/** The serious and critical problems that axe-core finds in the panel: each with its rule and its elements. */
async function accessibilityProblems(window: CampaignWindow): Promise<readonly string[]> {
  const source = await readFile(require.resolve("axe-core/axe.min.js"), "utf8");
  const frame = await frameOf(window);
  await frame.evaluate(source);
  const found = await frame.evaluate<readonly Violation[]>("axe.run().then(({ violations }) => violations)");
  return found
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" ")}`);
}

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string }[];
}

/** The color that an element of the panel has in the theme. */
async function colorOf(
  window: CampaignWindow,
  selector: string,
  property: "fill" | "color",
): Promise<string> {
  const frame = await frameOf(window);
  return frame.evaluate<string>(`getComputedStyle(document.querySelector("${selector}")).${property}`);
}

async function frameOf(window: CampaignWindow): Promise<Frame> {
  const body = await panelOf(window).locator("body").elementHandle();
  return (await body.ownerFrame()) ?? assert.fail("The panel has no frame.");
}

/** Writes a week with an overlap, an inverted window and legal hours. */
async function writeFaults({ folder }: CampaignWindow): Promise<void> {
  const file = path.join(folder, billing);
  const text = await readFile(file, "utf8");
  const tuesday = '{ "day": "TU", "start": "9:00 AM", "end": "6:00 PM" },';
  const faults =
    '{ "day": "TU", "start": "9:00 AM", "end": "1:00 PM" },\n{ "day": "TU", "start": "12:00 PM", "end": "10:00 PM" },';
  const wednesday = '"day": "WE", "start": "9:00 AM", "end": "6:00 PM"';
  assert.ok(text.includes(tuesday) && text.includes(wednesday));
  await writeFile(path.join(folder, ".campaignlint.json"), '{ "profiles": ["us-florida"] }');
  await writeFile(
    file,
    text.replace(tuesday, faults).replace(wednesday, '"day": "WE", "start": "9:00 AM", "end": "6:00 AM"'),
  );
}

async function revert(window: CampaignWindow): Promise<void> {
  await focusEditor(window);
  await window.runCommand("File: Revert File");
}

const monday = (start: string, end: string) => `"day": "MO", "start": "${start}", "end": "${end}"`;

describe("The calling hours beside the editor", () => {
  let window: CampaignWindow;
  before(async () => {
    window = await openCampaignWindow();
    await show(window);
  });
  after(() => window.close());

  it("draws the week and repeats it as a table and a list", async () => {
    const panel = panelOf(window);
    assert.equal(await panel.getByRole("slider").count(), 10);
    await untilValue(window, "Monday start", "9:00 AM");
    await untilValue(window, "Friday end", "6:00 PM");
    const table = panel.getByRole("table", { name: "Calling windows" });
    assert.equal(await table.getByRole("row").count(), 8);
    assert.match(await table.innerText(), /Mon.*9:00 AM–6:00 PM\s+9 h/);
    assert.match(await panel.locator("dl").innerText(), /Hours per week\s+45 h/);
    assert.match(await panel.locator("dl").innerText(), /called first on Mon 9:00 AM, then Mon 9:10 AM/);
  });

  it("changes the file with an arrow key, in one undo step", async () => {
    await tabTo(window, "Monday start");
    await window.page.keyboard.press("ArrowRight");
    await untilLine(window, monday("9:15 AM", "6:00 PM"));
    await untilValue(window, "Monday start", "9:15 AM");
    await undo(window);
    await untilLine(window, monday("9:00 AM", "6:00 PM"));
    await untilValue(window, "Monday start", "9:00 AM");
  });

  it("handles every key of a quick sequence and keeps the focus", async () => {
    await tabTo(window, "Monday end");
    for (const key of ["ArrowLeft", "ArrowLeft", "ArrowLeft", "Shift+ArrowLeft", "ArrowUp"])
      await window.page.keyboard.press(key);
    await untilLine(window, monday("9:00 AM", "4:30 PM"));
    await untilValue(window, "Monday end", "4:30 PM");
    const focused = panelOf(window).locator(":focus");
    assert.equal(await focused.getAttribute("aria-label"), "Monday end");
    await window.page.keyboard.press("Home");
    // An edge does not pass the other one.
    await untilLine(window, monday("9:00 AM", "9:15 AM"));
    await untilValue(window, "Monday end", "9:15 AM");
    await window.page.keyboard.press("End");
    await untilLine(window, monday("9:00 AM", "11:59 PM"));
    await revert(window);
    await untilValue(window, "Monday end", "6:00 PM");
  });

  it("changes the file with the mouse, in one undo step", async () => {
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
  });

  it("goes to the lines of a window", async () => {
    await panelOf(window).getByRole("button", { name: "on Wednesday in the file" }).press("Enter");
    await window.page.locator(".part.statusbar", { hasText: "Ln 18" }).waitFor();
    await panelOf(window).locator(".window[data-window='3']").click();
    await window.page.locator(".part.statusbar", { hasText: "Ln 19" }).waitFor();
    await tabTo(window, "Tuesday start");
    await window.page.keyboard.press("Enter");
    await window.page.locator(".part.statusbar", { hasText: "Ln 17" }).waitFor();
  });

  it("keeps the focus on a button when another program changes the file", async () => {
    const file = path.join(window.folder, billing);
    const text = await readFile(file, "utf8");
    const button = panelOf(window).getByRole("button", { name: "on Wednesday in the file" });
    await button.focus();
    await writeFile(file, text.replace(monday("9:00 AM", "6:00 PM"), monday("8:00 AM", "6:00 PM")));
    await untilValue(window, "Monday start", "8:00 AM");
    const label = await panelOf(window).locator(":focus").getAttribute("aria-label");
    assert.match(label ?? "", /on Wednesday in the file$/);
    await writeFile(file, text);
    await untilValue(window, "Monday start", "9:00 AM");
  });

  it("shows a second zone, which stays chosen while the panel is hidden", async () => {
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
    await focusEditor(window);
  });

  it("follows the text as it is typed, and shows missing parts in a broken file", async () => {
    await focusEditor(window);
    await window.page.keyboard.press("Control+Home");
    await window.page.keyboard.press("Delete");
    const gaps = panelOf(window).getByRole("status");
    await untilDone(async () => assert.match(await gaps.innerText(), /syntax error|no calling hours/));
    await window.page.keyboard.press("Control+Z");
    await untilDone(async () => assert.equal(await gaps.innerText(), ""));
    await edge(window, "Monday start").waitFor();
    await revert(window);
  });
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

describe("The calling hours in a narrow window", () => {
  it("have no part that is wider than their panel, but a picture that scrolls", () =>
    inWindow(async (window) => {
      await window.page.setViewportSize({ width: 700, height: 533 });
      await show(window);
      const frame = await frameOf(window);
      const hidden = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
      await window.picture("hours-narrow");
      assert.equal(await frame.evaluate<number>(hidden), 0);
    }));
});

describe("The calling hours in each theme", () => {
  for (const theme of themes)
    it(theme, () =>
      inWindow(
        async (window) => {
          await window.page.setViewportSize({ width: 1600, height: 1000 });
          await writeFaults(window);
          await show(window);
          await panelOf(window).locator(".overlap").first().waitFor();
          const zone = panelOf(window).getByRole("combobox", { name: "Second time zone" });
          await zone.selectOption("America/New_York");
          await tabTo(window, "Tuesday window 1 end");
          // The colors of the theme arrive.
          const text = await colorOf(window, ".name", "fill");
          assert.match(text, /^rgb/);
          assert.equal(text, await colorOf(window, "body", "color"));
          await window.picture(`hours-${theme.replaceAll(" ", "-")}`);
          assert.deepEqual(await accessibilityProblems(window), []);
        },
        { theme },
      ),
    );
});
