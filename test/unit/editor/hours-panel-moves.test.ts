import { fake, settled } from "./fake-vscode";
import assert from "node:assert/strict";
import { drawn, moveEdge as move, newHours, openHours as open, panel, type HoursScene } from "./hours-scene";
import { springWith } from "./workspace";

describe("The panel of calling hours, when it changes the file,", () => {
  let hours: HoursScene;
  beforeEach(() => (hours = newHours()));
  afterEach(() => hours.dispose());

  const change = (kind: "undo" | "redo", sequence: number) => ({ kind, shown: drawn().shown, sequence });

  it("moves an edge with one edit", async () => {
    const document = await open();
    const changes: unknown[] = [];
    fake.on.changed.event((event) => changes.push(event));
    await panel().receive(move());
    assert.equal(document.getText(), springWith(['"9:00 AM"', '"10:00 AM"']));
    assert.equal(changes.length, 1);
    assert.equal(drawn().sequence, 1);
    assert.match(drawn().picture, /aria-valuetext="Monday start 10:00 AM"/);
  });

  it("handles moves that were sent before it drew the last one, in order", async () => {
    const document = await open();
    const { version } = drawn();
    for (const [index, minutes] of [555, 570, 585].entries())
      void panel().receive(move({ minutes, version, sequence: index + 1 }));
    await settled();
    await settled();
    assert.equal(document.getText(), springWith(['"9:00 AM"', '"9:45 AM"']));
    assert.equal(drawn().sequence, 3);
  });

  it("ignores a move in a picture that is out of date because of typing", async () => {
    const document = await open();
    const { version } = drawn();
    document.edit('"name"', '"name" ');
    const typed = document.getText();
    await panel().receive(move({ version }));
    assert.equal(document.getText(), typed);
    assert.equal(drawn().sequence, 1);
  });

  it("ignores a move of a campaign that is no longer shown", async () => {
    await open();
    const before = move({ version: 50 });
    const text = springWith(['"9:00 AM"', '"7:00 AM"']);
    const document = await fake.open("file:///work/b.campaign.json", text);
    fake.on.activated.fire({ document });
    await settled();
    await panel().receive(before);
    assert.equal(document.getText(), text);
  });

  it("takes its changes back in reverse order, and makes them again", async () => {
    const document = await open();
    const original = document.getText();
    await panel().receive(move({ sequence: 1 }));
    const first = document.getText();
    await panel().receive(move({ minutes: 585, sequence: 2 }));
    const second = document.getText();
    const kinds = ["undo", "undo", "undo", "redo", "redo", "redo", "undo"] as const;
    const texts = [first, original, original, first, second, second, first];
    for (const [index, kind] of kinds.entries()) {
      await panel().receive(change(kind, index + 3));
      assert.equal(document.getText(), texts[index], `step ${index}`);
      assert.equal(drawn().sequence, index + 3);
    }
    await panel().receive(move({ minutes: 615, sequence: 10 }));
    const third = document.getText();
    await panel().receive(change("redo", 11));
    assert.equal(document.getText(), third);
  });

  it("takes nothing back after anything else changed the text, or another campaign is shown", async () => {
    const document = await open();
    await panel().receive(move({ sequence: 1 }));
    document.edit('"name"', '"name" ');
    const typed = document.getText();
    await panel().receive(change("undo", 2));
    assert.equal(document.getText(), typed);
    await panel().receive(move({ minutes: 585, sequence: 3 }));
    const moved = document.getText();
    const before = change("undo", 4);
    const other = await fake.open("file:///work/b.campaign.json", springWith());
    fake.on.activated.fire({ document: other });
    await settled();
    await panel().receive(before);
    await panel().receive(change("undo", 5));
    assert.deepEqual([document.getText(), other.getText()], [moved, springWith()]);
  });

  it("takes back the right change after the editor refused to", async () => {
    const document = await open();
    await panel().receive(move({ minutes: 585, window: 1, sequence: 1 }));
    const first = document.getText();
    await panel().receive(move({ sequence: 2 }));
    const second = document.getText();
    fake.acceptsEdits = false;
    await panel().receive(change("undo", 3));
    assert.equal(document.getText(), second);
    fake.acceptsEdits = true;
    await panel().receive(change("undo", 4));
    assert.equal(document.getText(), first);
    await panel().receive(change("undo", 5));
    assert.equal(document.getText(), springWith());
    await panel().receive(change("redo", 6));
    assert.equal(document.getText(), first);
  });

  it("never changes another campaign, also if it is shown while a change is under way", async () => {
    const document = await open();
    const other = await fake.open("file:///work/b.campaign.json", springWith(['"WEEKLY"', '"WEEKLY" ']));
    const before = other.getText();
    const listening = fake.on.changed.event(() => fake.on.activated.fire({ document: other }));
    await panel().receive(move({ sequence: 1 }));
    listening.dispose();
    await settled();
    assert.equal(panel().title, "Hours: b.campaign.json");
    await panel().receive(change("undo", 2));
    assert.equal(other.getText(), before);
    assert.equal(document.getText(), springWith(['"9:00 AM"', '"10:00 AM"']));
  });

  it("changes no other campaign that is shown while the editor refuses a change", async () => {
    const document = await open();
    document.edit('"name"', '"name" ');
    const [typed, version] = [document.getText(), document.version];
    const other = await fake.open("file:///work/b.campaign.json", springWith());
    fake.acceptsEdits = false;
    fake.whileEditing = () => {
      fake.whileEditing = () => (fake.acceptsEdits = true);
      fake.on.activated.fire({ document: other });
    };
    await panel().receive(move({ version }));
    await settled();
    assert.deepEqual([document.getText(), other.getText()], [typed, springWith()]);
  });

  it("reports a change that the editor refuses", async () => {
    const document = await open();
    fake.acceptsEdits = false;
    await panel().receive(move());
    assert.equal(document.getText(), springWith());
    assert.equal(
      fake.messages.at(-1)?.text,
      "VS Code refused to change the calling window. Change its times in the file instead.",
    );
  });

  it("drops a change without a message when typing overtakes it", async () => {
    const document = await open();
    // The edit is on its way when the text changes.
    const type = (): void => {
      fake.whileEditing = () => undefined;
      document.edit('"name"', '"name" ');
    };
    fake.whileEditing = type;
    await panel().receive(move({ sequence: 1 }));
    assert.equal(document.getText(), springWith().replace('"name"', '"name" '));
    await panel().receive(move({ sequence: 2 }));
    const moved = document.getText();
    fake.whileEditing = type;
    await panel().receive(change("undo", 3));
    assert.equal(document.getText(), moved.replace('"name"', '"name" '));
    assert.equal(drawn().sequence, 3);
    assert.deepEqual(fake.messages, []);
  });
});
