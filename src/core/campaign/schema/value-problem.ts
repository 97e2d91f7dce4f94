import type { Node } from "jsonc-parser";
import { firstUnseen } from "../../text/named-characters";
import { replaceValue } from "../edits";
import type { Accepts } from "./accepted-values";
import type { Fix } from "../problem";
import type { SchemaError } from "./validator";

/** The data for the message about one invalid value. */
export interface InvalidValue {
  readonly error: SchemaError;
  readonly key: string;
  /** The name in messages. */
  readonly name: string;
  readonly node: Node;
  readonly text: string;
  readonly accepts: Accepts;
}

export interface Explanation {
  readonly message: string;
  readonly fixes: readonly Fix[];
}

/** The fix that writes another value. A single fix is preferred. */
export function replace({ text, node }: InvalidValue, value: unknown, safe = false): Fix {
  const edits = [replaceValue(text, node, value)];
  return { title: `Write ${JSON.stringify(value)}`, edits, preferred: true, safe };
}

/** A value in a message: at most 60 characters, with invisible characters as their codes. */
export function quoted(value: unknown): string {
  const characters = Array.from(JSON.stringify(value), (character) =>
    firstUnseen(character) === undefined
      ? character
      : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return characters.length <= 60 ? characters.join("") : characters.slice(0, 57).join("") + '…"';
}
