import { oneOf } from "../text/patterns";

/** The next token of a shell, by its place: between words, in a word, in double quotes. */

const VARIABLE = /(?<variable>\$(?:[A-Za-z_]\w*|[\d@*#?$!\-]|\{[^\{\}'"`$\\\s]+\}))/uy;

/** Each alternative ends where another begins, so reading takes time in proportion to the text. */
const BARE = [
  /\\[ \t]*(?:\r?\n|$)/uy,
  /\\(?<escaped>[^])/uy,
  /'(?<single>[^']*)'/uy,
  /\$'(?<ansi>[^\\']*(?:\\[^][^\\']*)*)'/uy,
  /(?<double>")/uy,
  VARIABLE,
  /(?<line>\r?\n)/uy,
  /\p{Cf}+/uy,
  /(?<space>[^\S\n]+)/uy,
];
const PLAIN = /(?<plain>[^\s\\'"$`|&;<>\(\)\p{Cf}]+|\$(?![\('"\{]))/uy;
/** A typographic quote between words opens a string. */
const PLAIN_START =
  /(?![\u2018-\u201b\u2032\u201c-\u201f\u2033])(?<plain>[^\s\\'"$`|&;<>\(\)\p{Cf}]+|\$(?![\('"\{]))/uy;
/** A quote ends before a space: the same character inside a word is an apostrophe. */
const CURLY = [
  /[\u2018-\u201b\u2032](?<curly>[^]*?)[\u2018-\u201b\u2032](?=[\s\\]|$)/uy,
  /[\u201c-\u201f\u2033](?<curlyDouble>[^]*?)(?<!\\)[\u201c-\u201f\u2033](?=[\s\\]|$)/uy,
];

export const IN_WORD = oneOf("uy", [...BARE, PLAIN]);
/** A comment starts where a word can. A backslash before spaces was at the end of a line whose line end was removed. */
export const BETWEEN_WORDS = oneOf("uy", [/#.*/uy, /\\[ \t]+(?:\r?\n)?/uy, ...BARE, ...CURLY, PLAIN_START]);
export const IN_DOUBLE_QUOTES = oneOf("uy", [
  /(?<double>")/uy,
  /\\\r?\n/uy,
  /\\(?<escaped>[$`"\\])/uy,
  VARIABLE,
  /(?<plain>[^"\\$`]+|\\|\$(?![\(\{]))/uy,
]);
