import { untilDone } from "../host/deadline.mjs";
import type { EditorWindow } from "../host/window.mjs";

/**
 * Waits until an expression is true in the page. It may be a promise: Playwright's own `waitForFunction` takes an
 * unsettled promise for true, so a wait on one ends at once. ESLint rejects it for that reason.
 * @param what what the error names, as in "The page does not have …"
 */
export function untilPage(
  { page }: Pick<EditorWindow, "page">,
  expression: string,
  what: string,
  deadlineMs = 30_000,
): Promise<void> {
  return untilDone(async () => {
    if ((await page.evaluate(expression)) === true) return;
    await page.waitForTimeout(50);
    throw new Error(`The page does not have ${what}.`);
  }, deadlineMs);
}

export function untilClipboard(window: Pick<EditorWindow, "page">, text: string): Promise<void> {
  const expression = `navigator.clipboard.readText().then((read) => read === ${JSON.stringify(text)})`;
  return untilPage(window, expression, `${JSON.stringify(text)} on the clipboard`);
}
