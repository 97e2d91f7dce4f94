import assert from "node:assert/strict";
import { globalAgent } from "node:https";
import type { Outcome } from "../../src/core/platform/outcome";
import { mintPracticeToken } from "../../src/node/practice/server";
import { outcomeAt } from "../unit/node/servers";
import { cases, EXIT, type FaultCase } from "./cases";
import { filesIn, leaksIn, partsOf } from "./leaks";
import { buildProgram, campaign, largeCampaign, type Program } from "./program";
import { certificate, startBystander, startFaultServer, type Counted, type Misbehaviour } from "./server";

const kinds = Object.keys(cases) as readonly Outcome["kind"][];
const NOBODY: Misbehaviour = { at: "connection", does: () => undefined };
/** Much longer than any response takes, and shorter than the timeout of a test. */
const PATIENCE_SECONDS = 8;

interface Tried {
  /** The outcome's kind and its other properties. */
  readonly outcome: Readonly<Record<string, unknown>>;
  readonly server: Counted;
  readonly bystander: Counted;
}

type Try = (host: string, proxy: string, onStop: (stop: () => void) => void) => Promise<Tried["outcome"]>;

/** Starts the servers, submits once, and checks the expectations of the case, which apply to every way to submit. */
async function submitTo({ server, host, stopAt, is, requests = 1 }: FaultCase, kind: string, submit: Try) {
  const bystander = await startBystander();
  let stop = (): void => undefined;
  const stopAfter = (stage: Misbehaviour["at"]): void => {
    if (stage === stopAt) setTimeout(() => stop(), 50);
  };
  const counted = await startFaultServer(server === "nobody" ? NOBODY : server, bystander, stopAfter);
  if (server === "nobody") await counted.close();
  const origin = host?.(counted.port) ?? `http://127.0.0.1:${counted.port}`;
  try {
    const outcome = await submit(origin, bystander.otherPort, (stopIt) => (stop = stopIt));
    assert.equal(outcome["outcome"], kind, JSON.stringify(outcome).slice(0, 500));
    for (const [key, value] of Object.entries(is ?? {})) assert.deepEqual(outcome[key], value, key);
    assert.equal(counted.requests(), requests);
    assert.ok(counted.connections() <= 1);
    assert.deepEqual([bystander.connections(), bystander.bytes()], [0, 0]);
  } finally {
    await Promise.all([counted.close(), bystander.close()]);
  }
}

describe("A submission to a faulty server", () => {
  for (const kind of kinds)
    describe(`is ${kind}`, () => {
      for (const fault of cases[kind])
        it(`${fault.what}: one attempt, no other server reached`, () =>
          submitTo(fault, kind, async (host, _proxy, onStop) => {
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
          submitTo(fault, kind, async (host, proxy, onStop) => {
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
