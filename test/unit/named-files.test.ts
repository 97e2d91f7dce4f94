import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const inFolder = (folder: string, recursive: boolean): readonly string[] =>
  readdirSync(folder, { recursive, encoding: "utf8" }).map((file) => path.posix.join(folder, file));
const readers = [
  ...inFolder(".", false).filter((file) => /^(?!package-lock)[^/]+\.(?:md|json)$/.test(file)),
  ...inFolder(".vscode", false).filter((file) => file.endsWith(".json")),
  ...inFolder("docs", true).filter((file) => file.endsWith(".md")),
  ...inFolder("test", true).filter((file) => file.endsWith("/README.md") && !file.includes("node_modules")),
];

/** Paths from the root of the project. A placeholder, as in `my-rule`, is not a file. */
const named = (text: string): readonly string[] =>
  [...text.matchAll(/(?<![\w./-])(?:src|test|scripts|docs|schemas|snippets|examples)\/[\w./-]+\.\w+/g)]
    .map(([file]) => file)
    .filter((file) => !file.includes("/my-"));

describe("The documents and the configuration", () => {
  it("name files that exist", () => {
    const missing = readers.flatMap((reader) =>
      named(readFileSync(reader, "utf8"))
        .filter((file) => !existsSync(file) && !existsSync(path.join(path.dirname(reader), file)))
        .map((file) => `${reader}: ${file}`),
    );
    assert.deepEqual(missing, []);
    assert.ok(
      readers.includes("stryker.mocharc.json") && readers.includes("test/fixtures/answers/README.md"),
    );
    assert.deepEqual(named("See test/a.ts, ../test/b.ts and src/my-rule.ts."), ["test/a.ts"]);
  });
});
