import assert from "node:assert/strict";
import { readRetryAfter } from "../../../src/core/platform/retry-after";

describe("Retry-After", () => {
  const now = Date.UTC(2026, 9, 21, 7, 28);
  const cases: readonly (readonly [header: string | undefined, seconds: number | undefined])[] = [
    ["17", 17],
    [" 17 ", 17],
    ["Wed, 21 Oct 2026 07:28:30 GMT", 30],
    ["Wednesday, 21-Oct-26 07:29:00 GMT", 60],
    ["Wed Oct 21 07:29:00 2026", 60],
    ["Wed, 21 Oct 2026 07:27:00 GMT", undefined],
    ["Fri, 31 Dec 2999 23:59:59 GMT", 86_400],
    ["99999999999999999999", 86_400],
    ["0", undefined],
    ["-5", undefined],
    ["1.5", undefined],
    ["1e3", undefined],
    ["soon", undefined],
    ["Wed, never", undefined],
    ["", undefined],
    [undefined, undefined],
  ];
  for (const [header, seconds] of cases)
    it(`${header ?? "that is not there"}: ${seconds ?? "no time"}`, () => {
      assert.equal(readRetryAfter(header, now), seconds);
    });
});
