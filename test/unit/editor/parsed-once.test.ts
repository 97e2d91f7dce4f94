import { fake, newWindow } from "./fake-vscode";
import assert from "node:assert/strict";
import type * as vscode from "vscode";
import { campaignReader } from "../../../src/editor/language/open-campaigns";
import { registerLintWorkspace } from "../../../src/editor/workspace/lint-workspace";
import { readNumber } from "../../../src/core/lint/read-phone-number";
import * as languageModule from "../../../src/language";
import { parsedDuring } from "../lint/parses";
import { CodeActionKind } from "./fake-vscode-values";
import { log, openWorkspace, springWith } from "./workspace";

const spaced = springWith(['"Spring reminder"', '" Spring reminder"']);
const trimmed = spaced.replace(" Spring", "Spring");

describe("The editor parses each version of a campaign once", () => {
  it("for the check, the fixes and the hover", async () => {
    newWindow().addFolder("file:///work");
    const checking = await openWorkspace();
    const read = campaignReader(() => Promise.resolve(languageModule), readNumber);
    const texts = await parsedDuring(async () => {
      const { real: document } = await fake.open("file:///work/a.campaign.json", spaced);
      checking.check(document);
      assert.deepEqual(fixAllIn(document), ["Apply all safe fixes"]);
      const campaign = await read(document, { isCancellationRequested: false } as vscode.CancellationToken);
      const place = document.positionAt(spaced.indexOf("callingHours"));
      assert.notEqual(await campaign?.hover(place), undefined);
    });
    assert.deepEqual(texts, [spaced, trimmed]);
    checking.dispose();
  });

  it("and the next version after an edit", async () => {
    newWindow().addFolder("file:///work");
    const checking = await openWorkspace();
    const document = await fake.open("file:///work/a.campaign.json", spaced);
    const texts = await parsedDuring(() => {
      document.edit(" Spring", "Spring");
      checking.problemsOf(document.real);
      checking.check(document.real);
    });
    assert.deepEqual(texts, [trimmed]);
    checking.dispose();
  });

  it("and each file that is not open once to compare it and once to check it", async () => {
    newWindow().addFolder("file:///work");
    fake.write("file:///work/a.campaign.json", spaced);
    const workspace = await openWorkspace();
    const command = registerLintWorkspace({ checking: workspace, campaigns: workspace.campaigns, log });
    const texts = await parsedDuring(() => fake.run("campaignJson.lintWorkspace"));
    assert.deepEqual(texts, [spaced, spaced]);
    command.dispose();
    workspace.dispose();
  });
});

interface CodeActions {
  provideCodeActions(
    document: vscode.TextDocument,
    range: undefined,
    context: unknown,
  ): readonly vscode.CodeAction[];
}

/** The titles of the actions that fix everything. */
function fixAllIn(document: vscode.TextDocument): string[] {
  const context = { only: CodeActionKind.SourceFixAll, diagnostics: [] };
  return fake.providers.flatMap(({ provider }) => {
    const actions = (provider as CodeActions).provideCodeActions(document, undefined, context);
    return actions.map(({ title }) => title);
  });
}
