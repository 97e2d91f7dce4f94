const deadlineMs = 20_000;

/**
 * Modal dialogs and notifications.
 * @param {import("playwright-core").Page} page
 */
export function withDialogs(page) {
  const dialog = page.locator(".monaco-dialog-box");
  const toasts = page.locator(".notifications-toasts .notification-list-item");

  return {
    /** The words of the open dialog, title and detail; waits for one. */
    dialogText: async () => {
      await dialog.waitFor({ timeout: deadlineMs });
      return (await dialog.locator(".dialog-message-container").innerText()).trim();
    },
    /** Names of the buttons of the open dialog, as shown. */
    dialogButtons: async () => {
      await dialog.waitFor({ timeout: deadlineMs });
      const names = await dialog.locator(".dialog-buttons .monaco-button").allInnerTexts();
      return names.map((name) => name.trim()).filter((name) => name !== "");
    },
    /** @param {string} name */
    clickDialogButton: async (name) => {
      // A tooltip of what the pointer was left on may lie over the dialog, and stays until the pointer moves.
      await page.mouse.move(1, 1);
      await dialog
        .locator(".dialog-buttons")
        .getByRole("button", { name, exact: true })
        .click({ timeout: deadlineMs });
      await dialog.waitFor({ state: "hidden", timeout: deadlineMs });
    },
    /** Messages of the notifications that are shown now. */
    notifications: async () => toasts.locator(".notification-list-item-message").allInnerTexts(),
    /** Waits for a notification with these words; returns its whole message. @param {string | RegExp} words */
    notification: async (words) => {
      const message = toasts.locator(".notification-list-item-message").filter({ hasText: words }).first();
      await message.waitFor({ timeout: deadlineMs });
      return message.innerText();
    },
    /**
     * Clicks a button of the notification that says these words.
     * @param {string | RegExp} words @param {string} button
     */
    clickNotificationButton: async (words, button) => {
      const toast = toasts.filter({ hasText: words }).first();
      // The buttons of a toast fold away while the pointer is elsewhere.
      await toast.hover({ timeout: deadlineMs });
      await toast.getByRole("button", { name: button, exact: true }).click({ timeout: deadlineMs });
    },
  };
}
