/**
 * Notes the text of the first element of a kind that an Enter reaches. VS Code acts on the key in the same event.
 * Returns a look at the text, which is undefined before that.
 * @param {import("playwright-core").Page} page
 * @param {string} selector
 */
export async function watchEnter(page, selector) {
  const seen = /** @type {import("playwright-core").JSHandle<{ text?: string }>} */ (
    await page.evaluateHandle(`(${WATCH})(${JSON.stringify(selector)})`)
  );
  return () => seen.evaluate(({ text }) => text);
}

const WATCH = `(selector) => {
  const seen = { text: undefined };
  const look = ({ key, target }) => {
    if (key === "Enter") seen.text ??= target.closest?.(selector)?.innerText;
  };
  window.addEventListener("keydown", look, { capture: true });
  return seen;
}`;
