import { fake, newWindow, settled } from "./fake-vscode";
import assert from "node:assert/strict";
import { openWorkspace, springWith } from "./workspace";

describe("Two workspace folders with the same name", () => {
  it("keep their campaigns separate, and link them to each other", async () => {
    const window = newWindow();
    window.addFolder("file:///eu/app");
    window.addFolder("file:///us/app");
    window.write("file:///eu/app/spring.campaign.json", springWith());
    window.write(
      "file:///us/app/spring.campaign.json",
      springWith(['"Bills owed in July"', '"Other contacts"']),
    );
    const workspace = await openWorkspace();
    for (const [own, other] of [
      ["file:///eu/app/spring.campaign.json", "file:///us/app/spring.campaign.json"],
      ["file:///us/app/spring.campaign.json", "file:///eu/app/spring.campaign.json"],
    ] as const) {
      const { uri } = await fake.open(own);
      assert.deepEqual(fake.codesOf(uri), ["name-shared"]);
      const [problem] = fake.problemsOf(uri);
      assert.deepEqual(
        problem?.relatedInformation?.map(({ location }) => location.uri.toString()),
        [other],
      );
    }
    fake.remove("file:///us/app/spring.campaign.json");
    await workspace.campaigns.refresh();
    await settled();
    assert.deepEqual(fake.codesOf("file:///eu/app/spring.campaign.json"), []);
    workspace.dispose();
  });

  it("do not compare an unsaved document with the file at its path", async () => {
    newWindow().addFolder("file:///app");
    fake.write("file:///app/spring.campaign.json", springWith());
    const workspace = await openWorkspace();
    const { uri } = await fake.open("untitled:/app/spring.campaign.json", springWith());
    assert.deepEqual(fake.codesOf(uri), []);
    workspace.dispose();
  });
});
