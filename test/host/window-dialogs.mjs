import { pressButton } from "./press-button.mjs";

const deadlineMs = 60_000;

/**
 * Modal dialogs.
 * @param {import("playwright-core").Page} page
 */
export function withDialogs(page) {
  const dialog = page.locator(".monaco-dialog-box");
  const buttons = dialog.locator(".dialog-buttons");

  /**
   * Uses the keyboard after the pointer has left, because a tooltip may cover the button.
   * @param {string} name
   */
  const pressDialogButton = async (name) => {
    await page.mouse.move(1, 1);
    await pressButton(page, buttons.getByRole("button", { name, exact: true }), deadlineMs);
  };

  return {
    /** Waits for a dialog and returns its title and detail. */
    dialogText: async () => {
      await dialog.waitFor({ timeout: deadlineMs });
      return (await dialog.locator(".dialog-message-container").innerText()).trim();
    },
    /** The labels of the open dialog's buttons. */
    dialogButtons: async () => {
      await dialog.waitFor({ timeout: deadlineMs });
      const names = await buttons.locator(".monaco-button").allInnerTexts();
      return names.map((name) => name.trim()).filter((name) => name !== "");
    },
    /** Presses a button that may open another dialog immediately. */
    answerDialog: pressDialogButton,
    /** Presses Enter on the button that has the focus, waits until the dialog closes, and returns its label. */
    acceptDialog: async () => {
      const name = await pressButton(page, buttons.locator(".monaco-button:focus"), deadlineMs);
      await dialog.waitFor({ state: "hidden", timeout: deadlineMs });
      return name.trim();
    },
    /** Presses a button and waits until the dialog closes. @param {string} name */
    clickDialogButton: async (name) => {
      await pressDialogButton(name);
      await dialog.waitFor({ state: "hidden", timeout: deadlineMs });
    },
  };
}
