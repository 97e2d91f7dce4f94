import assert from "node:assert/strict";
import fc from "fast-check";
import { isOpen, LEASE_MS, RENEW_MS, type PendingEntry } from "../../../src/core/ledger/entry";
import type { Ledger } from "../../../src/core/ledger/ledger";
import type { Outcome } from "../../../src/core/platform/outcome";
import { accepted, attempt, computer, hashOf, unknown } from "../submission/attempts";

type Action =
  | { readonly do: "begin"; readonly window: number; readonly body: number; readonly acknowledges: boolean }
  | { readonly do: "finish"; readonly window: number; readonly outcome: Outcome }
  | { readonly do: "crash"; readonly window: number }
  | { readonly do: "resolve"; readonly pick: number; readonly as: "not-found" | "person" | "found" };

const rejected: Outcome = { kind: "rejected", httpStatus: 412, messages: ["no"], response: {} };
const window = fc.nat({ max: 2 });
const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("begin" as const),
      window,
      body: fc.nat({ max: 2 }),
      acknowledges: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("finish" as const),
      window,
      outcome: fc.constantFrom<Outcome>(accepted, rejected, unknown, { kind: "cancelled" }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("crash" as const), window }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("resolve" as const),
      pick: fc.nat(),
      as: fc.constantFrom("not-found", "person", "found"),
    }),
  },
);

/** Simultaneous actions, and the time in ms until the next step. */
const step = fc.record({
  actions: fc.array(action, { minLength: 1, maxLength: 4 }),
  ms: fc.constantFrom(0, 1, 900, RENEW_MS, LEASE_MS, 10 * LEASE_MS),
});

/** The facts to compare the ledger with: the requests that were sent, and the known result of each. */
interface Sent {
  readonly entry: PendingEntry;
  readonly body: string;
  state: "under way" | "abandoned" | "unknown" | "settled";
  aliveAt: number;
}

class World {
  readonly computer = computer();
  readonly sent: Sent[] = [];
  readonly #windows: { ledger: Ledger; mine: Sent[] }[] = [];
  #opened = 0;

  constructor() {
    for (let index = 0; index < 3; index++) this.#windows.push(this.#open());
  }

  async act(action: Action): Promise<void> {
    switch (action.do) {
      case "begin":
        return this.#begin(action.window, action.body, action.acknowledges);
      case "finish":
        return this.#finish(action.window, action.outcome);
      case "crash": {
        for (const sent of this.#windows[action.window]!.mine) sent.state = "abandoned";
        this.#windows[action.window] = this.#open();
        return;
      }
      case "resolve":
        return this.#resolve(action.pick, action.as);
    }
  }

  /** Advances the clock; the open windows renew their leases on time. */
  async pass(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= RENEW_MS) {
      this.computer.now += Math.min(left, RENEW_MS);
      for (const { ledger, mine } of this.#windows)
        for (const sent of mine) {
          sent.aliveAt = this.computer.now;
          await ledger.renew(sent.entry);
        }
    }
  }

  async check(): Promise<void> {
    const ledger = this.computer.window("observer");
    const { entries, damage } = await ledger.history();
    assert.equal(damage, undefined);
    assert.deepEqual(entries.map(({ id }) => id).sort(), this.sent.map(({ entry }) => entry.id).sort());
    for (const { entry, state } of this.sent) {
      const noted = entries.find(({ id }) => id === entry.id)!;
      assert.equal(isOpen(noted), state !== "settled", `${state} is noted as ${noted.state}`);
    }
    const found = (await ledger.orphaned()).entries.map(({ id }) => id);
    for (const { entry, state, aliveAt } of this.sent) {
      if (state !== "abandoned") assert.ok(!found.includes(entry.id), `${state} was taken for left behind`);
      else if (this.computer.now >= aliveAt + LEASE_MS) assert.ok(found.includes(entry.id));
    }
  }

  #open(): { ledger: Ledger; mine: Sent[] } {
    return { ledger: this.computer.window(`window-${++this.#opened}`), mine: [] };
  }

  async #begin(index: number, number: number, acknowledges: boolean): Promise<void> {
    const { ledger, mine } = this.#windows[index]!;
    const body = hashOf(String(number));
    const asked = attempt({ bodyHash: body, campaign: `Campaign ${number}` });
    const known = acknowledges ? (await ledger.assess(asked)).prior : [];
    const result = await ledger.begin(asked, known);
    if (result.kind !== "begun") return;
    for (const other of this.sent)
      assert.ok(other.body !== body || other.state === "settled", `sent again while it was ${other.state}`);
    const sent: Sent = { entry: result.entry, body, state: "under way", aliveAt: this.computer.now };
    this.sent.push(sent);
    // If the window closed during the write, nothing was sent, but the ledger cannot know that.
    if (this.#windows[index]!.ledger === ledger) mine.push(sent);
    else sent.state = "abandoned";
  }

  async #finish(index: number, outcome: Outcome): Promise<void> {
    const { ledger, mine } = this.#windows[index]!;
    const sent = mine.shift();
    if (sent === undefined) return;
    const finishing = ledger.finish(sent.entry, outcome);
    sent.state = outcome.kind === "unknown" ? "unknown" : "settled";
    await finishing;
  }

  async #resolve(pick: number, as: "not-found" | "person" | "found"): Promise<void> {
    const { sent } = this;
    if (sent.length === 0) return;
    const one = sent[pick % sent.length]!;
    const resolution =
      as === "found"
        ? { kind: as, campaignId: "cd-1" }
        : as === "person"
          ? { kind: as, created: false }
          : { kind: as };
    const isResolved = await this.computer.window("person").resolve(one.entry.id, resolution);
    assert.ok(!isResolved || one.state !== "under way", "resolved while it was under way");
    if (isResolved) one.state = "settled";
  }
}

describe("The ledger, for any simultaneous actions of three windows,", () => {
  it("sends no body twice, loses no entry, and finds every crash", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const world = new World();
        for (const { actions, ms } of steps) {
          await Promise.all(actions.map((one) => world.act(one)));
          await world.pass(ms);
          await world.check();
        }
      }),
      { numRuns: 300 },
    );
  });

  it("allows only one of many submissions to begin", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 2, max: 6 }), async (scheduler, count) => {
        const at = computer();
        const begin = scheduler.scheduleFunction((owner: string) => at.window(owner).begin(attempt()));
        const results = Array.from({ length: count }, (_, index) => begin(`window-${index}`));
        await scheduler.waitFor(Promise.all(results));
        const kinds = (await Promise.all(results)).map(({ kind }) => kind);
        assert.equal(kinds.filter((kind) => kind === "begun").length, 1);
      }),
      { numRuns: 50 },
    );
  });
});
