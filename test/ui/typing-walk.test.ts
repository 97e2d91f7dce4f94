import assert from "node:assert/strict";
import { findNodeAtLocation, getNodeValue, parse, parseTree } from "jsonc-parser";
import { allZones } from "../../src/core/zones/zones";
import { offeredProperties, type Described } from "../unit/schema/schema-tree";
import { openTypingWindow, typedKinds, type ShownList, type TypingWindow } from "./typing-window";
import { errorsIn, restOf, valueFor, whole, without } from "./whole-campaign";

type Path = Described["path"];

const offered = offeredProperties();

/** Whether a label is the name of a time zone in quotes. */
function isZone(label: string): boolean {
  return allZones().has(label.slice(1, -1));
}

/** The campaign without the property, and with the caret on a new line of its object. */
function placeFor(path: Path): string {
  const text = without(whole, path);
  const root = parseTree(text);
  const parent = root && findNodeAtLocation(root, [...path.slice(0, -1)]);
  assert.equal(parent?.type, "object");
  const start = parent.offset + 1;
  return `${text.slice(0, start)}\n|\n${text.slice(start)}`;
}

/** The keys that may be offered in the object of a property: those that the text does not have there. */
function fittingAt(path: Path, text: string): readonly string[] {
  const parent = path.slice(0, -1);
  const root = parseTree(text);
  const present = Object.keys(
    Object(root && getNodeValue(findNodeAtLocation(root, parent) ?? root)) as object,
  );
  return offered
    .filter((each) => JSON.stringify(each.path.slice(0, -1)) === JSON.stringify(parent))
    .map((each) => String(each.path.at(-1)))
    .filter((key) => !present.includes(key));
}

/** Each value of the texts that allow some values only, with all values of its text. */
const values = offered.flatMap(({ path, schema }) => {
  if (schema.type !== "string" || schema.enum === undefined) return [];
  const fitting = schema.enum.map((value) => JSON.stringify(value));
  return fitting.map((value) => ({ path, value, fitting }));
});

/** An example of each other text, number and switch. */
const examples = offered
  .filter(
    ({ schema }) => schema.enum === undefined && /^(?:string|integer|boolean)$/.test(String(schema.type)),
  )
  .map(({ path, schema }) => ({ path, value: JSON.stringify(schema.examples?.[0]) }));

/** The places for a value, and how far the text goes on after the caret's mark. */
const places = [
  ["an existing campaign", Infinity],
  ["a campaign that ends there", 1],
] as const;

/** The campaign with the caret in place of a value, up to the end of the place. */
function placeOfValue(path: Path, end: number): string {
  const marked = valueFor(path);
  return marked.slice(0, marked.indexOf("|") + end);
}

for (const { kind, sampled } of typedKinds())
  describe(`Typing each value in the ${kind} editor`, function () {
    this.timeout(600_000);
    let window: TypingWindow;
    before(async () => (window = await openTypingWindow(kind, { "a.campaign.json": "" })));
    after(() => window.close());

    for (const { path, value, fitting } of sampled(values))
      for (const [place, end] of places)
        it(`writes ${value} for ${path.join(".")} into ${place} and changes nothing else`, async () => {
          const marked = placeOfValue(path, end);
          await window.show(marked);
          // The closing quote would end the list.
          for (const typed of value.slice(0, -1)) {
            await window.page.keyboard.type(typed);
            const isCurrent = ({ labels }: ShownList) => labels.includes(value);
            const { labels } = await window.untilList(isCurrent, `${value} after ${typed}`);
            const unfit = labels.filter((label) => !fitting.includes(label));
            assert.deepEqual(unfit, [], `after ${typed} of ${value}`);
          }
          await window.untilList(({ focused }) => focused === value, `${value} in focus`);
          await window.press("Enter");
          await window.untilText((text) => text === marked.replace("|", value));
        });

    for (const { path, value } of sampled(examples))
      for (const [place, end] of places)
        it(`leaves ${value} for ${path.join(".")} in ${place} as it is typed`, async () => {
          const marked = placeOfValue(path, end);
          await window.show(marked);
          const offers = (await window.type(value)).flatMap(({ labels }) => labels);
          const unfit = offers.filter((label) =>
            path.at(-1) === "timezone" ? !isZone(label) : label !== value,
          );
          assert.deepEqual(unfit, []);
          await window.untilText((text) => text === marked.replace("|", value));
          // The list of words ends at the next sign, as in VS Code's own JSON.
          if (/^(?:true|false)$/.test(value)) await window.page.keyboard.type(",");
          await window.untilNoList();
        });
  });

for (const { kind, sampled } of typedKinds())
  describe(`Typing each property in the ${kind} editor`, function () {
    this.timeout(600_000);
    let window: TypingWindow;
    before(async () => (window = await openTypingWindow(kind, { "a.campaign.json": "" })));
    after(() => window.close());

    /** Types a key with an opening quote and accepts it. Fails if a list lacks it or offers anything that does not fit. */
    const typeKey = async (path: Path, marked: string): Promise<string> => {
      await window.show(marked);
      const key = String(path.at(-1));
      const fitting = fittingAt(path, marked.replace("|", ""));
      for (const typed of `"${key}`) {
        await window.page.keyboard.type(typed);
        // With the quote alone, the key may be below the visible rows.
        const isCurrent = ({ labels }: ShownList) => typed === '"' || labels.includes(key);
        const { labels } = await window.untilList(isCurrent, `${key} after ${typed}`);
        const unfit = labels.filter((label) => !fitting.includes(label));
        assert.deepEqual(unfit, [], `after ${typed} of ${key}`);
      }
      await window.untilList((list) => list.focused === key, `${key} in focus`);
      await window.press("Enter");
      return window.untilText((text) => text.includes(`"${key}":`) && parse(text) !== undefined);
    };

    for (const { path } of sampled(offered))
      it(`adds ${path.join(".")} to an existing campaign and changes nothing else`, async () => {
        const marked = placeFor(path);
        const now = await typeKey(path, marked);
        const [before = "", after = ""] = marked.split("|");
        assert.ok(now.startsWith(before.trimEnd()) && now.endsWith(after.trimStart()), now);
        assert.equal(errorsIn(now), 0, now);
        assert.deepEqual(restOf(now, path), restOf(whole, path));
      });

    for (const { path } of sampled(offered))
      it(`adds ${path.join(".")} to a campaign that ends there`, async () => {
        const marked = placeFor(path);
        const before = marked.slice(0, marked.indexOf("|"));
        const now = await typeKey(path, `${before}|`);
        assert.ok(now.startsWith(before.trimEnd()), now);
        assert.ok(errorsIn(now) <= errorsIn(before), now);
        assert.deepEqual(restOf(now, path), restOf(before, path));
      });
  });
