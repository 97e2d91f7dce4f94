import { createRequire } from "node:module";
import { ValidText } from "../../../src/core/campaign/parse-valid";

/** The functions of the JSON parser that read a whole text. */
const functions = ["parse", "parseTree", "visit"] as const;

type Parser = Record<(typeof functions)[number], (text: string, ...rest: unknown[]) => unknown>;

/** The texts that are parsed while `work` runs, in order. A text that is parsed twice appears twice. */
export async function parsedDuring(work: () => unknown): Promise<string[]> {
  const parser = createRequire(__filename)("jsonc-parser") as Parser;
  const originals = functions.map((name) => [name, parser[name]] as const);
  const texts: string[] = [];
  for (const [name, original] of originals)
    parser[name] = (text, ...rest) => {
      texts.push(text);
      return original(text, ...rest);
    };
  // Reads a valid text; jsonc-parser reads the others.
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its `this`
  const { parse } = ValidText.prototype;
  ValidText.prototype.parse = function () {
    const parsed = parse.call(this);
    if (parsed !== undefined) texts.push(this.text);
    return parsed;
  };
  try {
    await work();
  } finally {
    for (const [name, original] of originals) parser[name] = original;
    ValidText.prototype.parse = parse;
  }
  return texts;
}
