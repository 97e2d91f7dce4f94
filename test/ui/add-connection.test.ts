import assert from "node:assert/strict";
import { inWindow } from "./campaign-window";
import { commandTitle } from "./command-titles";
import { readyToken } from "./connect";
import { tokenUntil } from "./vendor";

const add = commandTitle("addConnection");

describe("The questions for a connection", () => {
  it("reject unsafe values while they are typed, and keep the entered ones on the way back", () =>
    inWindow(async (window) => {
      await window.runCommand(add);
      await window.acceptQuickInput("practice", "(1/7)");
      await window.quickInput(/this name/);
      await window.acceptQuickInput("Acme", "(1/7)");
      await window.acceptQuickInput("https://campaigns.acme.example", "(2/7)");
      await window.pickQuickItem(/^No\b/, "https://campaigns.acme.example");
      await window.acceptQuickInput("http://platform.kore.ai", "(2/8)");
      await window.quickInput("https://");
      await window.acceptQuickInput("https://platform.kore.ai/", "(2/8)");
      await window.quickInput("(3/7)");
      await window.page.getByRole("button", { name: /^Back/ }).press("Enter");
      await window.quickInput("(2/7)");
      await window.quickInput(/sent .*https:\/\/platform\.kore\.ai\b/);
      assert.equal((await window.describeQuickInput()).value, "https://platform.kore.ai");
      await window.cancelQuickInput();
      assert.deepEqual(await window.shown(), []);
    }));

  it("hide the token, reject an expired one, and keep nothing after Esc", () =>
    inWindow(async (window) => {
      await window.runCommand(add);
      for (const [text, step] of [
        ["Acme", "(1/7)"],
        ["platform.kore.ai", "(2/7)"],
        ["acc-7", "(3/7)"],
        ["st-7", "(4/7)"],
      ] as const)
        await window.acceptQuickInput(text, step);
      await window.pickQuickItem(/^Yes\b/, "(5/7)");
      await window.pickQuickItem(readyToken, "(6/7)");
      await window.acceptQuickInput(tokenUntil(Date.now() - 1000), "(7/7)");
      await window.quickInput(/This token .* on /);
      assert.ok((await window.describeQuickInput()).password);
      await window.cancelQuickInput();
      await window.runCommand(commandTitle("switchConnection"));
      await window.quickInput(/connection/i);
      const { items } = await window.describeQuickInput();
      assert.ok(!items.some((item) => item.includes("Acme")), items.join("\n"));
      await window.cancelQuickInput();
    }));
});
