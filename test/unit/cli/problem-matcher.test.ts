import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { campaign, Folder } from "./lint-command";

interface Pattern {
  readonly regexp: string;
  readonly file?: number;
  readonly line?: number;
  readonly column?: number;
  readonly severity?: number;
  readonly message?: number;
  readonly code?: number;
  readonly loop?: boolean;
}

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as {
  readonly contributes: { readonly problemMatchers: readonly { readonly pattern: readonly Pattern[] }[] };
};
const [heading, problem] = manifest.contributes.problemMatchers[0]?.pattern ?? [];
assert.ok(heading !== undefined && problem?.loop === true);

/** The problems that VS Code finds in task output: a line with a file name, then lines with its problems. */
function matched(output: string): object[] {
  const found: object[] = [];
  let file: string | undefined;
  for (const line of output.split("\n")) {
    const match = new RegExp(problem!.regexp).exec(line);
    const part = (index = -1): string => match?.[index] ?? "";
    if (match === null || file === undefined)
      file = new RegExp(heading!.regexp).exec(line)?.[heading!.file ?? -1];
    else
      found.push({
        ...{ file, line: Number(part(problem!.line)), column: Number(part(problem!.column)) },
        ...{ severity: part(problem!.severity), message: part(problem!.message), code: part(problem!.code) },
      });
  }
  return found;
}

describe("The problem matcher of the manifest", () => {
  it("finds every problem in the text output of lint", async () => {
    const folder = new Folder({
      "a b.campaign.json": campaign({ name: " Spring", dialingMode: "Preview " }),
      "in/c.campaign.json": '{\n  "name": 1,\n  "other  two": 2,\n}',
      "d.campaign.json": "",
    });
    const { files } = await folder.json([]);
    const expected = files.flatMap(({ path: file, problems }) =>
      problems.map(({ range: { start }, severity, message, code }) => ({
        ...{ file, line: start.line + 1, column: start.character + 1, severity, message, code },
      })),
    );
    assert.ok(expected.length > 10);
    assert.ok(new Set(expected.map(({ severity }) => severity)).size > 1);
    const { out } = await folder.lint([]);
    assert.deepEqual(matched(out), expected);
    folder.remove();
  });

  it("does not match a file that cannot be read", async () => {
    const folder = new Folder();
    const { out } = await folder.lint(["missing.campaign.json"]);
    assert.match(out, /missing\.campaign\.json/);
    assert.deepEqual(matched(out), []);
    folder.remove();
  });
});
