import { maxCampaignLength, maxDepth, type CampaignDocument } from "../document";
import { invalidSymbols } from "./invalid-symbol";
import type { Fix, Problem, Span } from "../problem";
import { syntaxFaults, type SyntaxFaults } from "./syntax-faults";

/** The code and the message of each fault. */
const syntax: Readonly<Record<string, readonly [name: string, message: string]>> = {
  InvalidSymbol: ["invalid-symbol", "This is not JSON."],
  InvalidNumberFormat: ["invalid-number", "This is not a JSON number. Write one such as 30."],
  PropertyNameExpected: [
    "key-expected",
    'The name of a property is missing here. Write it in double quotes, such as "name".',
  ],
  ValueExpected: ["value-expected", "A value is missing here. Enter one, or remove the property."],
  ColonExpected: ["colon-expected", "A colon is missing between the name and its value."],
  CommaExpected: ["comma-expected", "A comma is missing before this value."],
  CloseBraceExpected: [
    "unclosed-object",
    "An object is not closed, so the text after it may be ignored. Close it with }.",
  ],
  UnopenedObject: [
    "unopened-object",
    "An object is not opened, so its properties are not found. Write { before the first one.",
  ],
  CloseBracketExpected: [
    "unclosed-array",
    "A list is not closed, so the text after it may be ignored. Close it with ].",
  ],
  EndOfFileExpected: [
    "text-after-end",
    "The campaign ends before this text. Remove the text, or the extra brace.",
  ],
  UnexpectedEndOfComment: ["unclosed-comment", "This comment is not closed. End it with */."],
  UnexpectedEndOfString: [
    "unclosed-text",
    "This text is not closed. End it with a double quote on the same line.",
  ],
  UnexpectedEndOfNumber: ["invalid-number", "This number is incomplete. Write a complete one, such as 1.5."],
  InvalidUnicode: [
    "invalid-escape",
    "This escape is incomplete. Write \\u and four hexadecimal digits, such as \\u00e9.",
  ],
  InvalidEscapeCharacter: [
    "invalid-escape",
    'This escape is not valid: after a backslash, JSON allows only " \\ / b f n r t and u. For a literal backslash, write \\\\.',
  ],
  Placeholder: ["placeholder", "{{…}} is a placeholder, which is not replaced here. Enter the value."],
  InvalidCharacter: [
    "invalid-character",
    "This text contains a control character. Write \\n for a line break or \\t for a tab.",
  ],
};

/** The syntax problems of a campaign, which is JSON with comments. */
export function syntaxProblems(
  document: CampaignDocument,
  { faults }: SyntaxFaults = syntaxFaults(document),
): Problem[] {
  const { text, refused } = document;
  if (refused?.name === "too-large") {
    const limit = `${maxCampaignLength / 1024 / 1024} MiB`;
    const message = `This file is larger than ${limit}, so it was not checked. A campaign needs a few kilobytes. Remove the content that does not belong to it.`;
    return [problem("too-large", message, { offset: 0, length: Math.min(1, text.length) })];
  }
  if (refused?.name === "too-deep") {
    const message = `Brackets are nested more than ${maxDepth} levels deep here, so the file was not checked. A campaign needs five levels.`;
    return [problem("too-deep", message, { offset: refused.offset, length: 1 })];
  }
  if (document.root === undefined && text.replace("\uFEFF", "").trim() === "") {
    return [
      problem(
        "empty",
        'The file is empty. To start a campaign, type "preview" and select the snippet.',
        atStart(text),
      ),
    ];
  }

  const explain = invalidSymbols(text);
  return faults.map(({ name, offset, length }) => {
    const [known, message] = syntax[name] ?? ["invalid", "This is not JSON."];
    if (name !== "InvalidSymbol") return problem(known, message, { offset, length });
    const symbol = explain({ offset, length });
    return problem(known, symbol.message, symbol, symbol.fixes);
  });
}

function problem(
  name: string,
  message: string,
  { offset, length }: Span,
  fixes: readonly Fix[] = [],
): Problem {
  return { code: `syntax/${name}`, severity: "error", message, pointer: "", offset, length, fixes };
}

function atStart(text: string): Span {
  return { offset: 0, length: text.length > 0 ? 1 : 0 };
}
