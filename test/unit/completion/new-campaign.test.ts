import assert from "node:assert/strict";
import snippets from "../../../snippets/campaign.json";
import {
  campaignTemplates,
  fileNameFor,
  newCampaignSnippet,
} from "../../../src/core/completion/new-campaign";

describe("The text of a new campaign", () => {
  const templates = campaignTemplates(snippets);
  const chosen = { name: "March bills", timezone: "Asia/Kolkata", callerId: "+18165550100" };

  it("exists for each mode", () => {
    assert.deepEqual(
      [...templates.keys()],
      ["Preview campaign", "Progressive campaign", "Agentless campaign"],
    );
  });

  for (const [mode, template] of templates)
    it(`contains the chosen values instead of their tab stops: ${mode}`, () => {
      const text = newCampaignSnippet(template, chosen);
      for (const part of [
        '"name": "March bills"',
        '"phoneNumber": "+18165550100"',
        '"timezone": "Asia/Kolkata"',
      ])
        assert.equal(text.split(part).length, 2, text);
      const [stops, before] = [text, template.body.join("\n")].map((each) => each.match(/\$\{\d+/g) ?? []);
      assert.deepEqual(
        stops,
        before?.filter((stop) => !["${1", "${6", "${7"].includes(stop)),
      );
    });

  it("keeps the tab stop of a caller ID that was not chosen", () => {
    const template = templates.get("Preview campaign") ?? assert.fail();
    assert.match(newCampaignSnippet(template, { ...chosen, callerId: undefined }), /"\$\{6:\+12025550123\}"/);
  });

  it("contains the name literally, even with special characters of JSON or snippets", () => {
    const template = templates.get("Preview campaign") ?? assert.fail();
    const text = newCampaignSnippet(template, { ...chosen, name: 'a "b" \\ $1 ${2:x} }' });
    const read = text.split("\n")[1]?.replaceAll(/\\([\\$}])/g, "$1");
    assert.equal(read, `\t"name": ${JSON.stringify('a "b" \\ $1 ${2:x} }')},`);
  });
});

describe("The file name of a campaign", () => {
  for (const [name, file] of [
    ["Spring billing reminder", "spring-billing-reminder"],
    ["  Überfällige Rechnungen (März)! ", "überfällige-rechnungen-märz"],
    ["../../etc/passwd", "etc-passwd"],
    ["💸", "new"],
    ["x".repeat(500), "new"],
    ["word ".repeat(60), Array(12).fill("word").join("-")],
  ] as const)
    it(`${name.slice(0, 30)} → ${file.slice(0, 30)}`, () => assert.equal(fileNameFor(name), file));
});
