import assert from "node:assert/strict";
import type { AccountCheck } from "../../../src/core/account/check";
import type { Connection } from "../../../src/core/connection/connection";
import type { ExchangeParameters } from "../../../src/core/platform/exchange";
import type { Campaign } from "../../../src/core/campaign/generated/campaign";
import { validate } from "../../../src/core/campaign/generated/validate";
import { fetchTransport } from "../../../src/node/http/fetch-transport";
import { sampleText } from "../node/practice-call";

export const campaignOf = (mode: string, changes: object = {}): Campaign => {
  const value: unknown = { ...(JSON.parse(sampleText(mode)) as object), ...changes };
  return validate(value) ? value : assert.fail("the sample is not a campaign");
};

export const parametersFor = (connection: Connection): ExchangeParameters => ({
  connection,
  transport: fetchTransport,
  signal: new AbortController().signal,
  timeoutMs: 2000,
  now: Date.now,
});

export const found = (check: AccountCheck): (readonly [code: string, pointer: string])[] =>
  check.kind === "checked"
    ? check.findings.map(({ code, pointer }) => [code, pointer])
    : assert.fail(check.kind);
export const unavailable = (check: AccountCheck): (readonly [part: string, why: string])[] =>
  check.kind === "checked" ? check.unavailable.map(({ part, why }) => [part, why]) : assert.fail(check.kind);
