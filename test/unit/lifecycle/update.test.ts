import assert from "node:assert/strict";
import { toRequestBody } from "../../../src/core/campaign/request-body";
import { isAsExpected } from "../../../src/core/lifecycle/run-update";
import { computer, START } from "../submission/attempts";
import { answered, timeout } from "../submission/run-scene";
import { accepted, changed as triggered, history, knowing, lost } from "./scene";
import { apply, attempt, before, earlier, file, ok, stored, updateOn, type Account } from "./update-scene";

const priority = { pointer: "/priority", file: "2", account: "5" };

describe("runUpdate", () => {
  it("asks about exactly the differences, sends the file's body once, and reads the campaign afterwards", async () => {
    const at = computer();
    const { end, questions, requests, reads } = await updateOn(at);
    assert.deepEqual(
      questions.map(({ differences }) => differences),
      [[priority]],
    );
    assert.deepEqual(
      requests.map(({ method, body }) => [method, body]),
      [["PUT", toRequestBody(file)]],
    );
    assert.equal(reads, 3);
    assert.ok(end.kind === "sent" && end.after?.kind === "read");
    assert.deepEqual([end.submission.outcome.kind, end.after.differences], ["accepted", []]);
    assert.deepEqual(await history(at), ["update accepted"]);
  });

  it("sends nothing without a difference, whatever the state, and without a question", async () => {
    for (const state of ["Ready", "Active"]) {
      const at = computer();
      const { end, questions, requests } = await updateOn(at, { account: stored(file, state) });
      assert.deepEqual([end.kind, questions.length, requests.length], ["exists", 0, 0]);
      assert.deepEqual(await history(at), []);
    }
  });

  for (const [state, why] of [
    ["Active", "active"],
    ["active", "active"],
    [undefined, "unknown-state"],
  ] as const)
    it(`refuses a campaign whose state is ${state ?? "not returned"}, before and after the question`, async () => {
      const at = computer();
      const account = { ...stored(), state };
      const first = await updateOn(at, { account });
      assert.ok(first.end.kind === "refused");
      assert.deepEqual([first.end.why, first.questions.length], [why, 0]);
      const second = await updateOn(at, {
        answer: (target) => {
          target.state = state;
          return true;
        },
      });
      assert.ok(second.end.kind === "refused");
      assert.deepEqual([second.end.why, second.questions.length], [why, 1]);
      assert.deepEqual([...first.requests, ...second.requests, ...(await history(at))], []);
    });

  it("refuses a campaign that changed while the person read the differences", async () => {
    const changes: ((account: Account) => void)[] = [
      (account) => (account.updatedAt = "2026-01-01T00:00:01.000Z"),
      (account) => (account.campaign = { ...before, description: "Another" }),
      (account) => (account.state = "Paused"),
    ];
    for (const change of changes) {
      const at = computer();
      const { end, requests } = await updateOn(at, {
        answer: (account) => {
          change(account);
          return true;
        },
      });
      assert.ok(end.kind === "refused");
      assert.deepEqual([end.why, requests.length, await history(at)], ["changed", 0, []]);
    }
  });

  it("refuses if another window of this computer updated the campaign in the meantime", async () => {
    const at = computer();
    const { end, requests } = await updateOn(at, {
      answer: async () => {
        const other = at.window("window-2");
        const begun = await other.begin(await attempt());
        assert.ok(begun.kind === "begun");
        await other.finish(begun.entry, accepted("Ready"));
        return true;
      },
    });
    assert.ok(end.kind === "refused");
    assert.deepEqual([end.why, requests.length], ["changed", 0]);
  });

  it("sends nothing after a no", async () => {
    const at = computer();
    const { end, requests, reads } = await updateOn(at, { answer: () => false });
    assert.deepEqual([end.kind, requests.length, reads, await history(at)], ["declined", 0, 1, []]);
  });

  it("sends nothing if one of the reads before the request fails", async () => {
    for (const read of [0, 1]) {
      const at = computer();
      const { end, requests } = await updateOn(at, { unread: { [read]: lost } });
      assert.deepEqual([end.kind, requests.length, await history(at)], ["unread", 0, []]);
    }
    const stopped = await updateOn(computer(), { unread: { 0: { kind: "cancelled" } } });
    assert.equal(stopped.end.kind, "stopped");
  });

  it("reports what the platform did not apply", async () => {
    const { end } = await updateOn(computer(), { respond: () => ok });
    assert.ok(end.kind === "sent" && end.after?.kind === "read");
    assert.deepEqual(end.after.differences, [priority]);
  });

  describe("with a file that omits the account's enabled schedule", () => {
    const { schedule, ...unscheduled } = file;
    const enabled = { ...schedule, isSchedulingEnabled: true };
    const scheduled = () => stored({ ...before, schedule: enabled }, "Scheduled");
    const omission = { pointer: "/schedule/isSchedulingEnabled", account: true };

    it("sends nothing if the yes was given in advance", async () => {
      const at = computer();
      const { end, questions, requests } = await updateOn(at, {
        ...{ file: unscheduled, account: scheduled(), consent: "in-advance" },
      });
      assert.ok(end.kind === "refused" && end.why === "omitted");
      assert.deepEqual([end.omitted, end.differences], [[omission], [priority]]);
      assert.deepEqual([questions.length, requests.length, await history(at)], [0, 0, []]);
    });

    it("asks about it, and reports that the update switched it off", async () => {
      const { end, questions } = await updateOn(computer(), { file: unscheduled, account: scheduled() });
      assert.deepEqual(
        questions.map(({ differences, omitted }) => [differences, omitted]),
        [[[priority], [omission]]],
      );
      assert.ok(end.kind === "sent" && end.after?.kind === "read" && !isAsExpected(end.after));
      const { differences, omitted, changed } = end.after;
      // The account of this test returns exactly the keys that were sent.
      assert.deepEqual(
        [differences, omitted, changed],
        [[], [], [{ pointer: omission.pointer, before: true }]],
      );
    });

    it("is as expected if the platform keeps it", async () => {
      const { end } = await updateOn(computer(), {
        ...{ file: unscheduled, account: scheduled() },
        respond: ({ body = "" }, account) => {
          apply(account, { ...(JSON.parse(body) as object), schedule: enabled });
          return ok;
        },
      });
      assert.ok(end.kind === "sent" && end.after?.kind === "read" && isAsExpected(end.after));
      assert.deepEqual(end.after.omitted, [omission]);
    });

    it("sends nothing without a difference", async () => {
      const account = stored({ ...unscheduled, schedule: enabled }, "Scheduled");
      const { end, requests } = await updateOn(computer(), { file: unscheduled, account });
      assert.ok(end.kind === "exists");
      assert.deepEqual([end.omitted, requests.length], [[omission], 0]);
    });
  });

  it("reads nothing after a clear refusal", async () => {
    const at = computer();
    const refusal = answered(400, { errors: [{ msg: "Active campaigns cannot be edited", code: 400 }] });
    const { end, reads } = await updateOn(at, { respond: () => refusal });
    assert.ok(end.kind === "sent");
    assert.deepEqual([end.submission.outcome.kind, end.after, reads], ["rejected", undefined, 2]);
    assert.deepEqual(await history(at), ["update rejected"]);
  });

  it("resolves a request without a response if the account has the file's values", async () => {
    const at = computer();
    const { end, requests } = await updateOn(at, {
      respond: (_request, account) => {
        apply(account, file);
        return timeout;
      },
    });
    assert.ok(end.kind === "sent" && end.after?.kind === "read");
    assert.deepEqual([end.after.differences, requests.length], [[], 1]);
    assert.deepEqual(await history(at), ["update unknown (found)"]);
  });

  it("leaves a request without a response open if the account has other values, or can't be read", async () => {
    for (const unread of [{}, { 2: lost }]) {
      const at = computer();
      const { end, requests } = await updateOn(at, { respond: () => timeout, unread });
      assert.ok(end.kind === "sent");
      assert.deepEqual([end.submission.outcome.kind, requests.length], ["unknown", 1]);
      assert.deepEqual(await history(at), ["update unknown"]);
    }
  });

  describe("after an earlier update without a response", () => {
    it("sends nothing if the account has the file's values, and resolves it", async () => {
      const at = knowing(await earlier(lost));
      const { end, requests } = await updateOn(at, { account: stored(file) });
      assert.deepEqual([end.kind, requests.length], ["exists", 0]);
      assert.deepEqual(await history(at), ["update unknown (found)"]);
    });

    it("waits a minute for it to take effect, and then sends the update again", async () => {
      const at = knowing(await earlier(lost));
      for (const consent of ["ask", "in-advance"] as const) {
        const { end, questions, requests } = await updateOn(at, { consent });
        assert.ok(end.kind === "blocked" && end.by.kind === "unresolved");
        assert.deepEqual([end.by.lookAgainAt, questions.length, requests.length], [START + 60_001, 0, 0]);
      }
      at.now = START + 60_001;
      const { end, requests } = await updateOn(at);
      assert.deepEqual([end.kind, requests.length], ["sent", 1]);
      assert.deepEqual(await history(at), ["update accepted", "update unknown (not-found)"]);
    });

    it("sends nothing while another window updates the campaign", async () => {
      const at = computer();
      await at.window("window-2").begin(await attempt());
      const { end, reads } = await updateOn(at);
      assert.ok(end.kind === "blocked");
      assert.deepEqual([end.by.kind, reads], ["under-way", 0]);
    });
  });

  it("is not blocked by a start that was accepted", async () => {
    const at = computer();
    const window = at.window("window-2");
    const begun = await window.begin(await triggered("start"));
    assert.ok(begun.kind === "begun");
    await window.finish(begun.entry, accepted("Active"));
    const { end } = await updateOn(at, { account: stored(before, "Completed") });
    assert.equal(end.kind, "sent");
  });

  it("repairs a damaged ledger and asks, but sends nothing with --yes", async () => {
    const asked = computer("damaged");
    assert.equal((await updateOn(asked)).end.kind, "sent");
    assert.equal(asked.damages.length, 1);
    const { end, requests } = await updateOn(computer("damaged"), { consent: "in-advance" });
    assert.ok(end.kind === "blocked");
    assert.deepEqual([end.by.kind, requests.length], ["damaged", 0]);
  });

  it("sends nothing that can't be recorded", async () => {
    const unreadable = computer();
    unreadable.store.broken = new Error("The disk is gone.");
    const first = await updateOn(unreadable);
    const unwritable = computer();
    const second = await updateOn(unwritable, {
      answer: () => {
        unwritable.store.broken = new Error("The disk is gone.");
        return true;
      },
    });
    for (const [{ end, requests }, kind] of [
      [first, "unreadable"],
      [second, "not-noted"],
    ] as const) {
      assert.ok(end.kind === "blocked");
      assert.deepEqual([end.by.kind, requests.length], [kind, 0]);
    }
  });
});
