/*
 * Loaded into a process by `lint-signals.test.ts`: each folder contains another one, so the search for campaigns never
 * ends. With SEARCH=silent the first folder never answers.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import path from "node:path";

type Then = (error: Error | null, entries: readonly object[]) => void;

const kinds = ["isFile", "isSymbolicLink", "isBlockDevice", "isCharacterDevice", "isFIFO", "isSocket"];
const folder = {
  name: "deeper",
  isDirectory: () => true,
  ...Object.fromEntries(kinds.map((kind) => [kind, () => false])),
};
let isReported = false;

function readdir(given: string, _options: object, then: Then): void {
  if (!isReported) process.stderr.write(`searching ${path.basename(given)}\n`);
  isReported = true;
  if (process.env["SEARCH"] === "silent") setInterval(() => undefined, 60_000);
  else setImmediate(() => then(null, [folder]));
}

Object.assign(fs, { readdir });
syncBuiltinESMExports();
