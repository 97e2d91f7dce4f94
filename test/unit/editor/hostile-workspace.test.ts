import { fake, newWindow, settled } from "./fake-vscode";
import { values } from "./fake-vscode-values";
import assert from "node:assert/strict";
import type * as vscode from "vscode";
import { URI } from "vscode-uri";
import { toConnectionItem, toTreeItem } from "../../../src/editor/history/item";
import { byConnection } from "../../../src/editor/history/nodes";
import { toCampaignItem } from "../../../src/editor/lifecycle/campaign-item";
import { showMessage } from "../../../src/editor/ui/message";
import { maxCampaigns } from "../../../src/editor/workspace/campaign-text";
import { assertLabel, assertMarkdown, assertPlain, assertVisible, hostileTexts } from "../hostile-text";
import { accepted, attempt, begun, computer, START } from "../submission/attempts";
import { campaign, LifecycleScene, view } from "./lifecycle-scene";
import { log, openWorkspace, springWith } from "./workspace";

describe("A hostile name, in the editor,", () => {
  const { prototype } = values.MarkdownString;
  const append = Object.getOwnPropertyDescriptor(prototype, "appendText")!;
  before(() =>
    Object.defineProperty(prototype, "appendText", {
      ...append,
      // As VS Code does it; the fake appends the text as it is, which other tests read.
      value(this: InstanceType<typeof values.MarkdownString>, text: string) {
        this.appendMarkdown(text.replace(/[\\`*_{}[\]()#+\-!~>]/g, "\\$&"));
      },
    }),
  );
  after(() => Object.defineProperty(prototype, "appendText", append));

  const assertInertItem = ({
    label,
    description,
    tooltip,
    accessibilityInformation,
  }: vscode.TreeItem): void => {
    assert.ok(typeof label === "string" && typeof description === "string");
    for (const text of [label, description]) assertLabel(text);
    assertPlain(accessibilityInformation?.label ?? "");
    const { value, isTrusted, supportHtml } = tooltip as vscode.MarkdownString;
    assertMarkdown(value);
    assert.ok(isTrusted !== true && supportHtml !== true);
  };

  for (const [what, name] of Object.entries(hostileTexts)) {
    it(`with ${what} is plain text in a message`, () => {
      newWindow();
      showMessage({ level: "warning", id: "test" }, `“${name}” was not created.`);
      const { text } = fake.messages[0]!;
      assertPlain(text);
      assert.match(text, /^“.+” was not created\.$/);
    });

    it(`with ${what} is plain text in the items of submissions`, async () => {
      const ledger = computer().window();
      const noted = attempt({ campaign: name, connectionName: name, file: `${name}.campaign.json` });
      await ledger.finish(begun(await ledger.begin(noted)), { ...accepted, message: name, state: name });
      const { entries } = await ledger.history();
      assertInertItem(toTreeItem(entries[0]!, START));
      const { label } = toConnectionItem(byConnection(entries)[0]!);
      assertLabel(typeof label === "string" ? label : assert.fail("no label"));
    });

    it(`with ${what} is plain text in the items of the account's campaigns`, async () => {
      const scene = await LifecycleScene.open();
      scene.campaigns = [campaign({ name, state: name, mode: name, queue: name, contactLists: [name] })];
      await fake.run("campaignJson.refreshCampaigns");
      assertInertItem(toCampaignItem(view().rows[0]!, Date.now()));
    });

    it(`with ${what} is visible in problems that quote it`, async () => {
      newWindow().addFolder("file:///work");
      const quoted = JSON.stringify(name).slice(1, -1);
      const text = springWith(["Spring reminder", quoted], ["Bills owed in July", quoted]);
      const other = URI.from({ scheme: "file", path: `/work/${name.replace(/[/\\]/g, "_")}.campaign.json` });
      fake.write(other.toString(), text);
      fake.write("file:///work/a.campaign.json", text);
      const workspace = await openWorkspace();
      await fake.open("file:///work/a.campaign.json");
      await settled();
      const problems = fake.problemsOf("file:///work/a.campaign.json");
      assert.ok(problems.length > 0);
      for (const { message } of problems) assertVisible(message);
      workspace.dispose();
    });
  }
});

describe("A workspace with 100,000 campaigns", () => {
  it("fills the memory of the window with some of them only", async () => {
    newWindow().addFolder("file:///work");
    for (let index = 0; index < 100_000; index++) fake.files.set(`file:///work/${index}.campaign.json`, "{}");
    const warned: string[] = [];
    const noting = {
      ...log,
      warn: (text: string) => warned.push(text),
    } as unknown as vscode.LogOutputChannel;
    const workspace = await openWorkspace(noting);
    await workspace.campaigns.refresh();
    const { real } = await fake.open("file:///work/none.json", "{}");
    const known = (): number => workspace.campaigns.namesBeside(real.uri).length;
    assert.equal(known(), maxCampaigns);
    assert.match(warned[0] ?? "", /^Only 20000 campaigns in the workspace are compared with each other\.$/);
    // Files that are written later do not add to them.
    for (let index = 0; index < 20; index++) fake.write(`file:///work/later-${index}.campaign.json`, "{}");
    await workspace.campaigns.refresh();
    assert.equal(known(), maxCampaigns);
    workspace.dispose();
  }).timeout(120_000);
});
