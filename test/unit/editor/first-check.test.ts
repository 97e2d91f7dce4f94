import { fake, newWindow } from "./fake-vscode";
import assert from "node:assert/strict";
import { noConfig } from "../../../src/core/lint/configuration/config";
import { registerChecking } from "../../../src/editor/problems/register";
import { EventEmitter } from "./fake-vscode-values";
import { log, openWorkspace, springWith } from "./workspace";

const inverted = springWith(['"end": "6:00 PM"', '"end": "6:00 AM"']);

describe("The first check of a window", () => {
  const address = "file:///work/a.campaign.json";

  beforeEach(() => newWindow().addFolder("file:///work"));

  it("is ready when the problems of the open campaigns are shown", async () => {
    await fake.open(address, inverted);
    const checking = await openWorkspace();
    await checking.ready;
    assert.deepEqual(fake.codesOf(address), ["window-inverted"]);
    checking.dispose();
  });

  it("is ready at once without a campaign", async () => {
    const checking = await openWorkspace();
    await checking.ready;
    checking.dispose();
  });

  it("does not wait forever for a file system that does not answer", async () => {
    await fake.open(address, inverted);
    const checking = registerChecking(log, {
      prepare: () => new Promise(() => undefined),
      optionsFor: () => noConfig,
      faultFor: () => undefined,
      onDidChange: new EventEmitter<void>().event as never,
    });
    await checking.ready;
    assert.deepEqual(fake.codesOf(address), []);
    checking.dispose();
  });
});
