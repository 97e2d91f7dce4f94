import assert from "node:assert/strict";
import { openTypingWindow } from "./typing-window";

describe("The details page of the installed extension", () => {
  it("has no broken picture, and only links that VS Code opens", async () => {
    const window = await openTypingWindow("newest", { "a.campaign.json": "" });
    try {
      await window.runCommand("Extensions: Show Installed Extensions");
      await window.page.locator(".extension-list-item", { hasText: "Campaign JSON for Kore.ai" }).click();
      const page = window.page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
      await page.getByRole("heading", { name: "Write a campaign" }).waitFor();
      const broken = await page
        .locator("img")
        .evaluateAll(
          (all: { readonly naturalWidth: number }[]) =>
            all.filter(({ naturalWidth }) => naturalWidth === 0).length,
        );
      assert.equal(broken, 0);
      const links = await page
        .locator("a:not(#scroll-to-top)")
        .evaluateAll((all: { getAttribute(name: string): string | null }[]) =>
          all.map((link) => link.getAttribute("href") ?? "no address"),
        );
      assert.deepEqual(
        links.filter((address) => !/^(?:https?:\/\/|mailto:|#)/.test(address)),
        [],
      );
    } finally {
      await window.close();
    }
  });
});
