import { maxCampaignLength, maxDepth, type CampaignDocument } from "../document";
import { invalidSymbols } from "./invalid-symbol";
import type { Fix, Problem, Span } from "../problem";
import { syntaxFaults, type SyntaxFaults } from "./syntax-faults";

/** What each fault is called and what it means to a person. */
const syntax: Readonly<Record<string, readonly [name: string, message: string]>> = {
  InvalidSymbol: ["invalid-symbol", "This is not JSON."],
  InvalidNumberFormat: ["invalid-number", "This is not a number as JSON writes one, such as 30."],
  PropertyNameExpected: ["key-expected", 'A property starts with its name in double quotes, such as "name".'],
  ValueExpected: ["value-expected", "A value is missing here. Write one, or remove the property."],
  ColonExpected: ["colon-expected", "A colon is missing between the name and its value."],
  CommaExpected: ["comma-expected", "A comma is missing before this."],
  CloseBraceExpected: [
    "unclosed-object",
    "An object ends early, so what follows may be lost. Close it with }.",
  ],
  UnopenedObject: [
    "unopened-object",
    "An object was never opened, so its properties are not found. Write { before the first of them.",
  ],
  CloseBracketExpected: [
    "unclosed-array",
    "A list ends early, so what follows may be lost. Close it with ].",
  ],
  EndOfFileExpected: [
    "text-after-end",
    "The campaign ends before this. Remove what follows, or the brace too many.",
  ],
  UnexpectedEndOfComment: ["unclosed-comment", "This comment is never closed. End it with */."],
  UnexpectedEndOfString: [
    "unclosed-text",
    "This text is never closed. End it with a double quote on the same line.",
  ],
  UnexpectedEndOfNumber: ["invalid-number", "This number is not finished."],
  InvalidUnicode: ["invalid-escape", "\\u is followed by four hexadecimal digits, such as \\u00e9."],
  InvalidEscapeCharacter: [
    "invalid-escape",
    'After a backslash JSON knows only " \\ / b f n r t and u. For a backslash itself write \\\\.',
  ],
  Placeholder: [
    "placeholder",
    "{{…}} is a placeholder, and nothing fills it in here. Write the value that belongs in its place.",
  ],
  InvalidCharacter: [
    "invalid-character",
    "A control character stands here: a line break or tab inside text is written \\n or \\t.",
  ],
};

/** What keeps the text from being JSON with comments. */
export function syntaxProblems(
  document: CampaignDocument,
  { faults }: SyntaxFaults = syntaxFaults(document),
): Problem[] {
  const { text, refused } = document;
  if (refused?.name === "too-large") {
    const most = `${maxCampaignLength / 1024 / 1024} MiB`;
    const message = `This file is larger than ${most}, so it was not checked. A campaign needs a few kilobytes: remove what does not belong to it.`;
    return [problem("too-large", message, { offset: 0, length: Math.min(1, text.length) })];
  }
  if (refused?.name === "too-deep") {
    const message = `Brackets are nested more than ${maxDepth} deep here, so the file was not checked. A campaign needs five levels.`;
    return [problem("too-deep", message, { offset: refused.offset, length: 1 })];
  }
  if (document.root === undefined && text.replace("\uFEFF", "").trim() === "") {
    return [
      problem(
        "empty",
        'The file is empty. Type "preview" and choose the snippet to start a campaign.',
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
