import assert from "node:assert/strict";
import fc from "fast-check";
import { plainLabel, plainLine, plainText } from "../../../src/core/text/plain";

/** The text that VS Code turns into a link in a notification, a dialog, an input box and the message of a view. */
const LINK = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;
const HIDDEN = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

describe("Text for a place that an editor interprets", () => {
  const pieces = [
    "[a",
    "](",
    "command:x",
    "https://x",
    ")",
    "$(",
    "\\",
    "\u001b",
    "\u202e",
    "\r\n",
    " ",
    "b]",
  ];
  const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(""));

  it("does not contain a link that runs a command", () => {
    const name = "[Stop it here](command:workbench.action.toggleZenMode)";
    assert.match(name, LINK);
    assert.equal(plainLine(name), "[Stop it here] (command:workbench.action.toggleZenMode)");
  });

  it("contains no link and no invisible character, whatever the input", () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const plain of [plainLine(text), plainText(text), plainLabel(text)]) {
          assert.doesNotMatch(plain, LINK);
          assert.doesNotMatch(plain, HIDDEN);
        }
        assert.doesNotMatch(plainLine(text), /\n/);
      }),
    );
  });

  it("shows the name of an icon as plain text", () => {
    assert.equal(plainLabel("$(check) Done"), "\\$(check) Done");
    assert.equal(plainLine("It costs $(5)"), "It costs $(5)");
  });

  it("keeps the letters of names, and is cut if it is long", () => {
    assert.equal(plainLine("Zoë · नमस्ते – 春"), "Zoë · नमस्ते – 春");
    assert.equal(plainLine("abcdef", 3), "abc… (3 more characters)");
  });
});
