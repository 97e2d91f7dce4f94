import assert from "node:assert/strict";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { tellFigure } from "../run/endurance";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** Runs the garbage collector until finalizers and closed handles have let go of what they held. */
export async function collectGarbage(): Promise<void> {
  for (let round = 0; round < 4; round++) {
    await new Promise((resolve) => setImmediate(resolve));
    collect();
  }
}

/** What may be added between the middle and the end, whatever the count: compiled code and caches of Node. */
const SLACK_BYTES = 768 * 1024;
/**
 * Less than the smallest object graph that one turn could leave: a document, a request or a listener with its scope. It
 * decides for thousands of turns. For few, the slack does: 30 turns show only what grows by 50 kB a turn.
 */
const BYTES_PER_TURN = 512;
export const FEWEST_TURNS = 30;

/**
 * Works `count` times and compares the heap in the middle with that at the end, each after a garbage collection. Fails
 * if it grew as it does when each turn leaves something: `bytesPerTurn`, and the slack in all. Of fewer than
 * `FEWEST_TURNS`, chance would decide, so fewer are refused.
 */
export async function assertFlat(
  what: string,
  count: number,
  work: (turn: number) => unknown,
  bytesPerTurn = BYTES_PER_TURN,
): Promise<void> {
  assert.ok(count >= FEWEST_TURNS, `${count} turns of ${what} are too few to compare.`);
  const used: number[] = [];
  for (let turn = 0; turn < count; turn++) {
    await work(turn);
    if (turn + 1 === Math.floor(count / 2) || turn + 1 === count) {
      await collectGarbage();
      used.push(process.memoryUsage().heapUsed);
    }
  }
  const [middle = 0, end = 0] = used;
  const inMiB = (bytes: number): string => (bytes / 1024 / 1024).toFixed(2);
  tellFigure(`MiB after ${count} × ${what} (after half of them ${inMiB(middle)})`, inMiB(end));
  const most = SLACK_BYTES + (count / 2) * bytesPerTurn;
  assert.ok(end - middle < most, `${what}: the heap grew from ${middle} to ${end} bytes.`);
}

/** How many resources of each kind keep this process alive, with the timer that mocha starts when a test waits. */
export async function activeResources(): Promise<Readonly<Record<string, number>>> {
  await new Promise((resolve) => setImmediate(resolve));
  return countResources();
}

function countResources(): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const kind of process.getActiveResourcesInfo()) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** Waits until no more resources keep this process alive than before. Closed sockets take some turns. */
export async function assertNoMoreResources(before: Readonly<Record<string, number>>): Promise<void> {
  const more = () => Object.entries(countResources()).filter(([kind, count]) => count > (before[kind] ?? 0));
  const end = performance.now() + 5_000;
  while (more().length > 0 && performance.now() < end)
    await new Promise((resolve) => setTimeout(resolve, 10).unref());
  assert.deepEqual(more(), []);
}
