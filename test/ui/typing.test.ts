import assert from "node:assert/strict";
import { parse } from "jsonc-parser";
import { untilDone } from "../host/deadline.mjs";
import { offeredProperties, textAt } from "../unit/schema/schema-tree";
import { errorsIn, restOf, whole } from "./whole-campaign";
import { openTypingWindow, typedKinds, type ShownList, type TypingWindow } from "./typing-window";

/** The text of the drawn lines may be half of an edit, so a test waits until it parses. */
const parsedWith =
  (part: string) =>
  (text: string): boolean =>
    errorsIn(text) === 0 && text.includes(part);

const properties = offeredProperties().map(({ path, schema }) => ({
  path,
  schema,
  key: String(path.at(-1)),
}));
const closed = properties.filter(({ schema }) => schema.enum !== undefined);

for (const { kind, sampled } of typedKinds()) {
  describe(`Typing a campaign in the ${kind} editor`, function () {
    this.timeout(600_000);
    let window: TypingWindow;
    before(async () => {
      window = await openTypingWindow(kind, {
        "a.campaign.json": "",
        ".campaignlint.json": "",
      });
    });
    after(() => window.close());

    const focused = (label: string) => (list: ShownList) => list.focused === label;

    /** Types the keys and waits until the list focuses the label. */
    const typeUntil = async (keys: string, label: string) => {
      await window.page.keyboard.type(keys, { delay: 20 });
      await window.untilList(focused(label), `${label} in focus after ${keys}`);
    };

    const acceptUntil = async (expected: string | ((text: string) => boolean)) => {
      await window.press("Enter");
      return window.untilText(typeof expected === "string" ? (text) => text === expected : expected);
    };

    describe("in an existing file", () => {
      const texts: readonly (readonly [before: string, typed: string])[] = [
        ['"name": "Billing', " for people in Pune, window"],
        ['"description": "Reminds customers.', " Split, week: dnc"],
        ['"contactLists": ["Bills due', " preview"],
        ['"dncLists": { "name": "Do not call', " dnc"],
        ['"phoneNumber": "+18165550100', " 5"],
        ['"start": "9:00 AM', " 8:00 AM"],
        ['"queue_name": "Default Queue', " strategy"],
        ['"maxSkips": 1', "0"],
      ];
      for (const [place, typed] of texts)
        it(`shows no list while${typed} is typed after ${place}`, async () => {
          assert.ok(whole.includes(place));
          await window.show(whole.replace(place, `${place}|`));
          assert.deepEqual(await window.type(typed), []);
          await window.untilText((text) => text === whole.replace(place, place + typed));
        });

      it("shows no list while a new text is typed in its own quotes", async () => {
        for (const key of ["name", "queue_name"]) {
          await window.show(`{\n  "${key}": |\n}`);
          await window.page.keyboard.type('"');
          await window.untilNoList();
          assert.deepEqual(await window.type('Bills, window preview", '), []);
        }
      });

      it("begins a new line with Enter after a window and a comma", async () => {
        await window.show(whole.replace('"6:00 PM" }', '"6:00 PM" }|'));
        assert.deepEqual(await window.type(",\n"), []);
        const expected = whole.replace('"6:00 PM" }', '"6:00 PM" },\n        ');
        await window.untilText((text) => text === expected);
      });

      for (const { path, schema, key } of sampled(closed))
        it(`offers the values of ${path.join(".")} while typing and inserts the accepted one`, async () => {
          const value = String(schema.enum?.at(-1));
          const text = textAt(path, "|");
          await window.show(text);
          await window.page.keyboard.type('"');
          const { labels } = await window.untilList(
            (list) => list.labels.length >= (schema.enum?.length ?? 0),
            key,
          );
          for (const each of schema.enum ?? [])
            assert.ok(labels.includes(JSON.stringify(each)), `${String(each)} of ${labels.join()}`);
          await typeUntil(value, JSON.stringify(value));
          await acceptUntil(text.replace("|", JSON.stringify(value)));
        });

      const zones: readonly (readonly [value: string, typed: string, zone: string])[] = [
        ['"|"', "mumbai", "Asia/Kolkata"],
        ["|", '"PST', "America/Los_Angeles"],
        ["|", '"BST', "Europe/London"],
        ["|", '"new york', "America/New_York"],
        ["|", "los angeles", "America/Los_Angeles"],
        ["|", "Asia/Kol", "Asia/Kolkata"],
        ['"|"', "India", "Asia/Kolkata"],
        ["|", '"JST', "Asia/Tokyo"],
        ['"|"', "texas", "America/Chicago"],
        ["|", '"california', "America/Los_Angeles"],
        ["|", "bangalore", "Asia/Kolkata"],
        ['"|"', "UTC+5:30", "Asia/Kolkata"],
        ["|", '"usa', "America/New_York"],
        ["|", "UTC+5:30", "Asia/Kolkata"],
      ];
      for (const [value, typed, zone] of zones)
        it(`finds ${zone} for ${typed} in ${value}`, async () => {
          const place = '"America/Chicago"';
          await window.show(whole.replace(place, value));
          await typeUntil(typed, JSON.stringify(zone));
          await acceptUntil(whole.replace(place, JSON.stringify(zone)));
        });

      it("keeps the list at the space between the unquoted words of a place", async () => {
        const place = '"America/Chicago"';
        await window.show(whole.replace(place, "|"));
        await typeUntil("los", '"America/Los_Angeles"');
        await window.page.evaluate("window.shownLists.length = 0");
        await window.page.keyboard.type(" ");
        await untilDone(async () => {
          const shown = await window.page.evaluate<ShownList[]>("window.shownLists");
          assert.ok(shown.some(focused('"America/Los_Angeles"')), JSON.stringify(shown));
        });
        await typeUntil("an", '"America/Los_Angeles"');
        await acceptUntil(whole.replace(place, '"America/Los_Angeles"'));
      });

      it("shows no list once a time zone is complete", async () => {
        await window.show(whole.replace("America/Chicago", "|"));
        await typeUntil("Asia/Kolkat", '"Asia/Kolkata"');
        await window.page.keyboard.type("a");
        await window.untilNoList();
      });
    });

    describe("in an empty object", () => {
      for (const { path, key } of sampled(properties))
        it(`offers ${path.join(".")} while typing and adds only that property`, async () => {
          await window.show(textAt(path.slice(0, -1), "{\n|\n}"));
          await window.page.keyboard.type('"');
          await window.untilList(({ labels }) => labels.length > 0, "anything");
          await typeUntil(key, key);
          const text = await acceptUntil(parsedWith(`"${key}":`));
          assert.deepEqual(restOf(text, path), parse(textAt(path.slice(0, -1), "{}")));
        });

      it("adds a comma before the next property", async () => {
        await window.show('{\n  |\n  "maxSkips": 1\n}');
        await window.page.keyboard.type('"');
        await window.untilList(({ labels }) => labels.includes("name"), "name");
        await typeUntil("queue", "queue_name");
        await acceptUntil(parsedWith("Default Queue"));
      });
    });

    describe("in a new file", () => {
      it("offers whole campaigns first and keeps the tab stops while values are completed", async () => {
        await window.show("|");
        await window.press("Control+Space");
        const { labels } = await window.untilList(({ labels: all }) => all.length > 2, "campaigns");
        assert.deepEqual(labels.slice(0, 3), ["preview", "progressive", "agentless"]);
        await window.press("Escape");
        await typeUntil("prev", "preview");
        await acceptUntil(parsedWith('"campaignType": "voice"'));
        for (const typed of ["Bills in Pune", "Why", "Bills due", "Do not call"]) {
          assert.deepEqual(await window.type(typed), []);
          await window.press("Tab");
        }
        await window.untilList(focused("5"), "the choice of a priority");
        await window.press("Enter");
        assert.deepEqual(await window.type("+12025550199"), []);
        await window.press("Tab");
        await typeUntil("mumbai", '"Asia/Kolkata"');
        await window.press("Enter");
        await window.untilText((text) => text.includes('"timezone": "Asia/Kolkata",'));
        await window.press("Tab");
        assert.deepEqual(await window.type("8:00 AM"), []);
        await window.press("Tab");
        assert.deepEqual(await window.type("5:30 PM"), []);
        const text = await window.untilText(
          (now) => errorsIn(now) === 0 && now.split('"start": "8:00 AM", "end": "5:30 PM" }').length === 6,
        );
        assert.match(
          text,
          /"name": "Bills in Pune",\n.*"Why",\n.*\["Bills due"\],\n.*"Do not call" \},\n.*"5"/,
        );
      });

      it("fills the braces that the editor closes automatically", async () => {
        await window.show("|");
        await window.page.keyboard.type("{");
        await typeUntil("prev", "preview");
        const text = await acceptUntil(parsedWith('"campaignType": "voice"'));
        assert.equal(text.split("{").length, text.split("}").length);
        assert.ok(text.startsWith('{\n  "name": "'), text);
      });

      for (const command of ["Insert Snippet", "Fill File with Snippet"])
        it(`offers its snippets in ${command}`, async () => {
          await window.show("|");
          await window.runCommand(`Snippets: ${command}`);
          await window.acceptQuickInput("progressive");
          await window.untilText(parsedWith('"Progressive"'));
        });
    });

    describe("in the list of windows", () => {
      const days = (items: string) => whole.replace(/\{ "day": "MO".*\}/, () => items);
      const monday = '{ "day": "MO", "start": "9:00 AM", "end": "6:00 PM" }';

      it("adds a window of another day with a comma before the next", async () => {
        await window.show(
          days(`${monday},\n        |\n        { "day": "TU", "start": "9:00 AM", "end": "6:00 PM" }`),
        );
        await typeUntil("win", "window");
        await acceptUntil(parsedWith('"WE"'));
        const choice = await window.untilList(focused("WE"), "the choice of a day");
        assert.deepEqual(choice.labels, ["WE", "TH", "FR", "SA", "SU", "MO", "TU"]);
      });
    });

    describe("in a broken file", () => {
      const broken: readonly (readonly [text: string, typed: string, label: string, whole: string])[] = [
        ['{\n  "priority": "|\n', "4", '"4"', '{\n  "priority": "4"\n'],
        ['{\n  "priority": |,\n  "name": "x\n', '"4', '"4"', '{\n  "priority": "4",\n  "name": "x\n'],
        ['{\n  "name": "x"\n  |\n}', "maxSk", "maxSkips", '{\n  "name": "x",\n  "maxSkips": 1\n}'],
        [
          '{ "dialingStrategy": { "callingHours": {\n  "timezone": "|,\n  "days": []\n} }',
          "mumbai",
          '"Asia/Kolkata"',
          '{ "dialingStrategy": { "callingHours": {\n  "timezone": "Asia/Kolkata",\n  "days": []\n} }',
        ],
      ];
      for (const [text, typed, label, now] of broken)
        it(`offers ${label} for ${typed} in ${JSON.stringify(text)}, and changes nothing else`, async () => {
          await window.show(text);
          // Inside an unclosed string, only Ctrl+Space opens the list.
          if (text.includes('"priority": "|')) await window.press("Control+Space");
          await typeUntil(typed, label);
          await acceptUntil(now.replace(/\n$/, ""));
        });

      it("shows no list in an unclosed string", async () => {
        await window.show('{\n  "name": "Bil|\n  "maxSkips": 1\n}');
        assert.deepEqual(await window.type("ling, window preview"), []);
      });
    });

    describe("in the lint configuration", () => {
      before(() => window.openFile(".campaignlint.json"));
      after(() => window.openFile("a.campaign.json"));

      it("adds a rule with a choice of severities", async () => {
        await window.openFile(".campaignlint.json");
        await window.show("|");
        await window.page.keyboard.type('{ "rules": { ');
        await window.page.keyboard.type('"');
        // The editor's own JSON service starts with the first file.
        const whole = ({ labels }: ShownList) => labels.includes("duplicate-key");
        await window.untilList(whole, "the rules", "Escape", "Control+Space");
        await typeUntil("no-s", "no-skips");
        await acceptUntil(parsedWith('"no-skips": "off"'));
        const choice = await window.untilList(focused("off"), "the choice of a severity");
        assert.deepEqual(choice.labels, ["off", "hint", "info", "warning", "error"]);
      });
    });
  });
}
