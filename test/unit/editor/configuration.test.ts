import { fake, newWindow, settled } from "./fake-vscode";
import assert from "node:assert/strict";
import type * as vscode from "vscode";
import type { Checking } from "../../../src/editor/problems/register";
import { openWorkspace, springWith } from "./workspace";
import { CodeActionKind, Range } from "./fake-vscode-values";

const short = springWith(['"maxRingTime": 30', '"maxRingTime": 14']);
const off = '{ "rules": { "ring-time-short": "off" } }';

describe("The team's configuration in the editor", () => {
  let checking: Checking;
  const start = async () => {
    checking = await openWorkspace();
  };
  beforeEach(() => newWindow().addFolder("file:///work"));
  afterEach(() => checking.dispose());

  it("still applies to a changed file while a new one is read", async () => {
    fake.write("file:///work/.campaignlint.json", off);
    fake.write("file:///work/a.campaign.json", short);
    await start();
    const document = await fake.open("file:///work/a.campaign.json");
    assert.deepEqual(fake.codesOf(document.uri), []);
    document.edit("Spring", "Summer");
    fake.write("file:///work/.campaignlint.json", `${off} `);
    // Saved at the same moment, so this check uses the old settings.
    await document.save();
    assert.deepEqual(fake.codesOf(document.uri), []);
    await settled();
    assert.deepEqual(fake.codesOf(document.uri), []);
  });

  it("applies to a file with unsaved changes at once", async () => {
    fake.write("file:///work/a.campaign.json", short);
    await start();
    const document = await fake.open("file:///work/a.campaign.json");
    assert.deepEqual(fake.codesOf(document.uri), ["ring-time-short"]);
    document.edit("Spring", "Summer");
    fake.write("file:///work/.campaignlint.json", off);
    await settled();
    assert.deepEqual(fake.codesOf(document.uri), []);
  });

  it("is watched above the workspace folder, in the same repository", async () => {
    fake.write("file:///.git/HEAD", "");
    fake.write("file:///work/a.campaign.json", short);
    await start();
    const document = await fake.open("file:///work/a.campaign.json");
    assert.deepEqual(fake.codesOf(document.uri), ["ring-time-short"]);
    fake.write("file:///.campaignlint.json", off);
    await settled();
    assert.deepEqual(fake.codesOf(document.uri), []);
    fake.remove("file:///.campaignlint.json");
    await settled();
    assert.deepEqual(fake.codesOf(document.uri), ["ring-time-short"]);
  });

  it("is watched for a file outside every workspace folder", async () => {
    fake.write("file:///other/a.campaign.json", short);
    await start();
    const document = await fake.open("file:///other/a.campaign.json");
    fake.write("file:///other/.campaignlint.json", off);
    await settled();
    assert.deepEqual(fake.codesOf(document.uri), []);
  });

  it("applies to an unsaved file that has a path", async () => {
    fake.write("file:///work/.campaignlint.json", off);
    await start();
    const { uri } = await fake.open("untitled:/work/new.campaign.json", short);
    assert.deepEqual(fake.codesOf(uri), []);
  });

  it("applies on a virtual file system", async () => {
    fake.schemes.set("memfs", true);
    fake.addFolder("memfs:/cloud");
    fake.write("memfs:/cloud/.campaignlint.json", off);
    await start();
    const { uri } = await fake.open("memfs:/cloud/a.campaign.json", short);
    assert.deepEqual(fake.codesOf(uri), []);
  });

  it("does not apply to a past version, which is not checked", async () => {
    fake.schemes.set("git", false);
    // Git's provider returns the campaign for every path, because the query names it.
    const version = 'git:/work/a.campaign.json?{"path":"/work/a.campaign.json"}';
    fake.files.set(
      String((await fake.open(version, short)).uri).replace("a.campaign", ".campaignlint"),
      short,
    );
    await start();
    const { uri } = fake.documents[0]!.real;
    await checking.prepare(uri);
    assert.equal(checking.configFaultFor(uri), undefined);
    assert.deepEqual(fake.codesOf(uri.toString()), []);
  });

  it("shows no problems in a past version of itself", async () => {
    fake.schemes.set("git", false);
    await start();
    const wrong = '{ "rules": { "ring-time-shrt": "off" } }';
    assert.equal(fake.codesOf((await fake.open("file:///work/.campaignlint.json", wrong)).uri).length, 1);
    assert.deepEqual(fake.codesOf((await fake.open("git:/work/.campaignlint.json", wrong)).uri), []);
  });

  it("offers the fixes of its own problems", async () => {
    await start();
    const document = await fake.open(
      "file:///work/.campaignlint.json",
      '{ "rules": { "ring-time-shrt": "off" } }',
    );
    const titles = fixesIn(document.real, '"ring-time-shrt"');
    assert.deepEqual(titles, ['Rename to "ring-time-short"', "Explain: config/unknown-rule"]);
  });
});

describe("Quick fixes", () => {
  it("of a campaign are offered once", async () => {
    newWindow().addFolder("file:///work");
    const checking = await openWorkspace();
    const text = springWith(['"Preview"', '"preview"']);
    const document = await fake.open("file:///work/a.campaign.json", text);
    assert.deepEqual(fixesIn(document.real, '"preview"'), ['Write "Preview"', "Explain: schema/enum"]);
    checking.dispose();
  });
});

/** Titles of the fixes for a text in the document, from all providers registered for it. */
function fixesIn(document: vscode.TextDocument, text: string): string[] {
  const start = document.positionAt(document.getText().indexOf(text));
  const end = document.positionAt(document.getText().indexOf(text) + text.length);
  return fake.providers.flatMap(({ selector, provider }) => {
    const { language, pattern } = selector as { readonly language?: string; readonly pattern?: string };
    const isFor =
      language === undefined
        ? document.uri.path.endsWith(pattern!.replace("**", ""))
        : document.languageId === language;
    const context = { only: CodeActionKind.QuickFix, diagnostics: [] };
    if (!isFor) return [];
    const range = new Range(start.line, start.character, end.line, end.character);
    const actions = (provider as CodeActions).provideCodeActions(document, range, context);
    return actions.map(({ title }) => title);
  });
}

interface CodeActions {
  provideCodeActions(
    document: vscode.TextDocument,
    range: Range,
    context: unknown,
  ): readonly { readonly title: string }[];
}
