import { fstatSync, writeSync } from "node:fs";
import { codeOf } from "../../node/ledger/file-errors";

/** The parts of `process.stdout` and `process.stderr` that are used. */
export interface OutputStream {
  readonly fd?: number;
  readonly isTTY?: boolean;
  write(text: string): unknown;
  on(event: "error", listener: (error: Error) => void): unknown;
}

export interface Writer {
  write(text: string): void;
}

/**
 * Writes to a stream until that fails, and never throws. `onFailure` is called at most once, and not for a closed pipe.
 */
export function createWriter(stream: OutputStream, onFailure: (error: unknown) => void): Writer {
  const file = fileOf(stream);
  let ended = false;
  const end = (error: unknown) => {
    if (ended) return;
    ended = true;
    if (!isClosedPipe(error)) onFailure(error);
  };
  stream.on("error", end);
  return {
    write(text) {
      if (ended || text === "") return;
      try {
        if (file === undefined) stream.write(text);
        else writeWhole(file, Buffer.from(text));
      } catch (error) {
        end(error);
      }
    },
  };
}

/** On Windows, a closed pipe fails with EOF. */
function isClosedPipe(error: unknown): boolean {
  return ["EPIPE", "EOF", "ERR_STREAM_DESTROYED"].includes(codeOf(error));
}

/** The file descriptor, if the stream writes to a file. */
function fileOf({ fd }: OutputStream): number | undefined {
  if (fd === undefined) return undefined;
  try {
    return fstatSync(fd).isFile() ? fd : undefined;
  } catch {
    return undefined;
  }
}

/** An almost full disk may accept part of the text without an error, and Node's stream does not write the rest. */
function writeWhole(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
}
