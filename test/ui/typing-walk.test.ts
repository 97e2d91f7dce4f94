import assert from "node:assert/strict";
import { applyEdits, findNodeAtLocation, getNodeValue, modify, parse, parseTree } from "jsonc-parser";
import { allZones } from "../../src/core/zones/zones";
import { offeredProperties, type Described } from "../unit/schema/schema-tree";
import { openTypingWindow, typedKinds, type ShownList, type TypingWindow } from "./typing-window";
import { errorsIn, restOf, whole, without } from "./whole-campaign";

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

/** Each value of the texts that allow some values only. */
const values = offered
  .filter(({ schema }) => schema.type === "string" && schema.enum !== undefined)
  .flatMap(({ path, schema }) =>
    (schema.enum ?? []).map((value) => ({ path, value: JSON.stringify(value), schema })),
  );

/** An example of each other text, number and switch. */
const examples = offered
  .filter(
    ({ schema }) => schema.enum === undefined && /^(?:string|integer|boolean)$/.test(String(schema.type)),
  )
  .map(({ path, schema }) => ({ path, value: JSON.stringify(schema.examples?.[0]) }));

/** The campaign with the caret in place of a value. */
function valueFor(path: Path): string {
  const mark = "instead of a value";
  const text = applyEdits(whole, modify(whole, [...path], mark, {}));
  return text.replace(JSON.stringify(mark), "|");
}

for (const { kind, sampled } of typedKinds())
  describe(`Typing each value in the ${kind} editor`, function () {
    this.timeout(600_000);
    let window: TypingWindow;
    before(async () => (window = await openTypingWindow(kind, { "a.campaign.json": "" })));
    after(() => window.close());

    /** Types a value up to its closing quote and accepts it. Fails if a list lacks it or offers anything that does not fit. */
    const typeValue = async (value: string, fitting: readonly string[], marked: string): Promise<void> => {
      await window.show(marked);
      for (const typed of value.slice(0, -1)) {
        await window.page.keyboard.type(typed);
        const { labels } = await window.untilList(
          ({ labels }) => labels.includes(value),
          `${value} after ${typed}`,
        );
        assert.deepEqual(
          labels.filter((label) => !fitting.includes(label)),
          [],
          `after ${typed} of ${value}`,
        );
      }
      await window.untilList(({ focused }) => focused === value, `${value} in focus`);
      await window.press("Enter");
    };

    for (const { path, value, schema } of sampled(values)) {
      const fitting = (schema.enum ?? []).map((each) => JSON.stringify(each));
      it(`writes ${value} for ${path.join(".")} into an existing campaign and changes nothing else`, async () => {
        const marked = valueFor(path);
        await typeValue(value, fitting, marked);
        await window.untilText((text) => text === marked.replace("|", value));
      });

      it(`writes ${value} for ${path.join(".")} into a campaign that ends there`, async () => {
        const marked = valueFor(path);
        const before = marked.slice(0, marked.indexOf("|"));
        await typeValue(value, fitting, `${before}|`);
        await window.untilText((text) => text === before + value);
      });
    }

    for (const { path, value } of sampled(examples))
      for (const [place, end] of [
        ["an existing campaign", Infinity],
        ["a campaign that ends there", 1],
      ] as const)
        it(`leaves ${value} for ${path.join(".")} in ${place} as it is typed`, async () => {
          const whole = valueFor(path);
          const marked = whole.slice(0, whole.indexOf("|") + end);
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
