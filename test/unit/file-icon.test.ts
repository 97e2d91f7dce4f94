import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";

/** The backgrounds of file icons in VS Code: its dark, light and high-contrast themes. */
const backgrounds = {
  "campaign-dark": ["#000000", "#1f1f1f", "#ffffff"],
  "campaign-light": ["#ffffff", "#f3f3f3"],
};

describe("The file icon", () => {
  for (const [icon, behind] of Object.entries(backgrounds))
    for (const background of behind)
      // VS Code uses the icon for dark in both high-contrast themes.
      it(`${icon} is legible on ${background}`, () => {
        const file = path.join(__dirname, "../../language/icons", `${icon}.svg`);
        const colors = [...readFileSync(file, "utf8").matchAll(/#[0-9a-f]{6}/g)].map(([color]) => color);
        assert.ok(colors.length > 2);
        // WCAG 2.2, 1.4.11: 3 to 1 for graphics.
        for (const color of colors) assert.ok(contrast(color, background) >= 3, color);
      });
});

/** WCAG 2.2: relative luminance and contrast ratio. */
function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
