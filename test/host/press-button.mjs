const keyDeadlineMs = 3_000;

/** Notes which button an Enter reaches. VS Code acts on the key in the same event. */
const watch = `(() => {
  const seen = { button: undefined };
  const look = ({ key, target }) => {
    if (key === "Enter") seen.button ??= target.closest?.(".monaco-button")?.innerText;
  };
  window.addEventListener("keydown", look, { capture: true });
  return seen;
})()`;

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
  const seen = await page.evaluateHandle(watch);
  for (;;) {
    /** @type {unknown} */
    let failure;
    await button.press("Enter", { timeout: keyDeadlineMs }).catch((/** @type {unknown} */ error) => {
      failure = error;
    });
    const pressed = await seen.evaluate((/** @type {{ button?: string }} */ { button: text }) => text);
    if (pressed === name) return name;
    if (pressed !== undefined) throw new Error(`The button "${pressed}" received the key for "${name}"`);
    if (Date.now() > end) throw new Error("The button did not receive the key", { cause: failure });
  }
}
