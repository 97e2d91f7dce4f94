import { untilDone } from "./deadline.mjs";
import { watchEnter } from "./watch-enter.mjs";

/** After this time in milliseconds, a key is pressed again, because a window that is loading ignores keys. */
const keyDeadlineMs = 3_000;
const deadlineMs = 90_000;
/** A list that was opened before an extension was loaded never contains its commands, so it is opened again. */
const listDeadlineMs = 5_000;
const lookEveryMs = 30;
/** A list is stable when the same item has the focus this many times. */
const settledLooks = 3;

/**
 * The command palette and every other quick input.
 * @param {import("playwright-core").Page} page
 */
export function withPalette(page) {
  const widget = page.locator(".quick-input-widget").filter({ visible: true });
  const input = widget.locator(".quick-input-box input, .quick-input-and-message input").first();
  const rows = widget.locator(".quick-input-list .monaco-list-row");

  /** @param {string | RegExp} [prompt] part of the title, message or placeholder; identifies the step */
  const quickInput = async (prompt) => {
    await input.waitFor({ timeout: deadlineMs });
    if (prompt === undefined) return;
    await untilDone(async () => {
      const shown = await describeQuickInput();
      const words = [shown.title, shown.message, shown.placeholder].join("\n");
      if (typeof prompt === "string" ? words.includes(prompt) : prompt.test(words)) return;
      await page.waitForTimeout(lookEveryMs);
      throw new Error(`No quick input says ${String(prompt)}; the one shown says:\n${words}`);
    }, deadlineMs);
  };

  const describeQuickInput = async () => ({
    title: (await widget.locator(".quick-input-title").allInnerTexts()).join(" ").trim(),
    message: (await widget.locator(".quick-input-message").allInnerTexts()).join(" ").trim(),
    placeholder: (await input.getAttribute("placeholder", { timeout: deadlineMs })) ?? "",
    value: await input.inputValue({ timeout: deadlineMs }),
    password: (await input.getAttribute("type", { timeout: deadlineMs })) === "password",
    items: await labels(),
  });

  /** The labels of the rendered rows; empty if the quick input is closed. */
  const labels = async () =>
    (await rows.locator(".quick-input-list-row:first-child .label-name").allInnerTexts()).map((text) =>
      text.trim(),
    );

  const focusedLabel = rows
    .and(page.locator(".focused"))
    .locator(".quick-input-list-row:first-child .label-name")
    .first();

  /**
   * Moves to the item by keyboard: the list moves while text is typed, and a click could select another item.
   * @param {string | RegExp} label
   * @param {number} [within]
   */
  const acceptItem = async (label, within = deadlineMs) => {
    /** @param {string} text */
    const isIt = (text) => (typeof label === "string" ? text === label : label.test(text));
    let seen = 0;
    await untilDone(async () => {
      const focused = (await focusedLabel.innerText({ timeout: keyDeadlineMs })).trim();
      seen = isIt(focused) ? seen + 1 : 0;
      if (seen > settledLooks) return;
      // A window that has just opened may close the list. The caller then opens it again.
      if (!isIt(focused) && (await labels()).some(isIt))
        await input.press("ArrowDown", { timeout: keyDeadlineMs });
      await page.waitForTimeout(lookEveryMs);
      throw new Error(`The item "${String(label)}" was not reached; the one in focus is "${focused}".`);
    }, within);
    await pressEnter(within);
  };

  /**
   * A key that was received late is not an error: the caller would open the list and accept the item again.
   * @param {number} within
   */
  const pressEnter = async (within) => {
    const reached = await watchEnter(page, ".quick-input-widget");
    await input.press("Enter", { timeout: within }).catch(async (/** @type {unknown} */ error) => {
      if ((await reached()) === undefined) throw error;
    });
  };

  const closeQuickInput = async () => {
    await untilDone(async () => {
      await page.keyboard.press("Escape");
      await widget.waitFor({ state: "hidden", timeout: keyDeadlineMs });
    }, deadlineMs);
  };

  /** The element that has the focus, if the palette does not open. */
  const whereKeysGo = async () => {
    const dialog = await page.locator(".monaco-dialog-box").allInnerTexts();
    const focus = String(await page.evaluate("document.activeElement?.outerHTML.slice(0, 300)"));
    return `The keyboard is at ${focus}${dialog.length > 0 ? `, and a dialog is open: ${dialog.join("")}` : ""}`;
  };

  /** @param {string} text starts with `>` to find a command, else finds a file */
  const openPalette = async (text) => {
    await untilDone(async () => {
      await page.keyboard.press("F1");
      // A list that was about to close may receive the key, and then close.
      await input.fill(text, { timeout: keyDeadlineMs }).catch(async (/** @type {unknown} */ error) => {
        throw new Error(`The palette did not open. ${await whereKeysGo()}`, { cause: error });
      });
    }, deadlineMs);
  };

  /**
   * Opens the list again if it was closed: a walkthrough, for example, takes the focus back a moment after it opened.
   * @param {string} text as for `openPalette` @param {string} label
   */
  const pickInPalette = (text, label) =>
    untilDone(async () => {
      await openPalette(text);
      await acceptItem(label, listDeadlineMs).catch(async (/** @type {unknown} */ error) => {
        await closeQuickInput();
        throw error;
      });
    }, deadlineMs);

  return {
    /**
     * Runs a command by its label in the palette: `Category: Title`.
     * @param {string} title
     */
    runCommand: (title) => pickInPalette(`>${title}`, title),
    /** Opens a file of the folder by name. VS Code shows the tab before the text. @param {string} name */
    openFile: async (name) => {
      await pickInPalette(name, name);
      await page
        .locator(`.editor-group-container.active .editor-instance .monaco-editor[data-uri$="/${name}"]`)
        .first()
        .waitFor({ timeout: deadlineMs });
    },
    quickInput,
    /** The content of the open quick input. */
    describeQuickInput,
    /**
     * Types into the open quick input and accepts it with Enter.
     * @param {string} text @param {string | RegExp} [prompt]
     */
    acceptQuickInput: async (text, prompt) => {
      await quickInput(prompt);
      await input.fill(text);
      await input.press("Enter");
    },
    /**
     * Accepts the value that the quick input suggests, and returns it.
     * @param {string | RegExp} prompt
     */
    acceptSuggestedValue: async (prompt) => {
      await quickInput(prompt);
      const value = await input.inputValue();
      await input.press("Enter");
      return value;
    },
    /**
     * Selects the item with exactly this label, or the first whose label matches.
     * @param {string | RegExp} label @param {string | RegExp} [prompt]
     */
    pickQuickItem: async (label, prompt) => {
      await quickInput(prompt);
      await acceptItem(label);
    },
    /** Accepts the first item. @param {string | RegExp} prompt */
    acceptFirstItem: async (prompt) => {
      await quickInput(prompt);
      await focusedLabel.waitFor({ timeout: deadlineMs });
      await input.press("Enter");
    },
    /** @param {string | RegExp} [prompt] */
    cancelQuickInput: async (prompt) => {
      await quickInput(prompt);
      await closeQuickInput();
    },
  };
}
