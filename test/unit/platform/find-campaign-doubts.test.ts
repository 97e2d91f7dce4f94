import assert from "node:assert/strict";
import { findCampaign, type FindResult } from "../../../src/core/platform/find-campaign";
import { fetchTransport } from "../../../src/node/http/fetch-transport";
import { connectionTo, httpServer, type TestServer } from "../node/servers";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe("findCampaign with undocumented responses", () => {
  let server: TestServer | undefined;
  afterEach(() => server?.close());

  const listed = (name: string, id = `cd-${name}`): object => ({
    _id: id,
    name,
    createdAt: new Date().toISOString(),
  });
  /** The result if each call gets the next of these responses; the last one repeats. */
  const findAt = async (answers: readonly unknown[], status = 200): Promise<[FindResult, number]> => {
    let calls = 0;
    server = await httpServer((response) => {
      const answer = answers[Math.min(calls++, answers.length - 1)];
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer));
    });
    const sentAt = Date.now() - 10 * MINUTE;
    const result = await findCampaign({
      connection: connectionTo(server.origin),
      transport: fetchTransport,
      signal: new AbortController().signal,
      timeoutMs: 2000,
      now: Date.now,
      name: "Spring",
      sentAt,
      gaveUpAt: sentAt,
    });
    return [result, server.arrived.length];
  };
  const envelope = (data: unknown): unknown => ({ status: "success", message: "", data });

  const doubtful: readonly (readonly [what: string, answers: readonly unknown[], calls: number])[] = [
    ["does not say whether there is more", [envelope({ results: [listed("Summer")] })], 1],
    ["has an entry without a name", [envelope({ results: [{ _id: "cd-1" }], hasMore: false })], 1],
    ["has an entry that is no campaign", [envelope({ results: [null], hasMore: false })], 1],
    [
      "counts more than it gives",
      [envelope({ results: [listed("Summer")], hasMore: false, totalResults: 2 })],
      1,
    ],
    ["gives the same page again", [envelope({ results: [listed("Summer")], hasMore: true })], 2],
    ["gives another page than was asked for", [envelope({ results: [], skip: 50, hasMore: false })], 1],
    ["gives an empty page with more to come", [envelope({ results: [], hasMore: true })], 1],
  ];
  for (const [what, answers, calls] of doubtful)
    it(`is inconclusive if the server ${what}`, async () => {
      assert.deepEqual(await findAt(answers), [{ kind: "cannot-tell", why: "incomplete" }, calls]);
    });

  for (const [what, answer, status] of [
    ["gives no list", envelope({ results: {} }), 200],
    ["gives a bare list", [], 200],
    ["refuses", { errors: [{ msg: "Invalid JWT token", code: 4002 }] }, 401],
    ["fails", {}, 503],
    ["has had enough", { errors: [{ msg: "You've exceeded the per-minute rate limit.", code: 429 }] }, 429],
  ] as const)
    it(`is inconclusive if the server ${what}`, async () => {
      const [result, calls] = await findAt([answer], status);
      assert.deepEqual([result.kind === "cannot-tell" && result.why, calls], ["unavailable", 1]);
    });

  it("ends after ten pages", async () => {
    const answers = Array.from({ length: 20 }, (_, index) =>
      envelope({ results: [listed(`Campaign ${index}`)], hasMore: true }),
    );
    assert.deepEqual(await findAt(answers), [{ kind: "cannot-tell", why: "incomplete" }, 10]);
  });

  it("is inconclusive if the campaign of that name has no time", async () => {
    const [result] = await findAt([envelope({ results: [{ id: "cd-1", name: "spring" }], hasMore: false })]);
    assert.equal(result.kind === "cannot-tell" && result.why, "other-time");
  });

  it("finds it although the rest of the response is invalid", async () => {
    const created = { ...listed("Spring"), createdAt: new Date(Date.now() - 10 * MINUTE).toISOString() };
    const [result] = await findAt([envelope({ results: [null, created] })]);
    assert.equal(result.kind, "found");
  });

  it("sends the documented request, with an extra day", async () => {
    await findAt([envelope({ results: [], hasMore: false })]);
    const { method, url, body } = server!.arrived[0]!;
    assert.deepEqual(
      [method, url],
      ["POST", "/campaign/api/v2/public/st-1/campaign/getAllCampaignDetails?accountId=account-1"],
    );
    const { startDate, endDate, ...rest } = JSON.parse(body) as Record<string, unknown>;
    assert.deepEqual(rest, { limit: 50, skip: 0, page: 1, type: "voice", sortBy: { createdAt: "desc" } });
    assert.ok(Date.parse(String(startDate)) < Date.now() - DAY);
    assert.ok(Date.parse(String(endDate)) > Date.now() + DAY - MINUTE);
  });
});
