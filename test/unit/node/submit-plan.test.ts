import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { memoryLedger } from "../../../src/cli/submission/memory-ledger";
import { checkFile } from "../../../src/cli/files/check-file";
import type { SubmitDeps } from "../../../src/cli/commands/submit";
import type { Campaign } from "../../../src/core/campaign/generated/campaign";
import type { Difference } from "../../../src/core/comparison/compare";
import { checkCampaign } from "../../../src/core/lint/check";
import { fetchTransport } from "../../../src/node/http/fetch-transport";
import {
  mintPracticeToken,
  startPracticeServer,
  type PracticeServer,
} from "../../../src/node/practice/server";
import { created, environment } from "./account-run";
import { sample } from "./practice-call";
import { submit } from "./submit-run";

const preview = sample as unknown as Campaign;

interface Report {
  readonly results: {
    readonly file: string;
    readonly plan: string;
    readonly campaignId?: string;
    readonly state?: string;
    readonly message?: string;
    readonly differences: readonly Difference[];
    readonly notCompared: readonly string[];
    readonly problems: readonly { readonly severity: string }[];
  }[];
  readonly summary: Readonly<Record<string, number>>;
}

describe("campaign-json submit --plan", () => {
  let server: PracticeServer;
  let folder: string;
  let store = memoryLedger();
  beforeEach(async () => {
    server = await startPracticeServer({ settleMs: 0 });
    folder = mkdtempSync(path.join(tmpdir(), "plan-"));
    store = memoryLedger();
  });
  afterEach(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const write = (name: string, changes: object = {}): string => {
    const file = path.join(folder, `${name}.campaign.json`);
    writeFileSync(file, JSON.stringify({ ...preview, name, ...changes }, undefined, 2));
    return file;
  };
  const plan = (args: readonly string[], changes: Partial<SubmitDeps> = {}) =>
    submit(["--plan", ...args], {
      ...{ env: environment(server.origin), cwd: folder, ledgerStore: () => store },
      checkFile: (file) => checkFile(file, folder, (text) => checkCampaign(text)),
      ...changes,
    });
  async function planned(
    args: readonly string[] = [folder],
    changes: Partial<SubmitDeps> = {},
  ): Promise<Report & { readonly code: number }> {
    const { code, out } = await plan(["--format", "json", ...args], changes);
    return { code, ...(JSON.parse(out) as Report) };
  }
  const kinds = ({ results }: Report) =>
    results.map(({ file, plan: kind }) => [path.basename(file, ".campaign.json"), kind]);

  it("finds out for each file what the account needs, with one list call and a call for each that exists", async () => {
    const existing = await created(server, { ...preview, name: "a-exists" });
    const differing = await created(server, { ...preview, name: "b-differs" });
    write("a-exists");
    write("b-differs", { priority: "1" });
    write("c-create");
    write("d-errors", { priority: 9 });
    const before = server.requests.length;
    const { code, results, summary } = await planned();
    assert.equal(code, 3);
    assert.deepEqual(kinds({ results, summary }), [
      ...[
        ["a-exists", "exists"],
        ["b-differs", "differs"],
        ["c-create", "create"],
        ["d-errors", "has-errors"],
      ],
    ]);
    assert.deepEqual(
      results.map(({ campaignId, state }) => [campaignId, state]),
      [
        [existing, "Ready"],
        [differing, "Ready"],
        [undefined, undefined],
        [undefined, undefined],
      ],
    );
    assert.deepEqual(
      results.map(({ differences }) => differences),
      [[], [{ pointer: "/priority", file: "1", account: "5" }], [], []],
    );
    assert.deepEqual(
      results.map(({ notCompared }) => notCompared),
      [["/maxSkips", "/campaignType"], ["/maxSkips", "/campaignType"], [], []],
    );
    assert.ok(results[3]?.problems.some(({ severity }) => severity === "error"));
    assert.deepEqual(summary, { files: 4, create: 1, exists: 1, differs: 1, "has-errors": 1, unknown: 0 });
    assert.deepEqual(
      server.requests
        .slice(before)
        .map(({ method, url }) => `${method} ${url.split("?")[0]?.split("/").at(-1) ?? ""}`),
      ["POST getAllCampaignDetails", `GET ${existing}`, `GET ${differing}`],
    );
  });

  it("prints a table with the differences and problems below their file", async () => {
    const id = await created(server, { ...preview, name: "a" });
    write("a", { priority: "1" });
    write("b");
    write("c", { priority: 9 });
    const { code, out } = await plan([folder]);
    assert.equal(code, 3);
    assert.deepEqual(out.split("\n"), [
      `differs     a.campaign.json  “a” (${id}, Ready)`,
      "  a.campaign.json:10:15: priority: “1” in the file, “5” in the account.",
      "  Not compared, because the platform does not return it: maxSkips, campaignType.",
      "create      b.campaign.json",
      "has-errors  c.campaign.json",
      ...out.split("\n").slice(5, -2),
      "3 files: 1 create, 1 differs, 1 has-errors",
      "",
    ]);
    assert.match(out, /\n {2}c\.campaign\.json:10: error: .*priority/);
  });

  it("notes below a campaign that exists which values could not be compared", async () => {
    const id = await created(server, { ...preview, name: "a" });
    const { code, out } = await plan([write("a")]);
    assert.equal(code, 0);
    assert.deepEqual(out.split("\n").slice(1), [
      "  Not compared, because the platform does not return it: maxSkips, campaignType.",
      "1 file: 1 exists",
      "",
    ]);
    assert.ok(out.split("\n")[0]?.endsWith(`“a” (${id}, Ready)`));
  });

  it("ends with 0 if there is nothing to do, without recording or sending anything", async () => {
    await created(server, { ...preview, name: "a" });
    const { code, results, summary } = await planned([write("a")]);
    assert.deepEqual([code, results.length, summary["exists"]], [0, 1, 1]);
    assert.equal(await store.read(), undefined);
    assert.equal(server.requests.filter(({ url }) => url.includes("/campaign?")).length, 1);
  });

  it("ends with 1 without reading anything if all files have errors", async () => {
    const { code, results } = await planned([write("a", { priority: 9 })], { env: {} });
    assert.deepEqual([code, results[0]?.plan], [1, "has-errors"]);
    assert.equal(server.requests.length, 0);
  });

  it("ends with 3 if there is something to do besides a file with errors", async () => {
    write("a", { priority: 9 });
    write("b");
    assert.equal((await planned()).code, 3);
  });

  it("ends with 5 and the reason if the account can't be read, or has several campaigns of the name", async () => {
    write("a");
    const refused = await planned([folder], {
      env: environment(server.origin, mintPracticeToken({ scope: "none" })),
    });
    assert.deepEqual([refused.code, refused.results[0]?.plan], [5, "unknown"]);
    assert.match(refused.results[0]?.message ?? "", /lacks the required API scope\.$/);
    const ids = [
      await created(server, { ...preview, name: "a" }),
      await created(server, { ...preview, name: "a" }),
    ];
    const { code, results } = await planned();
    assert.deepEqual([code, results[0]?.plan], [5, "unknown"]);
    for (const id of ids) assert.ok(results[0]?.message?.includes(id));
  });

  it("compares a file with the campaign that it created, even if its name changed", async () => {
    const file = write("a");
    const options = { env: environment(server.origin), ledgerStore: () => store };
    assert.equal((await submit([file, "--yes"], options)).code, 0);
    write("a", { name: "b" });
    const { results } = await planned();
    assert.deepEqual(results[0]?.differences, [{ pointer: "/name", file: "b", account: "a" }]);
  });

  it("plans on a practice server", async () => {
    const { code, results } = await planned(["--practice", write("a")], { env: {} });
    assert.deepEqual([code, results[0]?.plan], [3, "create"]);
  });

  it("can't be combined with what only a submission needs", async () => {
    for (const option of ["--dry-run", "--again", "--looked-up"]) {
      const { code, err } = await plan([write("a"), option]);
      assert.equal(code, 2);
      assert.match(err, /--plan can't be combined with --dry-run, --again or --looked-up\./);
    }
  });

  it("does not send the credential to an unfamiliar host of the environment", async () => {
    const { code, err } = await plan([write("a")], { env: environment("https://example.com") });
    assert.equal(code, 2);
    assert.match(err, /outside the domain kore\.ai/);
  });

  it("ends with 130 after an interrupt", async () => {
    const file = write("a");
    let interrupt = (): void => undefined;
    const { code, out } = await plan([file], {
      onInterrupt: (listener) => {
        interrupt = listener;
        return () => undefined;
      },
      transport: (request, options) => {
        interrupt();
        return fetchTransport(request, options);
      },
    });
    assert.equal(code, 130);
    assert.match(out, /^unknown .* could not be read: it was canceled\.\n/);
  });
});
