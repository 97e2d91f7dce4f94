import { watchEnter } from "./watch-enter.mjs";

const keyDeadlineMs = 3_000;

/**
 * Presses Enter on a button of VS Code until a button receives the key: a list that is drawn again between the focus
 * and the key replaces its buttons, and the key is lost. A key that was received is never repeated.
 * Returns the text of the button.
 * @param {import("playwright-core").Page} page
 * @param {import("playwright-core").Locator} button
 * @param {number} deadlineMs
 */
export async function pressButton(page, button, deadlineMs) {
  const end = Date.now() + deadlineMs;
  const name = await button.innerText({ timeout: deadlineMs });
  const reached = await watchEnter(page, ".monaco-button");
  for (;;) {
    /** @type {unknown} */
    let failure;
    await button.press("Enter", { timeout: keyDeadlineMs }).catch((/** @type {unknown} */ error) => {
      failure = error;
    });
    const pressed = await reached();
    if (pressed === name) return name;
    if (pressed !== undefined) throw new Error(`The button "${pressed}" received the key for "${name}"`);
    if (Date.now() > end) throw new Error("The button did not receive the key", { cause: failure });
  }
}
