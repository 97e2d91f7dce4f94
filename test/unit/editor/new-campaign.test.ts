import { fake, newWindow, settled, type FakeDocument } from "./fake-vscode";
import assert from "node:assert/strict";
import { registerNewCampaign } from "../../../src/editor/campaign/new";
import { openUnsavedCampaign } from "../../../src/editor/ui/unsaved-campaign";
import { parseCampaignPath } from "../../../src/editor/campaign/campaign-path";
import { savedCampaignFile } from "../../../src/editor/submission/saved-campaign";
import { log, openWorkspace, springWith } from "./workspace";

/** A box or a list that waits for an answer. */
interface Input {
  readonly value: string;
  readonly items: readonly { readonly label: string }[];
  readonly validationMessage: unknown;
  type(text: string): void;
  hide(): void;
}

describe("A new campaign file", () => {
  beforeEach(() => {
    newWindow();
    registerNewCampaign({ log, loadCreating: () => import("../../../src/creating") });
  });
  const opened = (): string[] => fake.documents.map(({ uri }) => uri.toString());
  const shownIn = ({ items }: Input): readonly string[] => items.map(({ label }) => label);

  it("contains the mode, the name and the time zone that the person chose", async () => {
    fake.answers = ["Progressive", " March bills ", { typed: "mumbai" }];
    await fake.run("campaignJson.new");
    assert.deepEqual(opened(), ["untitled:Untitled-1"]);
    assert.equal(fake.documents[0]?.languageId, "campaign-json");
    const [text = ""] = fake.inserted;
    for (const part of [
      '"name": "March bills",',
      '"timezone": "Asia/Kolkata",',
      '"dialingMode": "Progressive"',
    ])
      assert.ok(text.includes(part), text);
    assert.match(text, /"description": "\$\{2:/);
  });

  it("offers one item for each mode, Preview first", async () => {
    let modes: readonly string[] = [];
    fake.answers = [
      (list: Input) => {
        modes = shownIn(list);
        return undefined;
      },
    ];
    await fake.run("campaignJson.new");
    assert.deepEqual(modes, ["Preview", "Progressive", "Agentless"]);
    assert.deepEqual(opened(), []);
  });

  it("starts with the time zone and the caller ID of the settings", async () => {
    fake.settings.set("campaignJson.new.timezone", "Asia/Calcutta");
    fake.settings.set("campaignJson.new.callerId", "+18165550100");
    fake.answers = [0, "March bills", 0];
    await fake.run("campaignJson.new");
    const [text = ""] = fake.inserted;
    assert.match(text, /"timezone": "Asia\/Kolkata"/);
    assert.match(text, /"phoneNumber": "\+18165550100"/);
  });

  it("takes a time zone of the settings that names no place", async () => {
    fake.settings.set("campaignJson.new.timezone", "UTC");
    fake.answers = [0, "March bills", 0];
    await fake.run("campaignJson.new");
    assert.match(fake.inserted.join(), /"timezone": "(?:Etc\/)?UTC"/);
  });

  it("has a caller ID to fill in if the setting is not a phone number", async () => {
    fake.settings.set("campaignJson.new.callerId", '+1", "x": "');
    fake.answers = [0, "March bills", 0];
    await fake.run("campaignJson.new");
    assert.match(fake.inserted.join(), /"phoneNumber": "\$\{6:/);
  });

  it("has the path that the person chose in a folder", async () => {
    fake.addFolder("file:///work");
    fake.answers = [0, "March bills", 0, "billing/spring"];
    await fake.run("campaignJson.new");
    assert.deepEqual(opened(), ["untitled:/work/billing/spring.campaign.json"]);
    assert.equal(fake.files.size, 0);
  });

  it("keeps the entered values when the person goes back", async () => {
    fake.addFolder("file:///work");
    const seen: string[] = [];
    const value = (box: Input): string => {
      seen.push(box.value);
      return box.value;
    };
    fake.answers = [0, "March bills", "back", value, 0, value];
    await fake.run("campaignJson.new");
    assert.deepEqual(seen, ["March bills", "march-bills.campaign.json"]);
  });

  it("asks for the folder first if there are several", async () => {
    fake.addFolder("file:///eu/app");
    fake.addFolder("file:///us/app");
    fake.answers = [0, "March bills", 0, 1, ({ value }: Input) => value];
    await fake.run("campaignJson.new");
    assert.deepEqual(opened(), ["untitled:/us/app/march-bills.campaign.json"]);
  });

  it("is proposed next to the open file, under a free name", async () => {
    fake.addFolder("file:///work");
    fake.write("file:///work/billing/march.campaign.json", "{}");
    const document = await fake.open("file:///work/billing/march.campaign.json");
    fake.activeEditor = { document };
    fake.answers = [0, "March", 0, ({ value }: Input) => value];
    await fake.run("campaignJson.new");
    assert.equal(opened().at(-1), "untitled:/work/billing/march-2.campaign.json");
  });

  it("never replaces a file", async () => {
    fake.addFolder("file:///work");
    fake.write("file:///work/spring.campaign.json", "{}");
    await fake.open("untitled:/work/summer.campaign.json", "");
    const refusals: unknown[] = [];
    fake.answers = [
      ...[0, "March bills", 0],
      async (box: Input) => {
        for (const text of ["spring", "summer", "../spring", "autumn.campaign.json"]) {
          box.type(text);
          await settled();
          refusals.push(box.validationMessage);
        }
        return undefined;
      },
    ];
    await fake.run("campaignJson.new");
    assert.deepEqual(
      refusals.map((refusal) => typeof refusal),
      ["string", "string", "string", "undefined"],
    );
  });

  it("is not opened while its path is in use", async () => {
    fake.addFolder("file:///work");
    fake.write("file:///work/spring.campaign.json", "{}");
    let path: Input | undefined;
    fake.answers = [
      ...[0, "March bills", 0],
      (box: Input) => {
        path = box;
        return "spring";
      },
    ];
    const running = fake.run("campaignJson.new");
    while (typeof path?.validationMessage !== "string") await settled();
    assert.match(path.validationMessage, /already exists/);
    path.hide();
    await running;
    assert.deepEqual(opened(), []);
  });

  it("has no path if no folder is on the local file system", async () => {
    fake.schemes.set("memfs", true);
    fake.addFolder("memfs:/cloud");
    fake.answers = [0, "March bills", 0];
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
