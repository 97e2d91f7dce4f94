import type { IncomingMessage } from "node:http";

export type Received =
  | { readonly kind: "whole"; readonly text: string }
  | { readonly kind: "too-large" }
  /** The caller went away; there is no one to answer. */
  | { readonly kind: "broken" };

/** Reads a request's body, at most `maxBytes` of it. Never rejects. */
export function receive(request: IncomingMessage, maxBytes: number): Promise<Received> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes) resolve({ kind: "too-large" });
      else chunks.push(chunk);
    });
    request.on("end", () =>
      resolve({ kind: "whole", text: new TextDecoder().decode(Buffer.concat(chunks)) }),
    );
    request.on("error", () => resolve({ kind: "broken" }));
    request.on("close", () => resolve({ kind: "broken" }));
  });
}
