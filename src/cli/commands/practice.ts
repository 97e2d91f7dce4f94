import { InvalidArgumentError, type Command } from "commander";
import { maxCampaignLength } from "../../core/campaign/document";
import type { Campaign } from "../../core/campaign/generated/campaign";
import { refuse, type Parsed } from "../../core/text/parsed";
import { parseSeed } from "../../node/practice/seed-file";
import type { PracticeServer, PracticeServerOptions } from "../../node/practice/server";
import { readText } from "../files/text-file";
import { fail, type Terminal } from "../output/terminal";

export interface PracticeDeps extends Pick<Terminal, "out" | "err" | "setExitCode"> {
  readonly startPracticeServer: (options: PracticeServerOptions) => Promise<PracticeServer>;
  /** Calls the listener on Ctrl+C instead of ending the process. The result removes the listener. */
  readonly onInterrupt: (listener: () => void) => () => void;
}

export function registerPractice(program: Command, deps: PracticeDeps): void {
  program
    .command("practice")
    .description("run a practice server on this computer instead of the platform, until Ctrl+C")
    .option("--port <port>", "port to listen on (0: any free port)", parsePort, 0)
    .option("--seed <file>", "start with the campaigns of this file: a JSON array of request bodies")
    .action((options: PracticeOptions) => practice(options, deps));
}

interface PracticeOptions {
  readonly port: number;
  readonly seed?: string;
}

async function practice({ port, seed }: PracticeOptions, deps: PracticeDeps): Promise<void> {
  const campaigns = seed === undefined ? undefined : await readSeed(seed);
  if (campaigns?.valid === false) {
    fail(deps, `${seed}: ${campaigns.reason}`);
    return;
  }
  let server: PracticeServer;
  try {
    server = await deps.startPracticeServer({
      port,
      ...(campaigns === undefined ? {} : { seed: campaigns.value }),
      onAnswer: ({ method, url, status }) => deps.out(`${status} ${method} ${url}\n`),
    });
  } catch (error) {
    fail(deps, error instanceof Error ? error.message : String(error));
    return;
  }
  deps.out(greeting(server));
  await new Promise<void>((resolve) => {
    const stopListening = deps.onInterrupt(() => {
      stopListening();
      resolve();
    });
  });
  await server.close();
}

async function readSeed(file: string): Promise<Parsed<readonly Campaign[]>> {
  const read = await readText(file);
  if (read.kind !== "text") return refuse(read.reason);
  return read.text.length > maxCampaignLength
    ? refuse(`The file has more than ${maxCampaignLength} characters.`)
    : parseSeed(read.text);
}

/** Token and secret can be shown: they are valid only on a practice server. */
function greeting({ origin, connection, client }: PracticeServer): string {
  return [
    `Practice server at ${origin}. It makes no calls, and it forgets everything when it stops (Ctrl+C).`,
    "",
    `CAMPAIGN_JSON_HOST=${connection.host}`,
    `CAMPAIGN_JSON_ACCOUNT_ID=${connection.accountId}`,
    `CAMPAIGN_JSON_STREAM_ID=${connection.streamId}`,
    `CAMPAIGN_JSON_TOKEN=${connection.credential.token}`,
    "",
    "Alternatively, use a client id and secret to mint a token for each request:",
    "",
    `CAMPAIGN_JSON_CLIENT_ID=${client.clientId}`,
    `CAMPAIGN_JSON_CLIENT_SECRET=${client.clientSecret}`,
    "",
    "",
  ].join("\n");
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError("Must be a port from 0 to 65535.");
  return port;
}
