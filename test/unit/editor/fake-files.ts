import type { URI } from "vscode-uri";
import { FileSystemError } from "./fake-vscode-values";
import { fake } from "./fake-window";

/** The file system of the fake window. */
export const fakeFiles = {
  stat: async (uri: URI) => {
    await Promise.resolve();
    const text = fake.files.get(uri.toString());
    const permissions = fake.writeProtected.has(uri.toString()) ? 1 : undefined;
    if (text !== undefined) return { type: 1, size: Buffer.byteLength(text), permissions };
    if ([...fake.files.keys()].some((key) => key.startsWith(`${uri.toString()}/`)))
      return { type: 2, size: 0 };
    throw FileSystemError.FileNotFound(uri);
  },
  readFile: async (uri: URI) => {
    await Promise.resolve();
    const text = fake.files.get(uri.toString());
    if (text === undefined) throw FileSystemError.FileNotFound(uri);
    return Buffer.from(text);
  },
  writeFile: async (uri: URI, bytes: Uint8Array) => {
    await Promise.resolve();
    fake.write(uri.toString(), Buffer.from(bytes).toString());
  },
  isWritableFileSystem: (scheme: string) => fake.schemes.get(scheme),
};
