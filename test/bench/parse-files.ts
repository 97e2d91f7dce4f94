// The least that a linter does with a folder of JSON files: reads and parses each of them.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseTree } from "jsonc-parser";

const [, , folder = ""] = process.argv;
for (const name of readdirSync(folder))
  if (parseTree(readFileSync(path.join(folder, name), "utf8")) === undefined) process.exitCode = 1;
