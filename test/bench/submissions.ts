import { execFileSync, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Figure } from "../../scripts/generate/benchmarks/results";
import type { Connection } from "../../src/core/connection/connection";
import { createCampaignRequest } from "../../src/core/platform/request";
import { byTurns } from "./by-turns";
import { validCampaign } from "./campaigns";
import { runProgram } from "./linters";

type Figures = Readonly<Record<string, Figure>>;

const rounds = 20;
const commandLine = path.resolve("dist", "cli.js");

/** Submissions to a practice server in a process of its own. `inProcess` is the bundle of `submission.ts`. */
export async function measureSubmissions(folder: string, inProcess: string): Promise<Figures> {
  await mkdir(folder, { recursive: true });
  const output = path.join(folder, "server.txt");
  // A file, because a full pipe would block the server.
  const descriptor = openSync(output, "w");
  const server = spawn(process.execPath, [commandLine, "practice"], {
    stdio: ["ignore", descriptor, "inherit"],
  });
  closeSync(descriptor);
  try {
    const variables = await greetingOf(output);
    const env = { ...process.env, ...variables, CAMPAIGN_JSON_LEDGER: path.join(folder, "ledger") };
    const running = execFileSync(process.execPath, [inProcess], { encoding: "utf8", env });
    return { ...(JSON.parse(running) as Figures), ...(await measureProcesses(folder, variables, env)) };
  } finally {
    server.kill();
  }
}

async function measureProcesses(
  folder: string,
  variables: Readonly<Record<string, string>>,
  env: NodeJS.ProcessEnv,
): Promise<Figures> {
  const files = Array.from({ length: rounds }, (_, index) =>
    path.join(folder, `submit-${index}.campaign.json`),
  );
  for (const [index, file] of files.entries()) await writeFile(file, validCampaign(100_000 + index));
  const waiting = [...files];
  const { own, curl } = await byTurns(
    {
      own: () =>
        runProgram([process.execPath, commandLine, "submit", "--yes", waiting.shift() ?? ""], 0, env),
      curl: () => runProgram(["curl", ...curlArguments(variables, files[0] ?? "")]),
    },
    { warmings: 0, rounds, counts: "median" },
  );
  return { "submit/curl": { own, other: curl, rounds } };
}

function curlArguments(variables: Readonly<Record<string, string>>, file: string): string[] {
  const token = variables["CAMPAIGN_JSON_TOKEN"] ?? "";
  const connection: Connection = {
    ...{ id: "bench", name: "Bench", host: variables["CAMPAIGN_JSON_HOST"] ?? "", production: false },
    accountId: variables["CAMPAIGN_JSON_ACCOUNT_ID"] ?? "",
    streamId: variables["CAMPAIGN_JSON_STREAM_ID"] ?? "",
    credential: { kind: "token", token },
  };
  const { method, url, headers } = createCampaignRequest(connection, "", token);
  const lines = Object.entries(headers).flatMap(([name, value]) => ["--header", `${name}: ${value}`]);
  return ["--silent", "--fail", "--request", method, ...lines, "--data-binary", `@${file}`, url];
}

/** The variables that the practice server prints when it is ready. */
async function greetingOf(output: string): Promise<Record<string, string>> {
  for (let turn = 0; turn < 200; turn++) {
    const lines = [...readFileSync(output, "utf8").matchAll(/^(CAMPAIGN_JSON_\w+)=(.*)$/gm)];
    const variables = Object.fromEntries(lines.map(([, name = "", value = ""]) => [name, value]));
    if ("CAMPAIGN_JSON_CLIENT_SECRET" in variables) {
      // A token or a client, not both.
      delete variables["CAMPAIGN_JSON_CLIENT_ID"];
      delete variables["CAMPAIGN_JSON_CLIENT_SECRET"];
      return variables;
    }
    await sleep(100);
  }
  throw new Error(`The practice server does not start: ${readFileSync(output, "utf8")}`);
}
