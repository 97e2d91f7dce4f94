import { constants, openSync, closeSync, fstatSync, readFileSync } from "node:fs";
import { open } from "node:fs/promises";

/** The path is not a regular file, or the file is too large. The message is a sentence for people. */
export class NotARegularFileError extends Error {}

/**
 * Reads a whole regular file of at most `maxBytes` bytes. A pipe or device could block or never end, so it is refused. The
 * check uses the opened file, and opening does not wait for the other end of a pipe.
 */
export async function readRegularFile(file: string, maxBytes: number): Promise<Buffer> {
  const handle = await open(file, READ);
  try {
    check(file, await handle.stat(), maxBytes);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

export function readRegularFileSync(file: string, maxBytes: number): Buffer {
  const descriptor = openSync(file, READ);
  try {
    check(file, fstatSync(descriptor), maxBytes);
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Windows has neither such pipes nor this flag. */
const READ = constants.O_RDONLY | (process.platform === "win32" ? 0 : constants.O_NONBLOCK);

interface Stats {
  readonly size: number;
  isFile(): boolean;
}

function check(file: string, stats: Stats, maxBytes: number): void {
  if (!stats.isFile()) throw new NotARegularFileError(`${file} is not a regular file.`);
  if (stats.size > maxBytes)
    throw new NotARegularFileError(`${file} is larger than ${Math.floor(maxBytes / 1024 / 1024)} MiB.`);
}
