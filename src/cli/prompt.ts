import { createInterface } from "node:readline/promises";
import { visibleLine } from "../core/text/visible";

/** Prints the question and returns the typed line; undefined when the input ends without one. */
export type Ask = (question: string, signal: AbortSignal) => Promise<string | undefined>;

/** At a terminal, Ctrl+C and the end of input close the reader and leave the question unanswered. */
export function askOn(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Ask {
  return async (question, signal) => {
    const lines = createInterface({ input, output });
    const closed = new AbortController();
    lines.once("close", () => closed.abort());
    try {
      return await lines.question(`${visibleLine(question)} `, {
        signal: AbortSignal.any([signal, closed.signal]),
      });
    } catch {
      return undefined;
    } finally {
      lines.close();
    }
  };
}
