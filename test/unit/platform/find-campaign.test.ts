import assert from "node:assert/strict";
import {
  findCampaign,
  nameTaken,
  type FindCampaignParameters,
  type FindResult,
} from "../../../src/core/platform/find-campaign";
import { submitCampaign } from "../../../src/core/platform/create-campaign";
import type { Connection } from "../../../src/core/connection/connection";
import { fetchTransport } from "../../../src/node/http/fetch-transport";
import { startPracticeServer, type PracticeServer } from "../../../src/node/practice/server";
import { sample } from "../node/practice-call";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const parametersFor = (connection: Connection, now: () => number) => ({
  connection,
  transport: fetchTransport,
  signal: new AbortController().signal,
  timeoutMs: 2000,
  now,
});

describe("findCampaign on a practice server", () => {
  let server: PracticeServer;
  let clock = Date.UTC(2026, 0, 5, 9);
  const now = (): number => clock;
  beforeEach(async () => {
    clock = Date.UTC(2026, 0, 5, 9);
    server = await startPracticeServer({ now });
  });
  afterEach(() => server.close());

  const create = async (name: string): Promise<string> => {
    const parameters = {
      ...parametersFor(server.connection, now),
      body: JSON.stringify({ ...sample, name }),
    };
    const { outcome } = await submitCampaign(parameters);
    return outcome.kind === "accepted" ? (outcome.campaignId ?? "") : assert.fail(outcome.kind);
  };
  const find = (changes: Partial<FindCampaignParameters> = {}): Promise<FindResult> =>
    findCampaign({
      ...parametersFor(server.connection, now),
      name: "Spring",
      sentAt: Date.UTC(2026, 0, 5, 9),
      gaveUpAt: Date.UTC(2026, 0, 5, 9) + 30_000,
      ...changes,
    });
  const idsOf = (result: FindResult): readonly string[] =>
    "campaigns" in result ? result.campaigns.map(({ id }) => id) : [];

  it("finds the campaign by its name, in any case", async () => {
    await create("Summer");
    const id = await create("Spring");
    clock += MINUTE;
    const result = await find({ name: " SPRING" });
    assert.deepEqual(result, {
      kind: "found",
      campaigns: [
        {
          id,
          name: "Spring",
          state: "Ready",
          createdAt: Date.UTC(2026, 0, 5, 9),
          updatedAt: Date.UTC(2026, 0, 5, 9, 0, 2),
          mode: "Preview",
          queue: "Default Queue",
          contactLists: ["CL Only 2020 Dec 4"],
          dncList: "DNC CL Dec 4",
        },
      ],
    });
  });

  it("finds all of that name and time, except those of known submissions", async () => {
    const ids = [await create("Spring"), await create("spring")];
    clock += MINUTE;
    assert.deepEqual([...idsOf(await find())].sort(), [...ids].sort());
    assert.deepEqual(idsOf(await find({ knownIds: new Set(ids.slice(0, 1)) })), ids.slice(1));
  });

  it("finds none, once the platform can no longer be creating it", async () => {
    await create("Summer");
    clock += MINUTE;
    const lookAgainAt = Date.UTC(2026, 0, 5, 9) + 30_000 + MINUTE;
    assert.deepEqual(await find(), { kind: "cannot-tell", why: "too-soon", lookAgainAt });
    clock = lookAgainAt;
    assert.deepEqual(await find(), { kind: "not-found" });
  });

  it("is inconclusive if the campaign of that name is from another hour of that day", async () => {
    clock -= 3 * 60 * MINUTE;
    const id = await create("Spring");
    clock += 4 * 60 * MINUTE;
    const result = await find();
    assert.equal(result.kind === "cannot-tell" && result.why, "other-time");
    assert.deepEqual(idsOf(result), [id]);
  });

  it("ignores a campaign of that name from last week", async () => {
    clock -= 7 * DAY;
    await create("Spring");
    clock += 7 * DAY + 10 * MINUTE;
    assert.deepEqual(await find(), { kind: "not-found" });
  });

  it("allows five minutes between the clocks", async () => {
    clock -= 4 * MINUTE;
    const id = await create("Spring");
    clock += 5 * MINUTE;
    assert.deepEqual(idsOf(await find()), [id]);
  });

  it("reads page after page", async () => {
    const ids: string[] = [];
    for (let count = 0; count < 59; count++) {
      clock += 1100;
      ids.push(await create(`Campaign ${count}`));
    }
    clock += 2 * MINUTE;
    const result = await find({ name: "Campaign 0" });
    assert.deepEqual(idsOf(result), ids.slice(0, 1));
    assert.deepEqual(
      server.requests.slice(-2).map(({ body }) => {
        const { page, skip, limit } = JSON.parse(body) as Record<string, unknown>;
        return [page, skip, limit];
      }),
      [
        [1, 0, 50],
        [2, 50, 50],
      ],
    );
    const short = await find({ name: "Nowhere", maxCalls: 1 });
    assert.deepEqual(short, { kind: "cannot-tell", why: "incomplete" });
  });

  it("is inconclusive if the account cannot be read", async () => {
    const result = await find({ connection: { ...server.connection, streamId: "st-2", accountId: "" } });
    assert.equal(
      result.kind === "cannot-tell" && result.why === "unavailable" && result.outcome.kind,
      "not-sent",
    );
  });

  it("reports whether a name is taken, regardless of when it was used", async () => {
    clock -= 100 * DAY;
    const id = await create("Spring");
    clock += 100 * DAY;
    const parameters = parametersFor(server.connection, now);
    const taken = await nameTaken({ ...parameters, name: "spring" });
    assert.deepEqual(taken.kind === "taken" && taken.campaigns.map((campaign) => campaign.id), [id]);
    assert.deepEqual(await nameTaken({ ...parameters, name: "Autumn" }), { kind: "free" });
  });
});
