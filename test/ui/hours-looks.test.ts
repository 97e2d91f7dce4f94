import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { billing, inWindow, type CampaignWindow } from "./campaign-window";
import { frameOf, panelOf, show, tabTo } from "./hours-panel";

const themes = [
  "Default Dark Modern",
  "Default Light Modern",
  "Default High Contrast",
  "Default High Contrast Light",
] as const;

/** The serious and critical problems that axe-core finds in the panel: each with its rule and its elements. */
async function accessibilityProblems(window: CampaignWindow): Promise<readonly string[]> {
  const source = await readFile(require.resolve("axe-core/axe.min.js"), "utf8");
  const frame = await frameOf(window);
  await frame.evaluate(source);
  const found = await frame.evaluate<readonly Violation[]>("axe.run().then(({ violations }) => violations)");
  return found
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" ")}`);
}

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string }[];
}

/** The color that an element of the panel has in the theme. */
async function colorOf(
  window: CampaignWindow,
  selector: string,
  property: "fill" | "color",
): Promise<string> {
  const frame = await frameOf(window);
  return frame.evaluate<string>(`getComputedStyle(document.querySelector("${selector}")).${property}`);
}

/** Writes a week with an overlap, an inverted window and legal hours. */
async function writeFaults(folder: string): Promise<void> {
  const file = path.join(folder, billing);
  const text = await readFile(file, "utf8");
  const tuesday = '{ "day": "TU", "start": "9:00 AM", "end": "6:00 PM" },';
  const faults =
    '{ "day": "TU", "start": "9:00 AM", "end": "1:00 PM" },\n{ "day": "TU", "start": "12:00 PM", "end": "10:00 PM" },';
  const wednesday = '"day": "WE", "start": "9:00 AM", "end": "6:00 PM"';
  assert.ok(text.includes(tuesday) && text.includes(wednesday));
  await writeFile(path.join(folder, ".campaignlint.json"), '{ "profiles": ["us-florida"] }');
  await writeFile(
    file,
    text.replace(tuesday, faults).replace(wednesday, '"day": "WE", "start": "9:00 AM", "end": "6:00 AM"'),
  );
}

describe("The calling hours in a narrow window", () => {
  it("have no part that is wider than their panel, but a picture that scrolls", () =>
    inWindow(async (window) => {
      await window.page.setViewportSize({ width: 700, height: 533 });
      await show(window);
      const frame = await frameOf(window);
      const hidden = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
      await window.picture("hours-narrow");
      assert.equal(await frame.evaluate<number>(hidden), 0);
    }));
});

describe("The calling hours in each theme", () => {
  for (const theme of themes)
    it(theme, () =>
      inWindow(
        async (window) => {
          await window.page.setViewportSize({ width: 1600, height: 1000 });
          await show(window);
          await panelOf(window).locator(".overlap").first().waitFor();
          const zone = panelOf(window).getByRole("combobox", { name: "Second time zone" });
          await zone.selectOption("America/New_York");
          await tabTo(window, "Tuesday window 1 end");
          // The colors of the theme arrive.
          const text = await colorOf(window, ".name", "fill");
          assert.match(text, /^rgb/);
          assert.equal(text, await colorOf(window, "body", "color"));
          await window.picture(`hours-${theme.replaceAll(" ", "-")}`);
          assert.deepEqual(await accessibilityProblems(window), []);
        },
        { theme, prepare: writeFaults },
      ),
    );
});
