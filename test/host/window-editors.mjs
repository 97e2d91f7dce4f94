import { untilDone } from "./deadline.mjs";

const deadlineMs = 60_000;
/** After this time in milliseconds, a key is pressed again. */
const keyDeadlineMs = 5_000;

/**
 * The properties of an element that are read in the page. This program does not have the types of a browser.
 * @typedef {object} Drawn
 * @property {string | null} textContent
 * @property {() => { top: number }} getBoundingClientRect
 * @property {(name: string) => string | null} getAttribute
 */

/**
 * Editors, the panel below them and the status bar.
 * @param {import("playwright-core").Page} page
 */
export function withEditors(page) {
  const panel = page.locator(".part.panel");
  const activeEditor = page.locator(".editor-group-container.active .editor-instance .monaco-editor").first();

  /** VS Code renders spaces as no-break spaces. @param {string} drawn */
  const withBlanks = (drawn) => drawn.replaceAll("\u00a0", " ");

  /** @param {import("playwright-core").Locator} lines */
  const drawnLines = async (lines) => {
    const drawn = await lines.evaluateAll((/** @type {Drawn[]} */ elements) =>
      elements
        .map((element) => ({ top: element.getBoundingClientRect().top, text: element.textContent ?? "" }))
        .sort((one, other) => one.top - other.top)
        .map((line) => line.text),
    );
    return withBlanks(drawn.join("\n"));
  };

  /**
   * Only the lines in view are drawn. A line that changed can be in the page before it is in its place, so the text
   * counts when two reads in a row agree.
   * @param {import("playwright-core").Locator} lines
   */
  const linesOf = async (lines) => {
    await lines.first().waitFor({ timeout: deadlineMs });
    // What was typed is drawn with the next frame.
    await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
    let before;
    for (const end = Date.now() + deadlineMs; Date.now() < end;) {
      const now = await drawnLines(lines);
      if (now === before) return now;
      before = now;
      await page.waitForTimeout(20);
    }
    throw new Error(`The lines do not come to rest:\n${before}`);
  };

  const panelText = async () => {
    await panel.waitFor({ timeout: deadlineMs });
    const lines = panel.locator(".view-lines .view-line");
    return (await lines.count()) > 0
      ? linesOf(lines)
      : withBlanks(await panel.locator(".content").innerText());
  };

  const editorText = async () => linesOf(activeEditor.locator(".view-lines .view-line"));

  /** @param {() => Promise<string>} read @param {string | RegExp} words */
  const untilShown = (read, words) =>
    untilDone(async () => {
      const text = await read();
      if (typeof words === "string" ? text.includes(words) : words.test(text)) return text;
      await page.waitForTimeout(25);
      throw new Error(`${String(words)} is not shown but:\n${text}`);
    }, deadlineMs);

  return {
    /** The text of the open panel: the lines in view of an output channel, or the Problems list. */
    panelText,
    /** Waits until the panel contains a text, and returns all of its text. @param {string | RegExp} words */
    untilPanelShows: (words) => untilShown(panelText, words),
    /** The text of the active editor that is in view. */
    editorText,
    /**
     * Waits until the active editor shows a text, and returns all that is in view. A tab is there before its text.
     * @param {string | RegExp} words
     */
    untilEditorShows: (words) => untilShown(editorText, words),
    /** Gives the keyboard to the editor of the first group, and waits until it has it. */
    focusEditor: () =>
      untilDone(async () => {
        await page.keyboard.press("Control+1");
        const group = page.locator(".editor-group-container").first().and(page.locator(".active"));
        const focused = group.locator(".editor-instance .monaco-editor.focused");
        await focused.first().waitFor({ timeout: keyDeadlineMs });
      }, deadlineMs),
    /** Types at the cursor of the active editor. @param {string} text */
    typeInEditor: async (text) => {
      await activeEditor.locator(".view-lines").click({ timeout: deadlineMs });
      await page.keyboard.type(text);
    },
    /** The texts of all entries in the status bar. */
    statusBarText: async () => page.locator(".part.statusbar .statusbar-item").allInnerTexts(),
    /** The titles of the open tabs. */
    tabs: async () =>
      page
        .locator(".tabs-container .tab")
        .evaluateAll((/** @type {Drawn[]} */ tabs) =>
          tabs.map((tab) => tab.getAttribute("data-resource-name") ?? ""),
        ),
  };
}
