import assert from "node:assert/strict";
import { parseDocument } from "../../../src/core/campaign/document";
import { checkCampaign } from "../../../src/core/lint/check";
import { switchedOff } from "../../../src/core/lint/configuration/switched-off";
import { fixAll } from "../../../src/core/lint/fix";
import { campaign, Folder } from "../cli/lint-command";
import { parsedDuring } from "./parses";
import { everything, sample } from "./sound";

const spaced = JSON.stringify(campaign({ name: " Spring" }), null, 2);
const trimmed = spaced.replace(" Spring", "Spring");

describe("A text is parsed once", () => {
  it("for the schema, the rules and the errors that a team turns off", async () => {
    const texts = await parsedDuring(() => {
      const checked = checkCampaign(sample, everything);
      switchedOff(checked, { ...everything, severities: { "window-inverted": "off" } });
    });
    assert.deepEqual(texts, [sample]);
  });

  it("for a check of a document, which has been parsed", async () => {
    const document = parseDocument(sample);
    assert.deepEqual(await parsedDuring(() => checkCampaign(document, everything)), []);
  });

  it("for each pass of the fixes that changes it", async () => {
    assert.deepEqual(await parsedDuring(() => fixAll(sample)), [sample]);
    assert.deepEqual(await parsedDuring(() => fixAll(spaced)), [spaced, trimmed]);
    const document = parseDocument(spaced);
    assert.deepEqual(await parsedDuring(() => fixAll(document).document), [trimmed]);
  });
});

describe("lint parses a text once", () => {
  let folder: Folder;
  beforeEach(() => (folder = new Folder()));
  afterEach(() => folder.remove());

  it("for its report", async () => {
    folder.put({ "a.campaign.json": spaced, "b.campaign.json": trimmed });
    assert.deepEqual(await parsedDuring(() => folder.lint([])), [spaced, trimmed]);
  });

  it("for its fixes and its report", async () => {
    folder.put({ "a.campaign.json": spaced, "b.campaign.json": trimmed });
    assert.deepEqual(await parsedDuring(() => folder.lint(["--fix"])), [spaced, trimmed, trimmed]);
  });

  it("also if the run is too large to keep a parsed text, and twice if it is not plain JSON", async () => {
    const large = `${trimmed}${" ".repeat(1_000_000)}`;
    for (const [text, count] of [
      [large, 9],
      [`// ours\n${large}`, 18],
    ] as const) {
      const names = Array.from({ length: 9 }, (_, index) => `${index}.campaign.json`);
      folder.put(Object.fromEntries(names.map((name) => [name, text])));
      assert.equal((await parsedDuring(() => folder.lint([]))).length, count);
    }
  });
});
