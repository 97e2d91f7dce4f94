import { fake, settled } from "./fake-vscode";
import assert from "node:assert/strict";
import type * as vscode from "vscode";
import { URI } from "vscode-uri";
import type { DrawMessage } from "../../../src/editor/hours/messages";
import { times } from "../../run/endurance";
import { activeResources, assertFlat, assertNoMoreResources } from "../heap";
import {
  drawn,
  moveEdge as move,
  newHours,
  openHours as open,
  panel,
  showHours,
  type HoursScene,
} from "./hours-scene";
import { springWith } from "./workspace";

describe("The panel of calling hours", () => {
  let hours: HoursScene;
  beforeEach(() => (hours = newHours()));
  // Otherwise the timer of the panel keeps the process alive.
  afterEach(() => hours.dispose());

  /** Waits for a picture, because one is drawn a moment after the last edit. */
  const until = async (isRight: (message: DrawMessage) => boolean): Promise<DrawMessage> => {
    while (!isRight(drawn())) await new Promise((resolve) => setTimeout(resolve, 5));
    return drawn();
  };

  it("is loaded once, with the first use of the command, and shows one panel", async () => {
    assert.equal(hours.loads(), 0);
    const document = await open();
    await fake.run(showHours, document.uri);
    assert.deepEqual([hours.loads(), fake.panels.length], [1, 1]);
  });

  it("is created again after it was closed", async () => {
    const document = await open();
    panel().dispose();
    await fake.run(showHours, document.uri);
    assert.deepEqual([hours.loads(), fake.panels.length], [1, 2]);
  });

  it("asks for a campaign when none is open", async () => {
    fake.files.set("file:///work/a.txt", "");
    await fake.run(showHours, URI.parse("file:///work/a.txt"));
    assert.equal(fake.panels.length, 0);
    assert.match(fake.messages[0]!.text, /^No campaign file is open\./);
  });

  it("draws the week, reads only its own folder and has a policy", async () => {
    await open();
    const { webview, title } = panel();
    assert.deepEqual((webview.options as vscode.WebviewOptions).localResourceRoots?.map(String), [
      "file:///extension/dist",
    ]);
    assert.match(webview.html, /script-src 'nonce-[0-9a-f]{32}'/);
    assert.match(webview.html, /src="file:\/\/\/extension\/dist\/hours-view\.js"/);
    assert.equal(title, "Hours: a.campaign.json");
    assert.match(drawn().picture, /aria-valuetext="Monday start 9:00 AM"/);
    assert.equal(drawn().gaps, "");
  });

  it("draws the legal hours of the file's configuration, also when it changes", async () => {
    await open();
    assert.doesNotMatch(drawn().picture, /class="legal"/);
    fake.write("file:///work/.campaignlint.json", '{ "profiles": ["us-florida"] }');
    await settled();
    assert.match(drawn().picture, /class="legal"/);
    assert.match(drawn().details, /Florida law/);
  });

  it("follows the text as it is typed, and reports missing parts", async () => {
    const document = await open();
    document.edit('"9:00 AM"', '"8:00 AM"');
    await until(({ version }) => version === document.version);
    assert.match(drawn().picture, /aria-valuetext="Monday start 8:00 AM"/);
    document.edit('"8:00 AM"', '"8 AM"');
    const { gaps, picture } = await until(({ version }) => version === document.version);
    assert.match(gaps, /Window 1 on line \d+ is not valid/);
    assert.doesNotMatch(picture, /Monday start/);
  });

  it("follows the active campaign, and no other file", async () => {
    await open();
    const document = await fake.open("file:///work/b.campaign.json", springWith(['"9:00 AM"', '"7:00 AM"']));
    fake.on.activated.fire({ document });
    await settled();
    assert.match(drawn().picture, /aria-valuetext="Monday start 7:00 AM"/);
    assert.equal(panel().title, "Hours: b.campaign.json");
    fake.on.activated.fire({ document: await fake.open("file:///work/c.txt", "") });
    await settled();
    assert.equal(panel().title, "Hours: b.campaign.json");
  });

  const readOnlyFiles = [
    ["whose file system is read-only", "git:///work/a.campaign.json"],
    ["that is write-protected", "file:///work/protected.campaign.json"],
  ] as const;
  for (const [which, address] of readOnlyFiles)
    it(`has no edges for a file ${which}, and ignores a move`, async () => {
      fake.schemes.set("git", false);
      fake.writeProtected.add("file:///work/protected.campaign.json");
      const document = await open(springWith(), address);
      assert.doesNotMatch(drawn().picture, /role="slider"/);
      assert.match(drawn().hint, /can’t be edited/);
      await panel().receive(move());
      assert.equal(document.getText(), springWith());
    });

  it("has no edges after its file was closed", async () => {
    const document = await open();
    await fake.close(document);
    assert.doesNotMatch(drawn().picture, /role="slider"/);
    await open();
    assert.match(drawn().picture, /role="slider"/);
  });

  it("goes to the lines of a window", async () => {
    const document = await open();
    await panel().receive({ kind: "reveal", window: 1 });
    assert.equal(fake.activeEditor?.document, document);
    const { start, end } = fake.activeEditor.selection as vscode.Range;
    const text = document.getText().slice(document.offsetAt(start), document.offsetAt(end));
    assert.deepEqual((JSON.parse(text) as { day: string }).day, "TU");
    fake.activeEditor = undefined;
    await panel().receive({ kind: "reveal", window: 99 });
    assert.equal(fake.activeEditor, undefined);
  });

  it("keeps the second time zone and the day when its page is loaded again", async () => {
    await open();
    await panel().receive({ kind: "zone", zone: "Europe/Berlin" });
    await panel().receive({ kind: "firstCallOn", day: "TU" });
    await panel().receive({ kind: "ready" });
    assert.deepEqual([drawn().zone, drawn().firstCallOn], ["Europe/Berlin", "TU"]);
    assert.match(drawn().details, /In Berlin/);
    assert.match(drawn().details, /called first on Tue 9:00 AM/);
  });

  it("keeps nothing of earlier pictures, and nothing at all after it was closed", async () => {
    const before = await activeResources();
    const document = await open();
    await assertFlat("update of the calling week", times(200, 1_000), async (turn) => {
      const minutes = turn % 2 === 0 ? 600 : 540;
      await panel().receive(move({ minutes, sequence: turn + 1 }));
      assert.equal(drawn().sequence, turn + 1);
      // The fake page keeps what it gets.
      panel().sent.splice(0, panel().sent.length - 1);
    });
    await fake.close(document);
    panel().dispose();
    await assertNoMoreResources(before);
  });

  it("draws nothing while it is hidden, and ignores invalid messages", async () => {
    await open();
    const { length } = panel().sent;
    panel().visible = false;
    await panel().receive({ kind: "zone", zone: "Europe/Berlin" });
    assert.equal(panel().sent.length, length);
    panel().visible = true;
    for (const message of [undefined, "ready", { kind: "delete" }]) await panel().receive(message);
    assert.equal(panel().sent.length, length);
  });
});
