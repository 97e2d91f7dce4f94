import assert from "node:assert/strict";
import { globalAgent } from "node:https";
import type { Outcome } from "../../src/core/platform/outcome";
import { mintPracticeToken } from "../../src/node/practice/server";
import { outcomeAt } from "../unit/node/servers";
import { cases, EXIT, type FaultCase } from "./cases";
import { filesIn, leaksIn, partsOf } from "./leaks";
import { buildProgram, campaign, largeCampaign, type Program } from "./program";
import { certificate } from "./server";
import { PATIENCE_SECONDS, tryFault, type Tried } from "./try-fault";

const kinds = Object.keys(cases) as readonly Outcome["kind"][];
describe("A submission to a faulty server", () => {
  for (const kind of kinds)
    describe(`is ${kind}`, () => {
      for (const fault of cases[kind])
        it(`${fault.what}: one attempt, no other server reached`, () =>
          tryFault(fault, kind, async (host, _proxy, onStop) => {
            const stopped = new AbortController();
            onStop(() => stopped.abort());
            if (fault.trusted) globalAgent.options.ca = certificate.cert;
            try {
              const { kind: outcome, ...more } = await outcomeAt(host, {
                timeoutMs: (fault.seconds ?? PATIENCE_SECONDS) * 1000,
                signal: stopped.signal,
                ...(fault.large ? { body: JSON.stringify("x".repeat(2 ** 19)) } : {}),
              });
              return { outcome, ...more };
            } finally {
              delete globalAgent.options.ca;
            }
          }));
    });
});

describe("campaign-json submit to a faulty server", () => {
  let program: Program;
  before(async () => {
    program = await buildProgram();
  });
  after(() => program.remove());

  const environment = (fault: FaultCase, proxy: string): Record<string, string> => ({
    CAMPAIGN_JSON_TOKEN: mintPracticeToken(),
    // The CLI connects directly to the host, because a proxy could read the credentials.
    HTTP_PROXY: proxy,
    HTTPS_PROXY: proxy,
    http_proxy: proxy,
    https_proxy: proxy,
    ...(fault.trusted ? { NODE_EXTRA_CA_CERTS: program.file("trusted.pem", certificate.cert) } : {}),
  });

  for (const kind of kinds)
    describe(`exits ${EXIT[kind]}, ${kind}`, () => {
      for (const fault of cases[kind])
        it(`${fault.what}: one attempt, no other server reached`, () =>
          tryFault(fault, kind, async (host, proxy, onStop) => {
            const file = fault.large ? largeCampaign : campaign;
            const to = ["--host", host, "--account-id", "account-1", "--stream-id", "st-1"];
            const how = ["--yes", "--format", "json", "--timeout", String(fault.seconds ?? PATIENCE_SECONDS)];
            const env = environment(fault, proxy);
            let files: Record<string, string> = {};
            const { code, out, err } = await program.run(["submit", file, ...to, ...how], {
              env,
              onStart: onStop,
              look: async (folders) => void (files = await filesIn(folders)),
            });
            const token = partsOf(env["CAMPAIGN_JSON_TOKEN"] ?? "", "the token");
            assert.deepEqual(leaksIn({ out, err, ...files }, token), []);
            assert.equal(code, EXIT[kind], `${out}${err}`);
            return JSON.parse(out) as Tried["outcome"];
          }));
    });
});
