import assert from "node:assert/strict";
import path from "node:path";
import type { SubmitDeps } from "../../../src/cli/commands/submit";
import { finished, type PendingEntry } from "../../../src/core/ledger/entry";
import { MAX_ENTRIES, writeLedger } from "../../../src/core/ledger/ledger-text";
import type { LedgerStore } from "../../../src/core/ledger/store";
import { fetchTransport } from "../../../src/node/http/fetch-transport";
import { LedgerFileError, ledgerFile } from "../../../src/node/ledger/ledger-file";
import { accepted, attempt, hashOf } from "../submission/attempts";
import { memoryLedger } from "../../../src/cli/submission/memory-ledger";
import { atTerminal, campaign, MINUTE, said, Scene } from "./submit-scene";
import { sample, submit } from "./submit-run";

describe("campaign-json submit", () => {
  let at: Scene;
  beforeEach(async () => (at = await Scene.open()));
  afterEach(() => at.close());

  describe("with --unless-exists", () => {
    it("sends nothing if the account has the name, regardless of its creator", async () => {
      await at.run(["--yes"], { ledgerStore: memoryLedger });
      at.now += MINUTE;
      await at.run(["--yes"], { ledgerStore: memoryLedger });
      const twice = at.practice.requests.length;
      const again = await at.run(["--yes", "--unless-exists"]);
      const { outcome, campaignId, state, message } = said(again);
      assert.deepEqual([again.code, outcome, at.server.creations()], [0, "exists", 2]);
      assert.match(campaignId, /^cd-/);
      assert.equal(state, "Preparing");
      assert.match(message, /has 2 campaigns of that name; this is the newest\./);
      assert.ok(at.practice.requests.length > twice);
      assert.deepEqual((await at.ledger().history()).entries, []);
    });

    it("continues if the name is free, on a practice server too", async () => {
      assert.equal(said(await at.run(["--yes", "--unless-exists"])).outcome, "accepted");
      const practised = await submit([sample, "--practice", "--yes", "--unless-exists", "--format", "json"]);
      assert.deepEqual([practised.code, said(practised).outcome], [0, "accepted"]);
    });

    it("sends nothing if the account cannot be read, and gives the reason", async () => {
      at.server.mode = "refuse-reading";
      const doubtful = await at.run(["--yes", "--unless-exists"]);
      const { outcome, reason, message } = said(doubtful);
      assert.deepEqual([doubtful.code, outcome, reason], [4, "not-sent", "name-not-looked-up"]);
      assert.match(message, /Could not determine whether the account has a campaign of this name: .+\.$/);
      assert.equal(at.server.creations(), 0);
    });
  });

  describe("with a ledger", () => {
    it("that is damaged: stops if no question is asked, and prints where the text is saved", async () => {
      await at.run(["--yes"]);
      const text = `${await at.store.read()}{"half":`;
      const keeping: SubmitDeps["ledgerStore"] = (onSetAside) => ({
        read: () => at.store.read(),
        update: (change) =>
          at.store.update((before) => {
            const changed = change(before);
            if (changed.setAside !== undefined) onSetAside("/kept/ledger.damaged");
            return changed;
          }),
      });
      await at.store.update(() => ({ text }));
      const first = await at.run(["--yes"], { ledgerStore: keeping });
      assert.deepEqual([first.code, said(first).outcome, said(first).reason], [4, "not-sent", "damaged"]);
      assert.match(
        first.err,
        /^warning: The submission log was damaged: 1 line .*\/kept\/ledger\.damaged\.$/m,
      );
      assert.equal(at.server.creations(), 1);

      await at.store.update(() => ({ text }));
      const asked = await at.run([], { ...atTerminal, ledgerStore: keeping });
      assert.deepEqual([asked.code, asked.asked.length, at.server.creations()], [0, 1, 2]);
      assert.match(asked.err, /was damaged[^]*Create a duplicate\?/);
      assert.equal((await at.run(["--yes"], { ledgerStore: keeping })).code, 0);
    });

    it("that is full of unresolved entries: sends nothing", async () => {
      const pending = (index: number): PendingEntry => ({
        ...attempt({ bodyHash: index.toString(16).padStart(64, "0") }),
        ...{ id: String(index), at: at.now - 99 * MINUTE, state: "pending", owner: "gone" },
        leaseUntil: at.now - 98 * MINUTE,
      });
      const text = writeLedger(Array.from({ length: MAX_ENTRIES }, (_, index) => pending(index)));
      await at.store.update(() => ({ text }));
      const full = await at.run(["--yes"]);
      assert.deepEqual([full.code, said(full).outcome, said(full).reason], [4, "not-sent", "full"]);
      assert.equal(at.server.creations(), 0);
    });

    it("that contains another campaign of the name: warns, but not about one in another account", async () => {
      const entry = (changes: Parameters<typeof attempt>[0], id: string) => {
        const noted = { ...attempt({ host: at.server.origin, campaign, ...changes }), id, at: at.now };
        return finished({ ...noted, state: "pending", owner: "gone", leaseUntil: at.now }, accepted, at.now);
      };
      const entries = [entry({ bodyHash: hashOf("b") }, "1"), entry({ accountId: "account-2" }, "2")];
      await at.store.update(() => ({ text: writeLedger(entries) }));
      at.now += MINUTE;
      const { code, err } = await at.run(["--yes"]);
      assert.equal(code, 0);
      assert.match(err, /^warning: Another campaign named “Billing [^]*two will have this name\.\n$/);
      assert.equal(err.split("\n").length, 2);
    });

    it("that cannot be read: nothing is sent", async () => {
      const folder = path.join(sample, "no-folder");
      const refused = await at.run(["--yes"], { ledgerStore: () => ledgerFile(folder) });
      const { outcome, reason, message, nextStep } = said(refused);
      assert.deepEqual([refused.code, outcome, reason], [4, "not-sent", "not-noted"]);
      assert.match(message, /without it the campaign could be sent twice\. The ledger .* cannot be read/);
      assert.match(nextStep, /CAMPAIGN_JSON_LEDGER/);
      assert.equal(at.server.creations(), 0);
    });

    it("that cannot be written: nothing is sent that could not be recorded", async () => {
      const full: LedgerStore = {
        read: () => at.store.read(),
        update: () => Promise.reject(new LedgerFileError("No space.")),
      };
      const refused = await at.run(["--yes"], { ledgerStore: () => full });
      const { outcome, reason, message } = said(refused);
      assert.deepEqual([refused.code, outcome, reason], [4, "not-sent", "not-noted"]);
      assert.match(message, /without a record it could be sent twice\. No space\.$/);
      assert.equal(at.server.creations(), 0);
    });

    it("that can no longer be written: reports the outcome, and that it was not recorded", async () => {
      let full = false;
      const store: LedgerStore = {
        read: () => at.store.read(),
        update: (change) =>
          full ? Promise.reject(new LedgerFileError("No space.")) : at.store.update(change),
      };
      const { code, err } = await at.run(["--yes"], {
        ledgerStore: () => store,
        transport: (request, options) => {
          full = true;
          return fetchTransport(request, options);
        },
      });
      assert.equal(code, 0);
      assert.match(err, /^warning: The campaign was answered, but the result could not be saved/);
      // Its lease expires, and the account has the campaign.
      at.now += MINUTE;
      assert.equal(said(await at.run(["--yes"])).outcome, "exists");
    });

    it("is not touched by a dry run, nor by a campaign that goes to a practice server", async () => {
      const untouched = (): LedgerStore => assert.fail("The ledger was opened.");
      assert.equal((await at.run(["--dry-run"], { ledgerStore: untouched })).code, 0);
      const practised = await submit([sample, "--practice", "--yes"], { ledgerStore: untouched });
      assert.equal(practised.code, 0);
      assert.equal(at.server.arrived.length, 0);
    });
  });

  describe("where real people are called", () => {
    /** Redirects requests for the production host to the server of this test. */
    const diverted: Partial<SubmitDeps> = {
      ...atTerminal,
      transport: (request, options) => {
        const { pathname, search } = new URL(request.url);
        return fetchTransport({ ...request, url: `${at.server.origin}${pathname}${search}` }, options);
      },
    };
    const production = ["--host", "platform.kore.ai"];

    it("asks for the campaign's name, and does not accept a yes", async () => {
      for (const answer of ["y", "", campaign.toUpperCase(), undefined]) {
        const no = await at.run(production, { ...diverted, ask: () => Promise.resolve(answer) });
        assert.deepEqual([no.code, said(no).outcome], [130, "cancelled"]);
        assert.match(no.err, /Real people will be called\. [^]*Calling hours: [^]*calls real people/);
        assert.ok(!no.err.includes("eyJ"));
      }
      assert.equal(at.server.arrived.length, 0);
      const yes = await at.run(production, { ...diverted, ask: () => Promise.resolve(` ${campaign} `) });
      assert.deepEqual([yes.code, said(yes).outcome, at.server.creations()], [0, "accepted", 1]);
    });

    it("asks nothing with --yes", async () => {
      const { code, asked } = await at.run([...production, "--yes"], diverted);
      assert.deepEqual([code, asked], [0, []]);
    });
  });
});
