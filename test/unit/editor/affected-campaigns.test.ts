import { fake, newWindow } from "./fake-vscode";
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { registerLintWorkspace } from "../../../src/editor/workspace/lint-workspace";
import { log, openWorkspace, springWith } from "./workspace";

/** A campaign with this name and contact list. Two campaigns at a time share a list. */
function campaign(name: string, list: string, ...changes: readonly [string, string][]): string {
  return springWith(["Spring reminder", name], ["Bills owed in July", list], ...changes);
}

describe("A save among many campaigns that are checked", () => {
  const count = 200;
  const address = (index: number) => `file:///work/${index}.campaign.json`;
  const listOf = (index: number) => `List ${index >> 1}`;
  let stop: () => void;
  let reads: string[];

  /** The campaigns that were read since the last call, each once, when nothing has been read for a while. */
  async function read(): Promise<string[]> {
    let before = -1;
    while (before !== reads.length) {
      before = reads.length;
      await sleep(150);
    }
    return [...new Set(reads.splice(0))].sort();
  }

  beforeEach(async () => {
    newWindow().addFolder("file:///work");
    for (let index = 0; index < count; index++)
      fake.files.set(address(index), campaign(`Campaign ${index}`, listOf(index)));
    const workspace = await openWorkspace();
    await fake.open(address(100));
    await fake.open(address(102));
    const command = registerLintWorkspace({ checking: workspace, campaigns: workspace.campaigns, log });
    await fake.run("campaignJson.lintWorkspace");
    stop = () => {
      command.dispose();
      workspace.dispose();
    };
    reads = [];
    const get = fake.files.get.bind(fake.files);
    fake.files.get = (key) => {
      if (key.endsWith(".campaign.json")) reads.push(key);
      return get(key);
    };
    await read();
  });
  afterEach(() => stop());

  it("reads that file alone if its name, lists and hours stay the same", async () => {
    let shown = 0;
    fake.on.diagnosed.event(() => shown++);
    fake.write(address(6), campaign("Campaign 6", listOf(6), ['"maxRingTime": 30', '"maxRingTime": 14']));
    assert.deepEqual(await read(), [address(6)]);
    assert.deepEqual(fake.codesOf(address(6)), ["contact-list-shared", "ring-time-short"]);
    assert.equal(shown, 1);
  });

  it("reads the files too that have its old or its new list or name", async () => {
    fake.write(address(6), campaign("Campaign 21", listOf(40)));
    assert.deepEqual(await read(), [6, 7, 21, 40, 41].map(address).sort());
    assert.deepEqual(fake.codesOf(address(21)), ["name-shared", "contact-list-shared"]);
    fake.remove(address(6));
    assert.deepEqual(
      (await read()).filter((file) => file !== address(6)),
      [21, 40, 41].map(address).sort(),
    );
    assert.deepEqual(fake.codesOf(address(21)), ["contact-list-shared"]);
  });

  it("checks only the open campaigns that it affects", async () => {
    const checked: string[] = [];
    fake.on.diagnosed.event(({ uris }) => checked.push(...uris.map(String)));
    fake.write(address(6), campaign("Campaign 100", listOf(6)));
    await read();
    assert.deepEqual([...new Set(checked)].sort(), [6, 7, 100].map(address).sort());
    assert.deepEqual(fake.codesOf(address(100)), ["name-shared", "contact-list-shared"]);
  });
});
