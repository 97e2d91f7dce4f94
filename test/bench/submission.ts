// Measures submissions in a running process and prints the figure as JSON. `run.ts` bundles it, starts a practice server
// in another process, and gives its address and credentials in the environment.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import fetch from "node-fetch";
import type { Connection } from "../../src/core/connection/connection";
import { toAttempt } from "../../src/core/ledger/attempt";
import { createLedger } from "../../src/core/ledger/ledger";
import { createCampaignRequest } from "../../src/core/platform/request";
import { runSubmission } from "../../src/core/submission/run";
import { submitOnce } from "../../src/core/submission/submit-once";
import { fetchTransport } from "../../src/node/http/fetch-transport";
import { ledgerFile } from "../../src/node/ledger/ledger-file";
import { byTurns } from "./by-turns";
import { validCampaign } from "./campaigns";

const rounds = 100;
/** Fewer than a server accepts for one account in a minute. */
const CALLS = 25;

function variable(name: string): string {
  const value = process.env[`CAMPAIGN_JSON_${name}`];
  if (value === undefined) throw new Error(`CAMPAIGN_JSON_${name} is missing.`);
  return value;
}

const token = variable("TOKEN");
let next = 0;

interface Next {
  readonly connection: Connection;
  readonly body: string;
  readonly campaign: string;
}

/** A campaign of its own name, as the ledger sends none twice, in an account that is within its calls of a minute. */
function nextCampaign(): Next {
  const index = next++;
  const connection: Connection = {
    ...{ id: "bench", name: "Bench", host: variable("HOST"), production: false },
    ...{ accountId: `account-${Math.floor(index / CALLS)}`, streamId: variable("STREAM_ID") },
    credential: { kind: "token", token },
  };
  return { connection, body: validCampaign(index), campaign: `Campaign ${index}` };
}

/** As the command line submits with `--yes`, without reading and checking the file. */
async function submit(folder: string): Promise<void> {
  const ledger = createLedger({
    ...{ store: ledgerFile(folder), now: Date.now, owner: crypto.randomUUID() },
    onDamage: () => {
      throw new Error("The ledger is damaged.");
    },
  });
  const { signal } = new AbortController();
  const { connection, ...campaign } = nextCampaign();
  const sent = { ...campaign, file: "bench.campaign.json", path: path.resolve("bench.campaign.json") };
  const reading = { connection, transport: fetchTransport, signal, timeoutMs: 30_000, now: Date.now };
  const end = await runSubmission({
    ...{ ledger, signal, ifDamaged: "ask", ifChanged: "repeat" },
    attempt: await toAttempt({ ...sent, connection }),
    consent: { kind: "in-advance", since: Date.now(), again: false },
    confirm: () => Promise.reject(new Error("It asks.")),
    send: (acknowledged) =>
      submitOnce({ ...reading, ...sent, ledger, every: () => () => undefined, acknowledged }),
  });
  if (end.kind !== "sent" || end.submission.outcome.kind !== "accepted")
    throw new Error(`A submission ended as ${end.kind}.`);
}

/** The same request on its own connection, and its response as JSON. */
async function send(): Promise<void> {
  const { connection, body } = nextCampaign();
  const { method, url, headers } = createCampaignRequest(connection, body, token);
  const response = await fetch(url, { method, body, headers: { ...headers, connection: "close" } });
  const answer = (await response.json()) as { readonly status?: unknown };
  if (answer.status !== "success") throw new Error(`The server answered ${response.status}.`);
}

async function measure(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "bench-ledger-"));
  try {
    const { own, other } = await byTurns(
      { own: () => submit(folder), other: send },
      { warmings: 10, rounds, counts: "median" },
    );
    console.log(JSON.stringify({ "submit/fetch": { own, other, rounds } }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

void measure();
