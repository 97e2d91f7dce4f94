import { fake, newWindow, settled, type FakeDocument } from "./fake-vscode";
import assert from "node:assert/strict";
import { reasonPlaceholder } from "../../../src/core/lint/exemptions/comments";
import type { Checking } from "../../../src/editor/problems/register";
import { CodeActionKind, Range, type CodeAction, type Position } from "./fake-vscode-values";
import { openWorkspace, springWith } from "./workspace";

const short = springWith(['"maxRingTime": 30', '"maxRingTime": 14']);

describe("The actions of a problem", () => {
  let checking: Checking;
  const start = async (text = short) => {
    checking = await openWorkspace();
    return fake.open("file:///work/a.campaign.json", text);
  };
  beforeEach(() => newWindow().addFolder("file:///work"));
  afterEach(() => checking.dispose());

  /** The quick fixes for a text, from the provider of campaigns. */
  const actionsAt = (document: FakeDocument, text: string): readonly CodeAction[] => {
    const offset = document.getText().indexOf(text);
    const place = document.positionAt(offset) as Position;
    const found = fake.providers.find(
      ({ selector }) => (selector as { language?: string }).language === "campaign-json",
    )?.provider as {
      provideCodeActions(document: FakeDocument, range: Range, context: object): readonly CodeAction[];
    };
    return found.provideCodeActions(document, new Range(place, place), {
      ...{ only: CodeActionKind.QuickFix, diagnostics: fake.problemsOf(document.uri) },
    });
  };
  const runAction = async (document: FakeDocument, text: string, title: string) => {
    const action = actionsAt(document, text).find((one) => one.title.startsWith(title));
    assert.ok(action?.command, title);
    await fake.run(action.command.command, ...(action.command.arguments ?? []));
  };
  const cursorAt = (document: FakeDocument, text: string) => {
    const place = document.positionAt(document.getText().indexOf(text)) as Position;
    fake.activeEditor = { document, selection: new Range(place, place) };
  };
  const selected = () => {
    const { document, selection } = fake.activeEditor ?? {};
    assert.ok(document && selection);
    return document.getText().slice(document.offsetAt(selection.start), document.offsetAt(selection.end));
  };
  const pick = (label: string) =>
    fake.answers.push(({ items }: { items: readonly { label: string }[] }) =>
      items.find((item) => item.label === label),
    );

  it("come after the fixes, belong to the problem and are not preferred", async () => {
    const document = await start(springWith(['"name": "S', '"name": " S']));
    const actions = actionsAt(document, '" Spring');
    assert.deepEqual(
      actions.map(({ title, isPreferred }) => [title, isPreferred === true]),
      [
        ["Trim the name", true],
        ["Explain: untrimmed-name", false],
        ["Ignore on this line: untrimmed-name", false],
        ["Change severity in .campaignlint.json: untrimmed-name", false],
      ],
    );
    for (const { diagnostics } of actions) assert.equal(diagnostics?.[0]?.code?.value, "untrimmed-name");
  });

  it("only explain a problem that cannot be exempted", async () => {
    const document = await start(springWith(['"priority": "5"', '"priority": "11"']));
    const titles = actionsAt(document, '"11"').map(({ title }) => title);
    assert.deepEqual(
      titles.filter((title) => /^(Explain|Ignore|Change severity)/.test(title)),
      ["Explain: schema/enum"],
    );
  });

  it("open the page of the problem", async () => {
    const document = await start();
    await runAction(document, "14", "Explain");
    const opened = fake.executed.find(({ id }) => id === "vscode.open");
    assert.equal(String(opened?.given[0]), "campaign-docs:/rules/ring-time-short.md");
  });

  it("ignore it with a comment above the line, and select the reason", async () => {
    const document = await start();
    await runAction(document, "14", "Ignore on this line");
    assert.equal(selected(), reasonPlaceholder);
    assert.ok(
      document
        .getText()
        .includes(
          `\n    // campaignlint-disable-next-line ring-time-short -- ${reasonPlaceholder}\n    "maxRingTime": 14`,
        ),
    );
    document.edit(reasonPlaceholder, "our own phones");
    await document.save();
    assert.deepEqual(fake.codesOf(document.uri), []);
  });

  it("report a file that cannot be changed", async () => {
    const document = await start();
    fake.acceptsEdits = false;
    await runAction(document, "14", "Ignore on this line");
    assert.match(fake.messages[0]?.text ?? "", /could not be changed/);
  });

  it("apply to the problem at the cursor, or on its line, from the palette", async () => {
    const document = await start();
    cursorAt(document, '"maxRingTime"');
    await fake.run("campaignJson.ignoreOnLine");
    assert.ok(document.getText().includes("campaignlint-disable-next-line ring-time-short"));
    cursorAt(document, '"name"');
    await fake.run("campaignJson.explainProblem");
    assert.match(fake.messages[0]?.text ?? "", /^No problem at the cursor/);
  });

  it("ask which of several problems is meant", async () => {
    const document = await start(springWith(['"name": "S', '"name": " {{S}} ']));
    cursorAt(document, '" {{S');
    pick("placeholder");
    await fake.run("campaignJson.explainProblem");
    const opened = fake.executed.find(({ id }) => id === "vscode.open");
    assert.equal(String(opened?.given[0]), "campaign-docs:/rules/placeholder.md");
    fake.answers.push(undefined);
    await fake.run("campaignJson.ignoreOnLine");
    assert.ok(!document.getText().includes("campaignlint-disable"));
  });

  describe("that changes its severity", () => {
    const config = "file:///work/.campaignlint.json";

    it("creates a configuration at the root of the workspace folder", async () => {
      const document = await start();
      pick("off");
      await runAction(document, "14", "Change severity");
      assert.equal(fake.files.get(config), '{\n  "rules": {\n    "ring-time-short": "off"\n  }\n}\n');
      assert.deepEqual(fake.codesOf(document.uri), []);
      assert.match(fake.messages[0]?.text ?? "", /^ring-time-short is now "off" in \.campaignlint\.json/);
    });

    it("creates it beside a file outside the workspace", async () => {
      await start();
      const document = await fake.open("file:///other/a.campaign.json", short);
      pick("error");
      await runAction(document, "14", "Change severity");
      assert.ok(fake.files.has("file:///other/.campaignlint.json"));
    });

    it("changes the nearest one, keeps its comments and saves it", async () => {
      fake.write(config, '{ "rules": {} }');
      const near = "file:///work/team/.campaignlint.json";
      fake.write(near, '{\n  // ours\n  "rules": { "no-skips": "off" } // keep\n}\n');
      await start();
      const document = await fake.open("file:///work/team/a.campaign.json", short);
      pick("hint");
      await runAction(document, "14", "Change severity");
      assert.equal(
        fake.files.get(near),
        '{\n  // ours\n  "rules": { "no-skips": "off", "ring-time-short": "hint" } // keep\n}\n',
      );
      assert.equal(fake.files.get(config), '{ "rules": {} }');
    });

    it("adds to the unsaved changes of an open one, and leaves saving to the person", async () => {
      fake.write(config, '{ "rules": {} }');
      const document = await start();
      const open = await fake.open(config);
      open.edit("{}", '{ "no-skips": "off" }');
      pick("off");
      await runAction(document, "14", "Change severity");
      assert.equal(open.getText(), '{ "rules": { "no-skips": "off", "ring-time-short": "off" } }');
      assert.equal(fake.files.get(config), '{ "rules": {} }');
      assert.equal(fake.activeEditor?.document, open);
      assert.match(fake.messages[0]?.text ?? "", /Save it to apply/);
    });

    it("uses one that is open and was never saved", async () => {
      const document = await start();
      const open = await fake.open("untitled:/work/.campaignlint.json", '{ "rules": {} }');
      pick("off");
      await runAction(document, "14", "Change severity");
      assert.equal(open.getText(), '{ "rules": { "ring-time-short": "off" } }');
      assert.ok(!fake.files.has(config));
    });

    it("leaves one alone that is not valid, or that cannot be changed", async () => {
      fake.write(config, '{ "rules": [');
      const document = await start();
      pick("off");
      await runAction(document, "14", "Change severity");
      assert.equal(fake.files.get(config), '{ "rules": [');
      assert.match(fake.messages[0]?.text ?? "", /was not changed, because it is not a valid configuration/);
      fake.write(config, "{}");
      await settled();
      (await fake.open(config, "{}")).isDirty = false;
      fake.acceptsEdits = false;
      pick("off");
      fake.documents = fake.documents.filter(({ uri, isDirty }) => String(uri) !== config || isDirty);
      await runAction(document, "14", "Change severity");
      assert.match(fake.messages.at(-1)?.text ?? "", /could not be changed/);
    });

    it("does nothing when no severity is selected, or the campaign has no place yet", async () => {
      const document = await start();
      fake.answers.push(undefined);
      await runAction(document, "14", "Change severity");
      assert.ok(!fake.files.has(config));
      const untitled = await fake.open("untitled:Untitled-1", short, "campaign-json");
      await runAction(untitled, "14", "Change severity");
      assert.match(fake.messages[0]?.text ?? "", /Save the campaign/);
    });
  });
});

