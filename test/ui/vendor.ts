import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { watched } from "./canary";

export interface VendorCall {
  readonly url: string;
  readonly auth: string;
  readonly body: string;
}

export interface Vendor {
  readonly origin: string;
  /** The requests that arrived, in order. */
  readonly calls: readonly VendorCall[];
  /** Resolves when at least `count` of these calls have arrived. */
  untilArrived(isOne: (call: VendorCall) => boolean, count: number): Promise<void>;
  close(): Promise<void>;
}

const ARRIVAL_MS = 120_000;

/** A platform whose answers the test decides. */
export async function startVendor(
  answer: (call: VendorCall) => Promise<{ readonly status: number; readonly body: string }>,
): Promise<Vendor> {
  const calls: VendorCall[] = [];
  const looks = new Set<() => void>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { url = "", headers } = request;
      const call = { url, auth: String(headers["auth"]), body: Buffer.concat(chunks).toString() };
      calls.push(call);
      for (const look of looks) look();
      void answer(call).then(({ status, body }) => {
        response.writeHead(status, { "content-type": "application/json" });
        response.end(body);
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  const untilArrived: Vendor["untilArrived"] = (isOne, count) =>
    new Promise((resolve, reject) => {
      const stop = (): void => {
        looks.delete(look);
        clearTimeout(timer);
      };
      const look = (): void => {
        if (calls.filter(isOne).length < count) return;
        stop();
        resolve();
      };
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`Fewer than ${count} of ${calls.length} calls are the expected ones.`));
      }, ARRIVAL_MS);
      looks.add(look);
      look();
    });
  return { origin: `http://127.0.0.1:${port}`, calls, untilArrived, close };
}

/** The response that accepts a campaign. */
export function acceptedAs(id: string): { readonly status: number; readonly body: string } {
  const data = { id, status: "Preparing" };
  return { status: 200, body: JSON.stringify({ status: "success", message: "creation in progress", data }) };
}

/** A well-formed token that expires at `expiresAt`, in milliseconds since 1970. */
export function tokenUntil(expiresAt: number): string {
  const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const claims = { appId: "cs-ui", exp: Math.floor(expiresAt / 1000), sub: "canary-claim" };
  return watched(
    `${encode({ alg: "HS256", typ: "JWT" })}.${encode(claims)}.Canary-signature_0123456789-abcdef`,
  );
}
