import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { build } from "esbuild";
import type { fetchTransport as FetchTransport } from "../../../src/node/http/fetch-transport";
import { httpServer } from "./servers";

/** node-fetch is an ES module and an extension host loads CommonJS, so the shipped bundle is tested too. */
describe("the transport, bundled as CommonJS", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "campaign-bundle-"));
  after(() => rmSync(folder, { recursive: true }));

  it("sends, does not follow redirects, and reports requests that were never sent", async () => {
    const outfile = path.join(folder, "transport.cjs");
    const entry = path.join(__dirname, "../../../src/node/http/fetch-transport.ts");
    await build({
      entryPoints: [entry],
      outfile,
      bundle: true,
      platform: "node",
      format: "cjs",
      target: "node20",
    });
    const { fetchTransport } = createRequire(__filename)(outfile) as {
      fetchTransport: typeof FetchTransport;
    };

    const server = await httpServer((response) =>
      response.writeHead(307, { location: "https://evil.example/" }).end(),
    );
    const options = { signal: new AbortController().signal, timeoutMs: 2000, maxBytes: 1000 };
    const request = {
      method: "POST",
      url: `${server.origin}/x`,
      headers: { auth: "a" },
      body: "{}",
    } as const;
    const answer = await fetchTransport(request, options);
    assert.ok(answer.kind === "answered" && answer.status === 307);
    assert.equal(answer.headers["location"], "https://evil.example/");
    await server.close();
    const refused = await fetchTransport(request, options);
    assert.ok(refused.kind === "failed" && !refused.left && refused.reason === "refused");
  });
});
