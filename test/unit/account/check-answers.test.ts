import assert from "node:assert/strict";
import { unavailableText } from "../../../src/core/wording/account/unavailable-part";
import { checkAccount, type AccountCheck } from "../../../src/core/account/check";
import { connectionTo, httpServer, type TestServer } from "../node/servers";
import { campaignOf, found, parametersFor, unavailable } from "./checks";

describe("checkAccount with an account that is not the sample", () => {
  let server: TestServer | undefined;
  afterEach(() => server?.close());

  interface Account {
    readonly lists?: unknown;
    readonly campaigns?: unknown;
    readonly queues?: unknown;
    readonly queueStatus?: number;
  }
  const list = (changes: object = {}): object => ({
    name: "CL Only 2020 Dec 4",
    status: "Ready",
    totalRecordCount: 5,
    isListInUse: false,
    campaignInUse: [],
    ...changes,
  });
  const queue = (changes: object = {}): object => ({ name: "Default Queue", isActive: true, ...changes });
  const noCampaigns = { status: "success", data: { results: [], hasMore: false, totalResults: 0 } };

  const checkAt = async (account: Account, changes: object = {}): Promise<AccountCheck> => {
    const answers = {
      getAllListDetails: account.lists ?? { status: "success", data: [list()] },
      getAllCampaignDetails: account.campaigns ?? noCampaigns,
      queues: account.queues ?? { results: [queue()], page: 1, hasMore: false, totalResults: 1 },
    };
    server = await httpServer((response, request) => {
      const [path = ""] = (request.url ?? "").split("?");
      const name = path.split("/").at(-1) as keyof typeof answers;
      response.statusCode = name === "queues" ? (account.queueStatus ?? 200) : 200;
      response.end(JSON.stringify(answers[name]));
    });
    const campaign = campaignOf("preview", changes);
    return checkAccount({ ...parametersFor(connectionTo(server.origin)), campaign });
  };
  const lists = (...data: unknown[]): Account => ({ lists: { status: "success", message: "", data } });

  const AT = "/contactLists/0";
  const cases: readonly (readonly [what: string, account: Account, codes: readonly string[]])[] = [
    ["a list that is being imported", lists(list({ status: "Processing" })), ["contact-list-not-ready"]],
    ["a list without contacts", lists(list({ totalRecordCount: 0 })), ["contact-list-empty"]],
    ["a list that is in use", lists(list({ isListInUse: true })), ["contact-list-in-use"]],
    ["a list that is only linked", lists(list({ campaignInUse: [{ id: "cd-1", name: "Old" }] })), []],
    ["a list that contains only its name", lists({ name: "CL Only 2020 Dec 4" }), []],
    ["two lists of that name, one of them empty", lists(list({ totalRecordCount: 0 }), list()), []],
    ["a missing list", lists(), ["contact-list-missing"]],
    [
      "a list that an active campaign uses",
      {
        campaigns: {
          status: "success",
          data: {
            results: [
              { _id: "cd-1", name: "Running", status: "Active", contactLists: ["CL Only 2020 Dec 4"] },
              { _id: "cd-2", name: "Resting", status: "Ready", contactLists: ["CL Only 2020 Dec 4"] },
            ],
            hasMore: false,
          },
        },
      },
      ["contact-list-in-use"],
    ],
  ];
  for (const [what, account, codes] of cases)
    it(`checks ${what}`, async () => {
      assert.deepEqual(
        found(await checkAt(account)),
        codes.map((code) => [`account/${code}`, AT]),
      );
    });

  it("names only the campaign that uses a contact list", async () => {
    const result = await checkAt(
      lists(list({ isListInUse: true, campaignInUse: [{ id: "cd-1", name: "Run\u202ening" }] })),
    );
    const [finding] = result.kind === "checked" ? result.findings : [];
    assert.match(finding?.message ?? "", /“Run<U\+202E>ning”/);
    assert.deepEqual([finding?.severity, finding?.source], ["info", "account"]);
  });

  it("finds an inactive queue", async () => {
    const result = await checkAt({ queues: { results: [queue({ isActive: false })], totalResults: 1 } });
    assert.deepEqual(found(result), [["account/queue-inactive", "/queue_name"]]);
  });

  it("trusts the queue count if it contradicts hasMore, as in the vendor's sample", async () => {
    const queues = {
      results: [queue({ name: "Queue1" })],
      page: 1,
      limit: 10,
      hasMore: true,
      totalResults: 1,
    };
    assert.deepEqual(found(await checkAt({ queues })), [["account/queue-missing", "/queue_name"]]);
  });

  it("reports an incomplete list of queues if it cannot read the second page", async () => {
    const queues = {
      results: [queue({ name: "Queue1" })],
      page: 1,
      limit: 1,
      hasMore: true,
      totalResults: 2,
    };
    const result = await checkAt({ queues });
    assert.deepEqual([found(result), unavailable(result)], [[], [["queues", "incomplete"]]]);
    assert.equal(server?.arrived.at(-1)?.url, "/agentassist/api/v1/public/st-1/queues?page=2");
    assert.deepEqual(unavailable(await checkAt({ queues }, { queue_name: "Queue1" })), []);
  });

  it("reports that queues require their own scope", async () => {
    const refused = { errors: [{ msg: "Permission denied. Scope is incorrect!", code: 4002 }] };
    const result = await checkAt({ queues: refused, queueStatus: 401, ...lists() });
    assert.deepEqual(unavailable(result), [["queues", "scope"]]);
    assert.deepEqual(found(result), [["account/contact-list-missing", AT]]);
    const [part] = result.kind === "checked" ? result.unavailable : [];
    assert.match(part === undefined ? "" : unavailableText(part), /“Configuration”/);
  });

  it("reports the parts it could not read, and no findings for them", async () => {
    const result = await checkAt({
      lists: { status: "success", data: {} },
      campaigns: { status: "failure" },
    });
    assert.deepEqual(found(result), []);
    assert.deepEqual(unavailable(result), [
      ["contact-lists", "failed"],
      ["campaigns", "failed"],
    ]);
  });

  it("does not report a contact list as missing if it may be on another page", async () => {
    const result = await checkAt({ lists: { status: "success", data: [], hasMore: true } });
    assert.deepEqual([found(result), unavailable(result)], [[], [["contact-lists", "incomplete"]]]);
  });

  it("stops calling the API once the rate limit is reached", async () => {
    server = await httpServer((response) => response.writeHead(429).end("{}"));
    const parameters = parametersFor(connectionTo(server.origin));
    const result = await checkAccount({ ...parameters, campaign: campaignOf("preview") });
    assert.deepEqual(unavailable(result), [
      ["contact-lists", "failed"],
      ["campaigns", "failed"],
      ["queues", "failed"],
    ]);
    assert.equal(server.arrived.length, 1);
  });

  it("reads a response of several megabytes", async () => {
    const others = Array.from({ length: 1000 }, (_, index) =>
      list({ name: `${index}`, note: "x".repeat(3000) }),
    );
    assert.deepEqual(found(await checkAt(lists(...others, list()))), []);
  });

  it("reports no findings if the account is unreachable or the check is canceled", async () => {
    server = await httpServer((response) => response.end());
    const { origin } = server;
    await server.close();
    const parameters = parametersFor(connectionTo(origin));
    const campaign = campaignOf("preview");
    assert.equal((await checkAccount({ ...parameters, campaign })).kind, "offline");
    const signal = AbortSignal.abort();
    assert.deepEqual(await checkAccount({ ...parameters, campaign, signal }), { kind: "cancelled" });
  });
});
