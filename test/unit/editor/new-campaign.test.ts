import { fake, newWindow, type FakeDocument } from "./fake-vscode";
import assert from "node:assert/strict";
import type * as vscode from "vscode";
import { registerNewCampaign, openUnsavedCampaign } from "../../../src/editor/campaign/new";
import { parseCampaignPath } from "../../../src/editor/campaign/campaign-path";
import { savedCampaignFile } from "../../../src/editor/submission/saved-campaign";
import { log, openWorkspace, springWith } from "./workspace";

type Box = vscode.InputBoxOptions;

describe("A new campaign file", () => {
  beforeEach(() => {
    newWindow();
    registerNewCampaign({ log });
  });
  const opened = (): string[] => fake.documents.map(({ uri }) => uri.toString());

  it("has no path without a folder, so that VS Code asks for one on save", async () => {
    await fake.run("campaignJson.new");
    assert.deepEqual(opened(), ["untitled:Untitled-1"]);
    assert.equal(fake.documents[0]?.languageId, "campaign-json");
    assert.deepEqual(fake.asked, []);
  });

  it("has the path that the person chose in a folder", async () => {
    fake.addFolder("file:///work");
    fake.answers = ["billing/spring"];
    await fake.run("campaignJson.new");
    assert.deepEqual(opened(), ["untitled:/work/billing/spring.campaign.json"]);
    assert.deepEqual(fake.executed.at(-1)?.id, "editor.action.insertSnippet");
    assert.equal(fake.files.size, 0);
  });

  it("is not opened if the person cancels", async () => {
    fake.addFolder("file:///work");
    await fake.run("campaignJson.new");
    assert.deepEqual(opened(), []);
  });

  it("asks for the folder first if there are several", async () => {
    fake.addFolder("file:///eu/app");
    fake.addFolder("file:///us/app");
    fake.answers = [
      ({ items }: { readonly items: readonly unknown[] }) => items[1],
      ({ value }: Box) => value,
    ];
    await fake.run("campaignJson.new");
    assert.deepEqual(opened(), ["untitled:/us/app/new.campaign.json"]);
  });

  it("is proposed next to the open file, under a free name", async () => {
    fake.addFolder("file:///work");
    fake.write("file:///work/billing/new.campaign.json", "{}");
    const document = await fake.open("file:///work/billing/new.campaign.json");
    fake.activeEditor = { document };
    fake.answers = [({ value }: Box) => value];
    await fake.run("campaignJson.new");
    assert.equal(opened().at(-1), "untitled:/work/billing/new-2.campaign.json");
  });

  it("never replaces a file", async () => {
    fake.addFolder("file:///work");
    fake.write("file:///work/spring.campaign.json", "{}");
    await fake.open("untitled:/work/summer.campaign.json", "");
    let refusals: unknown[] = [];
    fake.answers = [
      async (box: Box) => {
        refusals = await Promise.all(
          ["spring", "summer", "../spring", "autumn.campaign.json"].map((text) =>
            Promise.resolve(box.validateInput!(text)),
          ),
        );
        return undefined;
      },
    ];
    await fake.run("campaignJson.new");
    assert.deepEqual(
      refusals.map((refusal) => typeof refusal),
      ["string", "string", "string", "undefined"],
    );
  });

  it("has no path if no folder is on the local file system", async () => {
    fake.schemes.set("memfs", true);
    fake.addFolder("memfs:/cloud");
    await fake.run("campaignJson.new");
    assert.deepEqual(opened(), ["untitled:Untitled-1"]);
  });
});

describe("The path of a new campaign file", () => {
  for (const [typed, path] of [
    ["spring", "spring.campaign.json"],
    [" spring.json ", "spring.campaign.json"],
    ["Spring.Campaign.JSON", "Spring.campaign.json"],
    ["billing\\march", "billing/march.campaign.json"],
    ["", undefined],
    [".campaign.json", undefined],
    ["billing/", undefined],
    ["/etc/spring", undefined],
    ["C:\\spring", undefined],
    ["../spring", undefined],
    ["a/../../spring", undefined],
    ["a//b", undefined],
    ["what?", undefined],
    ["spring\u200b", undefined],
    ["spring.", undefined],
    ["x".repeat(300), undefined],
  ] as const)
    it(`${JSON.stringify(typed.slice(0, 30))} is ${path ?? "rejected"}`, () => {
      const parsed = parseCampaignPath(typed);
      assert.equal(parsed.valid ? parsed.value : undefined, path);
    });
});

describe("A campaign that is not saved yet", () => {
  it("is checked by the rules when it is imported and edited", async () => {
    newWindow();
    const checking = await openWorkspace();
    await openUnsavedCampaign(springWith(['"+18165550100"', '"+181633xxxxx"']));
    const [document] = fake.documents as [FakeDocument];
    assert.deepEqual(fake.codesOf(document.uri), ["caller-id-placeholder"]);
    document.edit('"maxRingTime": 30', '"maxRingTime": 14');
    const codes = checking.problemsOf(document.real).map(({ code }) => code);
    assert.deepEqual(codes.sort(), ["caller-id-placeholder", "ring-time-short"]);
    checking.dispose();
  });

  it("is saved where the person chooses before it is submitted", async () => {
    newWindow();
    await openUnsavedCampaign(springWith());
    const [document] = fake.documents as [FakeDocument];
    fake.saveAs = (uri) => {
      assert.equal(uri.toString(), document.uri.toString());
      return fake.write("file:///chosen/spring.campaign.json", "");
    };
    const saved = await savedCampaignFile(document.uri);
    assert.equal(saved?.uri.toString(), "file:///chosen/spring.campaign.json");
  });

  it("is not submitted if the person cancels", async () => {
    newWindow();
    await openUnsavedCampaign(springWith());
    assert.equal(await savedCampaignFile(fake.documents[0]?.uri), undefined);
    assert.equal(fake.messages.length, 1);
  });
});

describe("A campaign that cannot be edited", () => {
  for (const [scheme, words] of [
    ["git", /past version of spring\.campaign\.json/],
    ["campaign-sent", /read-only view of spring\.campaign\.json/],
  ] as const)
    it(`is not submitted from ${scheme}:`, async () => {
      newWindow().schemes.set("git", false);
      const { uri } = await fake.open(`${scheme}:/work/spring.campaign.json?ref`, springWith());
      assert.equal(await savedCampaignFile(uri), undefined);
      assert.match(fake.messages[0]?.text ?? "", words);
    });
});
