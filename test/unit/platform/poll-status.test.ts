import assert from "node:assert/strict";
import {
  pollState,
  type PolledState,
  type PollStateParameters,
} from "../../../src/core/platform/poll-status";
import { submitCampaign } from "../../../src/core/platform/create-campaign";
import { fetchTransport } from "../../../src/node/http/fetch-transport";
import { mintPracticeToken, startPracticeServer } from "../../../src/node/practice/server";
import { sampleText } from "../node/practice-call";
import { connectionTo, httpServer, type TestServer } from "../node/servers";

const START = Date.UTC(2026, 0, 5, 9);

interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** The connection breaks instead of a response. */
  readonly broken?: true;
}

interface Polled {
  readonly result: PolledState;
  /** Milliseconds of each pause. */
  readonly pauses: readonly number[];
  readonly states: readonly string[];
  readonly calls: number;
}

const state = (status: string): Answer => ({ body: { status: "success", data: { id: "cd-1", status } } });
const preparing = state("Preparing");
const limited = (headers = {}): Answer => ({
  status: 429,
  headers,
  body: { errors: [{ msg: "You've exceeded the per-minute rate limit.", code: 429 }] },
});

describe("pollState", () => {
  let server: TestServer | undefined;
  afterEach(() => server?.close());

  /** Polls a server with these responses, of which the last repeats, on a clock that only pauses move. */
  async function poll(
    answers: readonly Answer[],
    changes: Partial<PollStateParameters> = {},
  ): Promise<Polled> {
    let calls = 0;
    server = await httpServer((response) => {
      const { status = 200, headers = {}, body, broken } = answers[Math.min(calls++, answers.length - 1)]!;
      if (broken) response.destroy();
      else response.writeHead(status, headers).end(JSON.stringify(body));
    });
    const pauses: number[] = [];
    const states: string[] = [];
    let clock = START;
    const result = await pollState({
      connection: connectionTo(server.origin),
      transport: fetchTransport,
      signal: new AbortController().signal,
      timeoutMs: 2000,
      now: () => clock,
      campaignId: "cd-1",
      wait: (ms) => {
        pauses.push(ms);
        clock += ms;
        return Promise.resolve();
      },
      onState: (read) => states.push(read),
      ...changes,
    });
    return { result, pauses, states, calls };
  }

  it("waits for the state that the caller wants", async () => {
    const isSettled = (name: string): boolean => name === "Active";
    const polled = await poll([state("Ready"), state("Ready"), state("Active")], { isSettled });
    assert.deepEqual([polled.result, polled.calls], [{ kind: "settled", state: "Active" }, 3]);
  });

  it("polls less and less often until the state is no longer Preparing", async () => {
    const { result, pauses, states } = await poll([...Array<Answer>(7).fill(preparing), state("Ready")]);
    assert.deepEqual(result, { kind: "settled", state: "Ready" });
    assert.deepEqual(pauses, [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
    assert.deepEqual(states, ["Preparing", "Ready"]);
  });

  it("stops after ten minutes, and reports that nothing is wrong", async () => {
    const { result, pauses, calls } = await poll([preparing]);
    assert.deepEqual(result, { kind: "still-preparing" });
    const passed = pauses.reduce((sum, ms) => sum + ms, 0);
    assert.ok(passed > 540_000 && passed <= 600_000);
    assert.ok(calls < 30);
  });

  it("makes no more calls than allowed", async () => {
    assert.equal((await poll([preparing], { maxCalls: 3 })).calls, 3);
  });

  it("waits out the rate limit", async () => {
    const { result, pauses } = await poll([limited({ "retry-after": "7" }), limited(), state("Ready")]);
    assert.equal(result.kind, "settled");
    assert.deepEqual(pauses, [1000, 7000, 60_000]);
  });

  it("does not wait for a limit that outlasts its time", async () => {
    const { result, calls } = await poll([limited({ "retry-after": "3600" })]);
    assert.equal(result.kind === "unavailable" && result.outcome.kind, "rate-limited");
    assert.equal(calls, 1);
  });

  it("ignores two failures in a row", async () => {
    const bad: Answer[] = [{ broken: true }, { status: 503, body: "busy" }];
    const { result, states } = await poll([...bad, preparing, ...bad, state("Ready")]);
    assert.deepEqual(result, { kind: "settled", state: "Ready" });
    assert.deepEqual(states, ["Preparing", "Ready"]);
  });

  it("gives the reason after the third", async () => {
    const { result, calls } = await poll([preparing, { status: 404, body: { errors: [{ msg: "no" }] } }]);
    assert.equal(calls, 4);
    assert.ok(result.kind === "unavailable" && result.lastState === "Preparing");
    assert.equal(result.outcome.kind, "rejected");
  });

  it("stops at once if another call would not help", async () => {
    const answers: Answer[] = [
      { status: 401, body: { errors: [{ msg: "Invalid JWT token", code: 4002 }] } },
      { status: 302, headers: { location: "https://elsewhere.example" } },
    ];
    for (const answer of answers) {
      const { result, calls } = await poll([answer]);
      assert.deepEqual([result.kind, calls], ["unavailable", 1]);
      await server?.close();
    }
    const expired = mintPracticeToken({ exp: START / 1000 - 1 });
    const connection = connectionTo("http://127.0.0.1:9", { credential: { kind: "token", token: expired } });
    assert.deepEqual((await poll([preparing], { connection })).pauses, [1000]);
  });

  for (const [what, wait] of [
    ["resolves", () => Promise.resolve()],
    ["rejects", () => Promise.reject(new Error("aborted"))],
  ] as const)
    it(`ends silently if it is canceled in a pause that ${what}`, async () => {
      const abort = new AbortController();
      const { result, calls } = await poll([preparing], {
        signal: abort.signal,
        wait: () => {
          abort.abort();
          return wait();
        },
      });
      assert.deepEqual([result, calls], [{ kind: "cancelled" }, 0]);
    });

  it("ends silently if it is canceled in a call", async () => {
    const abort = new AbortController();
    const { result } = await poll([preparing], {
      signal: abort.signal,
      transport: (request, options) => {
        const sending = fetchTransport(request, options);
        abort.abort();
        return sending;
      },
    });
    assert.deepEqual(result, { kind: "cancelled" });
  });

  it("rethrows the error of a pause that was not canceled", async () => {
    await assert.rejects(
      poll([preparing], { wait: () => Promise.reject(new RangeError("a bug")) }),
      RangeError,
    );
  });

  it("reports that a campaign of the practice server becomes ready", async () => {
    let clock = START;
    const practice = await startPracticeServer({ now: () => clock, settleMs: 5000 });
    try {
      const parameters = {
        connection: practice.connection,
        transport: fetchTransport,
        signal: new AbortController().signal,
        timeoutMs: 2000,
        now: () => clock,
      };
      const { outcome } = await submitCampaign({ ...parameters, body: sampleText("preview") });
      const campaignId = outcome.kind === "accepted" ? (outcome.campaignId ?? "") : "";
      const result = await pollState({
        ...parameters,
        campaignId,
        wait: (ms) => {
          clock += ms;
          return Promise.resolve();
        },
      });
      assert.deepEqual(result, { kind: "settled", state: "Ready" });
      assert.equal(clock - START, 7000);
    } finally {
      await practice.close();
    }
  });
});
