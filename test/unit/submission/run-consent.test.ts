import assert from "node:assert/strict";
import { again, entry, inAdvance, isDuplicate, knowing, no, sent, states, submitOn, yes } from "./run-scene";
import { accepted, computer, hashOf, START, type Computer } from "./attempts";
import type { Answer } from "../../../src/core/submission/run";

describe("a submission", () => {
  describe("that a person is asked about", () => {
    it("ends with the person's choice", async () => {
      const at = computer();
      const { end, requests } = await submitOn(at, { answers: [no] });
      assert.deepEqual([end, requests], [{ kind: "declined", instead: "something else" }, 0]);
      assert.deepEqual(await states(at), []);
    });

    it("creates a duplicate only with a yes to the duplicate itself", async () => {
      const at = knowing(await entry("1", accepted));
      const declined = await submitOn(at, { answers: [no] });
      assert.deepEqual(declined.questions.map(isDuplicate), [true]);
      assert.deepEqual([declined.end.kind, declined.requests], ["declined", 0]);
      assert.deepEqual([(await submitOn(at)).end.kind, await states(at)], ["sent", ["accepted", "accepted"]]);
    });

    it("shows another campaign of the name", async () => {
      const at = knowing(await entry("1", accepted, START, { bodyHash: hashOf("b") }));
      const { end, questions } = await submitOn(at);
      assert.deepEqual(
        questions.map(({ prior }) => prior.map(({ same }) => same)),
        [["name"]],
      );
      assert.deepEqual([end.kind, questions.map(isDuplicate)], ["sent", [false]]);
    });

    const meanwhile = (at: Computer) => async (): Promise<Answer<string>> => {
      assert.equal((await submitOn(at)).end.kind, "sent");
      return { yes: true };
    };

    it("is asked about again when another process created it during the question", async () => {
      const at = computer();
      const { end, questions, requests } = await submitOn(at, { answers: [meanwhile(at), no] });
      assert.deepEqual([end.kind, questions.map(isDuplicate), requests], ["declined", [false, true], 0]);
      const both = computer();
      const second = await submitOn(both, { answers: [meanwhile(both), yes] });
      assert.deepEqual([second.end.kind, await states(both)], ["sent", ["accepted", "accepted"]]);
    });

    it("ends then if the caller reads the campaign again", async () => {
      const at = computer();
      const { end, questions, requests } = await submitOn(at, { ifChanged: "end", answers: [meanwhile(at)] });
      assert.deepEqual([end, questions.length, requests], [{ kind: "changed" }, 1, 0]);
    });

    it("is blocked when another process started to send it during the question", async () => {
      const at = computer();
      const begin = async (): Promise<Answer<string>> => {
        await at.window("another").begin(await sent());
        return { yes: true };
      };
      for (const ifChanged of ["repeat", "end"] as const) {
        const { end, requests } = await submitOn(at, { ifChanged, answers: [begin] });
        assert.ok(end.kind === "blocked" && end.by.kind === "under-way");
        assert.equal(requests, 0);
      }
    });

    it("is blocked when the log was damaged during the question", async () => {
      const at = computer();
      const damage = (): Answer<string> => {
        at.store.text = "not a ledger\n";
        return { yes: true };
      };
      const { end, requests } = await submitOn(at, { answers: [damage] });
      assert.ok(end.kind === "blocked" && end.by.kind === "damaged");
      assert.equal(requests, 0);
    });
  });

  describe("with a yes in advance", () => {
    it("does not create a duplicate; --again creates one that was known before", async () => {
      const at = knowing(await entry("1", accepted));
      const { end, requests } = await submitOn(at, { consent: inAdvance });
      assert.ok(end.kind === "exists");
      assert.deepEqual([end.duplicate.campaignId, requests], ["cd-1", 0]);
      const forced = await submitOn(at, { consent: again });
      assert.deepEqual([forced.end.kind, forced.requests, forced.questions], ["sent", 1, []]);
      assert.deepEqual(
        forced.warnings.map((prior) => prior.map(({ entryId }) => entryId)),
        [["1"]],
      );
    });

    for (const consent of [inAdvance, again])
      it(`covers nothing that became known after the run started (again: ${consent === again})`, async () => {
        const duplicate = knowing(await entry("1", accepted, START + 2_000));
        assert.equal((await submitOn(duplicate, { consent })).end.kind, "exists");
        const namesake = knowing(await entry("1", accepted, START + 2_000, { bodyHash: hashOf("b") }));
        const { end, requests } = await submitOn(namesake, { consent });
        assert.ok(end.kind === "blocked" && end.by.kind === "meanwhile");
        assert.deepEqual([end.by.prior.entryId, requests], ["1", 0]);
      });

    for (const consent of [inAdvance, again])
      it(`is not sent if another process sends after the assessment and before the request (again: ${consent === again})`, async () => {
        const at = computer();
        at.now = START + 10_000;
        const whole = { ...at.store };
        at.store.update = async (change) => {
          at.store.update = (next) => whole.update(next);
          assert.equal((await submitOn(at)).end.kind, "sent");
          return whole.update(change);
        };
        const { end, requests } = await submitOn(at, { consent });
        assert.deepEqual([end.kind, requests, await states(at)], ["exists", 0, ["accepted"]]);
      });
  });
});
