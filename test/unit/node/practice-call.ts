import { readFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import path from "node:path";
import { createCampaignUrl } from "../../../src/core/platform/endpoint";
import type { PracticeServer } from "../../../src/node/practice/server";

const samples = path.join(__dirname, "../../fixtures/samples");
export const sampleText = (mode: string): string =>
  readFileSync(path.join(samples, `${mode}.request.json`), "utf8");
export const sample = JSON.parse(sampleText("preview")) as Record<string, unknown>;
export const strategy = sample["dialingStrategy"] as Record<string, unknown>;

export interface Reply {
  readonly status: number;
  readonly json: Record<string, unknown>;
}

export interface Sent {
  readonly method?: string;
  readonly url?: string;
  /** A header set to undefined is left out. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
}

/** A raw call, because the server must also answer requests that no client of this project would send. */
export function callPractice(server: PracticeServer, sent: Sent = {}): Promise<Reply> {
  const { connection } = server;
  const url = new URL(createCampaignUrl(connection));
  const headers: Record<string, string | undefined> = {
    auth: connection.credential.token,
    iid: connection.streamId,
    accountid: connection.accountId,
    "content-type": "application/json",
    ...sent.headers,
  };
  const present = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      {
        host: "127.0.0.1",
        port: server.port,
        path: sent.url ?? url.pathname + url.search,
        method: sent.method ?? "POST",
        headers: present,
        agent: false,
      },
      (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (part: string) => (text += part));
        response.on("end", () => {
          resolve({ status: Number(response.statusCode), json: JSON.parse(text) as Record<string, unknown> });
        });
      },
    );
    outgoing.on("error", reject);
    // Node adds no headers for a body with these methods.
    if (sent.method === "GET" || sent.method === "DELETE") outgoing.end();
    else outgoing.end(sent.body ?? JSON.stringify(sample));
  });
}

export const errorsOf = ({ json }: Reply): { msg: string; code: number }[] =>
  json["errors"] as { msg: string; code: number }[];
