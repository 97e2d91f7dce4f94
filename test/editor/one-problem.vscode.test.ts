import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, codeOf, openFile, springWith, untilBuiltInHasSpoken, untilCodes } from "./campaigns";

describe("One mistake is one problem", () => {
  afterEach(closeAll);

  // The built-in JSON service would report these again, without a page.
  const faults: readonly (readonly [name: string, text: string, code: string])[] = [
    ["a missing value", '{ "name": }', "syntax/value-expected"],
    ["an end that is missing", '{ "name": "x"', "syntax/unclosed-object"],
  ];
  for (const [title, text, code] of faults) {
    it(title, async () => {
      const { document } = await openFile(`${code.replace("/", "-")}.campaign.json`, text);
      await untilCodes(document.uri, code);
      await untilBuiltInHasSpoken();
      const shown = vscode.languages.getDiagnostics(document.uri);
      assert.deepEqual(shown.map(codeOf), [code]);
      const [problem] = shown;
      assert.equal(problem?.source, "campaign");
      assert.ok(typeof problem.code === "object" && problem.code.target.scheme === "campaign-docs");
    });
  }

  it("in a file that names a schema that does not exist", async () => {
    const text = await springWith(['"name"', '"$schema": "./nowhere.json",\n  "name"']);
    const { document } = await openFile("schema.campaign.json", text);
    await untilBuiltInHasSpoken();
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri).map(codeOf), []);
  });
});
