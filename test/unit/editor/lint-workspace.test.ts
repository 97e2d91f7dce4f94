import { fake, newWindow } from "./fake-vscode";
import assert from "node:assert/strict";
import type { URI } from "vscode-uri";
import { registerLintWorkspace, summaryOf } from "../../../src/editor/workspace/lint-workspace";
import { log, openWorkspace, springWith } from "./workspace";

describe("The summary of linting all campaigns", () => {
  const all = { done: 300, all: 300, errors: 0, warnings: 0, files: 0, limited: false };
  for (const [found, words] of [
    [all, "Checked 300 campaigns: no errors or warnings."],
    [{ ...all, errors: 2, files: 2 }, "Checked 300 campaigns: 2 errors in 2 of them."],
    [
      { ...all, errors: 1, warnings: 3, files: 2 },
      "Checked 300 campaigns: 1 error and 3 warnings in 2 of them.",
    ],
    [{ ...all, done: 1, all: 1, warnings: 1, files: 1 }, "Checked 1 campaign: 1 warning."],
    [{ ...all, done: 20, errors: 1, files: 1 }, "Stopped after 20 of 300 campaigns: 1 error in 1 of them."],
    [
      { ...all, done: 20_000, all: 20_000, errors: 1, files: 1, limited: true },
      "Checked 20000 campaigns: 1 error in 1 of them. A window checks no more than that. Run campaign-json lint to check all campaigns.",
    ],
  ] as const)
    it(words, () => assert.equal(summaryOf(found), words));

  it("counts files that are open and files that are not", async () => {
    newWindow().addFolder("file:///work");
    const inverted = springWith(['"end": "6:00 PM"', '"end": "6:00 AM"'], ['"Spring reminder"', '"Other"']);
    fake.write("file:///work/closed.campaign.json", inverted);
    fake.write(
      "file:///work/open.campaign.json",
      springWith(['"+18165550100"', '"+181633xxxxx"'], ["Bills", "Fees"]),
    );
    fake.write("file:///work/good.campaign.json", springWith(["Spring", "Summer"], ["Bills", "Dues"]));
    const workspace = await openWorkspace();
    await fake.open("file:///work/open.campaign.json");
    const command = registerLintWorkspace({ checking: workspace, campaigns: workspace.campaigns, log });
    await fake.run("campaignJson.lintWorkspace");
    assert.deepEqual(
      fake.messages.map(({ text }) => text),
      ["Checked 3 campaigns: 1 error and 1 warning in 2 of them."],
    );
    command.dispose();
    workspace.dispose();
  });

  it("stops when it is canceled, and says after how many campaigns", async () => {
    newWindow().addFolder("file:///work");
    for (let index = 0; index < 300; index++)
      fake.files.set(`file:///work/${index}.campaign.json`, springWith(["Spring", `Spring ${index}`]));
    const workspace = await openWorkspace();
    let checks = 0;
    const optionsFor: typeof workspace.optionsFor = (uri, campaign) => {
      if (++checks === 100) fake.cancelProgress();
      return workspace.optionsFor(uri, campaign);
    };
    const checking = { ...workspace, optionsFor };
    const command = registerLintWorkspace({ checking, campaigns: workspace.campaigns, log });
    await fake.run("campaignJson.lintWorkspace");
    const [message, ...more] = fake.messages.map(({ text }) => text);
    const done = Number(/^Stopped after (\d+) of 300 campaigns: /.exec(message ?? "")?.[1]);
    assert.ok(done >= 100 && done < 150, message);
    assert.deepEqual(more, []);
    command.dispose();
    workspace.dispose();
  });

  it("sends the window a message about a deleted file only if the file has a problem", async () => {
    const window = newWindow();
    window.addFolder("file:///work");
    const deleted: string[] = [];
    const add = window.addCollection.bind(window);
    window.addCollection = (name) => {
      const collection = add(name) as { delete(uri: URI): boolean };
      const remove = collection.delete.bind(collection);
      return Object.assign(collection, {
        delete: (uri: URI) => {
          if (name === "campaign-workspace") deleted.push(uri.path);
          return remove(uri);
        },
      });
    };
    fake.write("file:///work/good.campaign.json", springWith());
    fake.write(
      "file:///work/bad.campaign.json",
      springWith(["Spring", "Other"], ["Bills", "Fees"], ["30", "14"]),
    );
    const workspace = await openWorkspace();
    const command = registerLintWorkspace({ checking: workspace, campaigns: workspace.campaigns, log });
    await fake.run("campaignJson.lintWorkspace");
    for (const name of ["good", "bad"]) fake.remove(`file:///work/${name}.campaign.json`);
    assert.deepEqual(deleted, ["/work/bad.campaign.json"]);
    command.dispose();
    workspace.dispose();
  });
});
