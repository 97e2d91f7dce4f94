import assert from "node:assert/strict";
import { findNodeAtLocation, getNodeValue, parse, parseTree } from "jsonc-parser";
import { offeredProperties, type Described } from "../unit/schema/schema-tree";
import { openTypingWindow, typedKinds, type ShownList, type TypingWindow } from "./typing-window";
import { errorsIn, restOf, whole, without } from "./whole-campaign";

type Path = Described["path"];

const offered = offeredProperties();

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
