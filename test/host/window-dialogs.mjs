const deadlineMs = 60_000;

/**
 * Modal dialogs.
 * @param {import("playwright-core").Page} page
 */
export function withDialogs(page) {
  const dialog = page.locator(".monaco-dialog-box");
  const buttons = dialog.locator(".dialog-buttons");

  /**
   * By keyboard, after the pointer has left: no tooltip can lie over the button.
   * @param {string} name
   */
  const pressDialogButton = async (name) => {
    await page.mouse.move(1, 1);
    await buttons.getByRole("button", { name, exact: true }).press("Enter", { timeout: deadlineMs });
  };

  return {
    /** The words of the open dialog, title and detail; waits for one. */
    dialogText: async () => {
      await dialog.waitFor({ timeout: deadlineMs });
      return (await dialog.locator(".dialog-message-container").innerText()).trim();
    },
    /** Names of the buttons of the open dialog, as shown. */
    dialogButtons: async () => {
      await dialog.waitFor({ timeout: deadlineMs });
      const names = await buttons.locator(".monaco-button").allInnerTexts();
      return names.map((name) => name.trim()).filter((name) => name !== "");
    },
    /** Presses a button, after which another dialog may open at once. */
    answerDialog: pressDialogButton,
    /** Presses a button, and waits until the dialog has gone. @param {string} name */
    clickDialogButton: async (name) => {
      await pressDialogButton(name);
      await dialog.waitFor({ state: "hidden", timeout: deadlineMs });
    },
  };
}
