import { fake, settled } from "./fake-vscode";
import assert from "node:assert/strict";
import { URI } from "vscode-uri";
import { campaign, drawn, newHours, openHours, panel, showHours, type HoursScene } from "./hours-scene";

describe("The panel of calling hours after a reload", () => {
  let hours: HoursScene;
  beforeEach(() => (hours = newHours()));
  afterEach(() => hours.dispose());

  const restore = async (state: unknown) => {
    const kept = fake.addPanel("Hours: kept");
    await fake.serializers.get("campaignJson.callingHours")?.deserializeWebviewPanel(kept, state);
    await settled();
    return kept;
  };

  it("shows its campaign and the second time zone again", async () => {
    await openHours();
    await panel().receive({ kind: "zone", zone: "Europe/Berlin" });
    const { file: shown, zone } = drawn();
    panel().dispose();
    const kept = await restore({ file: shown, zone });
    await kept.receive({ kind: "ready" });
    assert.equal(kept.title, "Hours: a.campaign.json");
    assert.equal(drawn().zone, "Europe/Berlin");
    // The command shows this panel instead of another one.
    await fake.run(showHours, URI.parse(campaign));
    assert.equal(fake.panels.length, 2);
  });

  const gone = {
    "no state": undefined,
    "a state without a file": { zone: "" },
    "a file that was deleted": { file: "file:///work/gone.campaign.json", zone: "" },
    "a file that is not a campaign": { file: "file:///work/a.txt", zone: "" },
    "text that is not an address": { file: "a b", zone: "" },
    "an address that is too long": { file: `file:///${"a".repeat(10_000)}.campaign.json`, zone: "" },
    "an untitled campaign that was not kept": { file: "untitled:Untitled-1", zone: "" },
  };
  for (const [what, state] of Object.entries(gone))
    it(`is closed with ${what}`, async () => {
      fake.files.set("file:///work/a.txt", "");
      assert.equal((await restore(state)).disposed, true);
      assert.ok(!fake.documents.some(({ isUntitled }) => isUntitled));
    });
});
