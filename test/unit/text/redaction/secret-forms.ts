/** The forms in which people and servers write a secret. Each can be reversed. */
const bytesOf = (text: string): number[] => [...Buffer.from(text)];
const percent = (text: string): string =>
  bytesOf(text)
    .map((byte) => `%${byte.toString(16).padStart(2, "0")}`)
    .join("");
const everyUnit = (text: string, write: (unit: number) => string): string =>
  [...Array(text.length).keys()].map((index) => write(text.charCodeAt(index))).join("");
const escaped = (text: string): string => JSON.stringify(text).slice(1, -1);
const hex = (text: string): string => Buffer.from(text).toString("hex");
const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "/": "&#x2F;",
};

export const writtenForms: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  percent: encodeURIComponent,
  "percent in lower case": (text) => encodeURIComponent(text).replace(/%../g, (code) => code.toLowerCase()),
  "percent everywhere": percent,
  "percent twice": (text) => encodeURIComponent(encodeURIComponent(text)),
  "percent everywhere, twice": (text) => encodeURIComponent(percent(text)),
  "a form": (text) => new URLSearchParams({ text }).toString().slice(5),
  JSON: escaped,
  "JSON in JSON": (text) => escaped(escaped(text)),
  "JSON escapes everywhere": (text) => everyUnit(text, (unit) => `\\u${unit.toString(16).padStart(4, "0")}`),
  "JSON escapes in an address": (text) =>
    encodeURIComponent(everyUnit(text, (unit) => `\\u${unit.toString(16).padStart(4, "0")}`)),
  "HTML entities": (text) => text.replace(/[&<>"'/]/g, (one) => entities[one] ?? one),
  "decimal HTML entities everywhere": (text) =>
    Array.from(text, (one) => `&#${one.codePointAt(0)};`).join(""),
  "hexadecimal HTML entities everywhere": (text) =>
    Array.from(text, (one) => `&#x${one.codePointAt(0)?.toString(16)};`).join(""),
  "hexadecimal digits": hex,
  "hexadecimal digits in capitals": (text) => hex(text).toUpperCase(),
};

/** In a longer text, at each of the three alignments. */
export const base64Forms: Readonly<Record<string, (text: string) => string>> = Object.fromEntries(
  (["base64", "base64url"] as const).flatMap((encoding) =>
    ["", "x", "xy"].flatMap((before) => {
      const coded = (text: string): string => Buffer.from(`${before}${text} and more`).toString(encoding);
      return [
        [`${encoding} after ${before.length} bytes`, coded],
        [
          `percent-encoded ${encoding} after ${before.length} bytes`,
          (text: string) => encodeURIComponent(coded(text)),
        ],
      ] as const;
    }),
  ),
);

export const brokenBy: Readonly<Record<string, string>> = {
  lines: "\r\n  ",
  "lines in JSON": "\\n",
  "lines in an address": "%0D%0A",
  "invisible characters": "\u200b",
};
