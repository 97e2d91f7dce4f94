import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { inWindow, type CampaignWindow } from "./campaign-window";
import { openFixes, pressOn, pressUntil } from "./press-until";

const file = "wrong-hours.campaign.json";
const rule = "window-inverted";
/** Of its problem. */
const place = "Ln 16, Col";

/** Opens the quick fixes of the problem and accepts one by keyboard. */
async function acceptQuickFix(window: CampaignWindow, title: string): Promise<void> {
  const { page } = window;
  const focused = page.locator(".action-widget .monaco-list-row.focused");
  const list = page.locator(".action-widget .monaco-list-row.action");
  await pressUntil(page, ["F8"], page.locator(".part.statusbar", { hasText: place }));
  await pressUntil(page, openFixes, list.filter({ hasText: title }));
  await window.picture("quick-fixes");
  const count = await list.count();
  for (let moves = 0; !(await focused.innerText()).includes(title); moves++) {
    assert.ok(moves < count, `${title} does not get the focus.`);
    await page.keyboard.press("ArrowDown");
  }
  await pressOn(page, "Enter", focused.filter({ hasText: title }));
}

describe("The quick fixes of a problem, by keyboard", () => {
  it("ignore it on its line, with the reason selected", () =>
    inWindow(
      async (window) => {
        await acceptQuickFix(window, `Ignore on this line: ${rule}`);
        await window.page.locator(".view-line", { hasText: "campaignlint-disable-next-line" }).waitFor();
        await window.page
          .locator(".part.statusbar .statusbar-item", { hasText: /\(\d+ selected\)/ })
          .waitFor();
        await window.page.keyboard.type("the night shift answers");
        await window.page.keyboard.press("Control+S");
        const line = `// campaignlint-disable-next-line ${rule} -- the night shift answers`;
        const lines = (await window.editorText()).split("\n");
        const at = lines.findIndex((each) => each.trim() === line);
        assert.ok(at >= 0, lines.join("\n"));
        const indent = (text: string) => text.length - text.trimStart().length;
        assert.equal(indent(lines[at] ?? ""), indent(lines[at + 1] ?? ""));
      },
      { file },
    ));

  it("change its severity in a new configuration", () =>
    inWindow(
      async (window) => {
        await acceptQuickFix(window, `Change severity in .campaignlint.json: ${rule}`);
        await window.pickQuickItem("warning", /severity of window-inverted/);
        assert.match(await window.notified("severity.changed"), /window-inverted is now "warning"/);
        const text = await readFile(path.join(window.folder, ".campaignlint.json"), "utf8");
        assert.deepEqual(JSON.parse(text), { rules: { [rule]: "warning" } });
      },
      { file },
    ));
});