describe("Create Campaign Lint Configuration", () => {
  let checking: Checking;
  beforeEach(async () => {
    newWindow();
    checking = await openWorkspace();
  });
  afterEach(() => checking.dispose());
  const create = () => fake.run("campaignJson.createLintConfig");

  it("creates and opens one in the workspace folder, and never overwrites it", async () => {
    fake.addFolder("file:///work");
    await create();
    const config = "file:///work/.campaignlint.json";
    assert.equal(String(fake.activeEditor?.document.uri), config);
    fake.write(config, '{ "rules": { "no-skips": "off" } }');
    fake.activeEditor = undefined;
    await create();
    assert.equal(fake.files.get(config), '{ "rules": { "no-skips": "off" } }');
    assert.match(fake.messages[0]?.text ?? "", /already exists, so it was not changed/);
    assert.deepEqual(fake.messages[0]?.buttons, ["Open File"]);
  });

  it("uses the folder of the active campaign, otherwise the selected folder", async () => {
    fake.addFolder("file:///one");
    const two = fake.addFolder("file:///two");
    fake.answers.push({ uri: two });
    await create();
    assert.ok(fake.files.has("file:///two/.campaignlint.json"));
    fake.activeEditor = { document: await fake.open("file:///one/a/b.campaign.json", short) };
    await create();
    assert.ok(fake.files.has("file:///one/.campaignlint.json"));
    fake.activeEditor = undefined;
    fake.answers.push(undefined);
    await create();
  });

  it("asks for a folder if none is open", async () => {
    await create();
    assert.match(fake.messages[0]?.text ?? "", /needs a folder/);
  });
});

describe("A configuration", () => {
  it("is checked as soon as it opens, and again as it changes", async () => {
    newWindow().addFolder("file:///work");
    const before = await fake.open("file:///work/.campaignlint.json", '{ "rules": { "no-skps": "off" } }');
    const checking = await openWorkspace();
    assert.deepEqual(fake.codesOf(before.uri), ["config/unknown-rule"]);
    const later = await fake.open("file:///work/a/.campaignlint.json", '{ "rules": { "no-skips": "warn" } }');
    assert.deepEqual(fake.codesOf(later.uri), ["config/severity"]);
    later.edit("warn", "off");
    assert.deepEqual(fake.codesOf(later.uri), []);
    checking.dispose();
  });
});
