import { InvalidArgumentError, type Command } from "commander";
import type { PracticeServer, PracticeServerOptions } from "../../node/practice/server";
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
    .action(({ port }: { readonly port: number }) => practice(port, deps));
}

async function practice(port: number, deps: PracticeDeps): Promise<void> {
  let server: PracticeServer;
  try {
    server = await deps.startPracticeServer({
      port,
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
