import { DOUBLE_QUOTES, INVISIBLE, SINGLE_QUOTES } from "./typographic";

/** What a shell reads next, by where it is: between words, in a word, in double quotes. Each pattern is sticky. */

const VARIABLE = /(?<variable>\$(?:[A-Za-z_]\w*|[\d@*#?$!-]|\{[^{}'"`$\\\s]+\}))/.source;

/** Each alternative ends where another begins, so reading takes time in proportion to the text. */
const BARE = [
  /\\[ \t]*(?:\r?\n|$)/.source,
  /\\(?<escaped>[^])/.source,
  /'(?<single>[^']*)'/.source,
  /\$'(?<ansi>[^\\']*(?:\\[^][^\\']*)*)'/.source,
  /(?<double>")/.source,
  VARIABLE,
  /(?<line>\r?\n)/.source,
  `[${INVISIBLE}]+`,
  /(?<blank>[^\S\n]+)/.source,
];
const PLAIN = `(?<plain>[^\\s\\\\'"$\`|&;<>()${INVISIBLE}]+|\\$(?![('"{]))`;
export const IN_WORD = new RegExp([...BARE, PLAIN].join("|"), "y");
/** A quote ends before a space: the same character inside a word is an apostrophe. */
const CURLY = [
  `[${SINGLE_QUOTES}](?<curly>[^]*?)[${SINGLE_QUOTES}](?=[\\s\\\\]|$)`,
  `[${DOUBLE_QUOTES}](?<curlyDouble>[^]*?)(?<!\\\\)[${DOUBLE_QUOTES}](?=[\\s\\\\]|$)`,
];
const NOT_CURLY = `(?![${SINGLE_QUOTES}${DOUBLE_QUOTES}])`;
/** A comment begins where a word would. A backslash before spaces was at the end of a line that is lost. */
export const BETWEEN_WORDS = new RegExp(
  [/#.*/.source, /\\[ \t]+(?:\r?\n)?/.source, ...BARE, ...CURLY, NOT_CURLY + PLAIN].join("|"),
  "y",
);
export const IN_DOUBLE_QUOTES = new RegExp(
  [
    /(?<double>")/.source,
    /\\\r?\n/.source,
    /\\(?<escaped>[$`"\\])/.source,
    VARIABLE,
    /(?<plain>[^"\\$`]+|\\|\$(?![({]))/.source,
  ].join("|"),
  "y",
);
