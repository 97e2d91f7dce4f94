import type { ServerResponse } from "node:http";
import type { PracticeServer } from "../../../src/node/practice/server";
import { httpServer, type Arrived, type TestServer } from "./servers";

/** A server in front of a practice server. A mode that can change decides what happens to each call. */
export interface LossyServer extends TestServer {
  /**
   * - `pass`: forwards calls and their responses
   * - `lose-answers`: forwards calls, and breaks the connection instead of responding
   * - `lose-requests`: breaks the connection, and forwards nothing
   * - `refuse-reading`: forwards changes; every other call gets a gateway's error
   * - `lose-changes`: forwards all calls, and breaks the connection instead of responding to a change
   */
  mode: "pass" | "lose-answers" | "lose-requests" | "refuse-reading" | "lose-changes";
  /** If set, a change of the account is answered, or not, only after this has resolved. */
  until: Promise<unknown> | undefined;
  /** Resolves when the next request that changes the account has arrived, also at the platform if it was forwarded. */
  arrivedOne(): Promise<void>;
  /** The number of requests to create a campaign that arrived here. */
  creations(): number;
  /** The number of requests to start or stop a campaign that arrived here. */
  triggers(): number;
}

export async function lossyServer(practice: PracticeServer): Promise<LossyServer> {
  let tell = (): void => undefined;
  const server: TestServer = await httpServer((response) => {
    void answer(server.arrived.at(-1)!, response);
  });
  const answer = async (arrived: Arrived, response: ServerResponse): Promise<void> => {
    const { mode } = lossy;
    const changes = isCreation(arrived.url) || isTrigger(arrived.url);
    if (mode === "refuse-reading" && !changes) {
      response.writeHead(503, { "content-type": "text/html" });
      return void response.end("<h1>Service Unavailable</h1>");
    }
    const answered = mode === "lose-requests" ? undefined : await handOn(practice.origin, arrived);
    if (changes) tell();
    if (changes) await lossy.until;
    const isLost = mode === "lose-answers" || (mode === "lose-changes" && changes);
    if (answered === undefined || isLost) return void response.destroy();
    response.writeHead(answered.status, { "content-type": "application/json" });
    response.end(answered.text);
  };
  const lossy: LossyServer = {
    ...server,
    mode: "pass",
    until: undefined,
    arrivedOne: () => new Promise((resolve) => (tell = resolve)),
    creations: () => server.arrived.filter(({ url }) => isCreation(url)).length,
    triggers: () => server.arrived.filter(({ url }) => isTrigger(url)).length,
  };
  return lossy;
}

/** All other calls have an additional path segment. */
function isCreation(url: string): boolean {
  return /\/campaign\?/.test(url);
}

function isTrigger(url: string): boolean {
  return url.includes("/campaign/trigger/");
}

/** Passes a request on to another server. */
export async function handOn(
  origin: string,
  { method, url, body, headers }: Arrived,
): Promise<{ readonly status: number; readonly text: string }> {
  const names = ["auth", "iid", "accountid", "content-type"];
  const kept = Object.fromEntries(names.map((name) => [name, String(headers[name])]));
  const answer = await fetch(`${origin}${url}`, { method, headers: kept, body: body === "" ? null : body });
  return { status: answer.status, text: await answer.text() };
}
