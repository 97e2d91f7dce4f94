const keyDeadlineMs = 3_000;

/** Notes whether an Enter reaches a button. VS Code acts on the key in the same event. */
const watch = `(() => {
  const seen = { reached: false };
  const look = ({ key, target }) => {
    seen.reached ||= key === "Enter" && target.closest?.(".monaco-button") != null;
  };
  window.addEventListener("keydown", look, { capture: true });
  return seen;
})()`;

/**
 * Presses Enter on a button of VS Code until a button receives the key: a list that is drawn again between the focus
 * and the key replaces its buttons, and the key is lost. A key that was received is never repeated.
 * @param {import("playwright-core").Page} page
 * @param {import("playwright-core").Locator} button
 * @param {number} deadlineMs
 */
export async function pressButton(page, button, deadlineMs) {
  const end = Date.now() + deadlineMs;
  await button.waitFor({ timeout: deadlineMs });
  const seen = await page.evaluateHandle(watch);
  for (;;) {
    /** @type {unknown} */
    let failure;
    await button.press("Enter", { timeout: keyDeadlineMs }).catch((/** @type {unknown} */ error) => {
      failure = error;
    });
    if (await seen.evaluate((/** @type {{ reached: boolean }} */ { reached }) => reached)) return;
    if (Date.now() > end) throw new Error("The button did not receive the key", { cause: failure });
  }
}
