import assert from "node:assert/strict";
import { pacedTransport } from "../../../src/core/lifecycle/paced-transport";
import type { Transport } from "../../../src/core/platform/transport";

describe("The pace of calls", () => {
  it("allows 50 calls in any minute, and no pause before", async () => {
    let now = 0;
    const waits: number[] = [];
    const sent: number[] = [];
    const transport: Transport = () => {
      sent.push(now);
      now += 10;
      return Promise.resolve({ kind: "answered", status: 200, headers: {}, text: "{}" });
    };
    const wait = (ms: number): Promise<void> => {
      waits.push(ms);
      now += ms;
      return Promise.resolve();
    };
    const paced = pacedTransport(transport, { now: () => now, wait });
    const request = { method: "GET", url: "http://127.0.0.1/", headers: {} } as const;
    const options = { signal: new AbortController().signal, timeoutMs: 1, maxBytes: 1 };
    for (let call = 0; call < 120; call++) await paced(request, options);
    assert.equal(sent.length, 120);
    assert.deepEqual(waits, [59_500, 59_500]);
    for (const [index, at] of sent.entries())
      assert.ok(index < 50 || at - (sent[index - 50] ?? 0) >= 60_000, `${index}`);
  });

  it("sends nothing after an interrupt, whether the wait resolves or rejects", async () => {
    for (const end of [() => Promise.resolve(), () => Promise.reject(new Error("aborted"))]) {
      const interrupt = new AbortController();
      let calls = 0;
      const transport: Transport = () => {
        calls++;
        return Promise.resolve({ kind: "answered", status: 200, headers: {}, text: "{}" });
      };
      const wait = (): Promise<void> => {
        interrupt.abort();
        return end();
      };
      const paced = pacedTransport(transport, { now: () => 0, wait });
      const request = { method: "GET", url: "http://127.0.0.1/", headers: {} } as const;
      const options = { signal: interrupt.signal, timeoutMs: 1, maxBytes: 1 };
      for (let call = 0; call < 50; call++) await paced(request, options);
      const last = await paced(request, options);
      assert.deepEqual([calls, last.kind], [50, "failed"]);
    }
  });
});
