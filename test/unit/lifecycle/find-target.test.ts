import assert from "node:assert/strict";
import { findTarget, type FoundTarget, type Named } from "../../../src/core/lifecycle/find-target";
import type { HttpAnswer, HttpRequest, Transport } from "../../../src/core/platform/transport";
import { connectionTo } from "../node/servers";

interface Listed {
  readonly _id: string;
  readonly name: string;
}

const all: readonly Listed[] = [
  { _id: "cd-1", name: "Spring" },
  { _id: "cd-2", name: "Twice" },
  { _id: "cd-3", name: "Twice" },
  { _id: "cd-4", name: "cd-1" },
];
const answer = (data: unknown): HttpAnswer => ({
  ...{ kind: "answered", status: 200, headers: {}, text: JSON.stringify({ status: "success", data }) },
});

/** An account with these campaigns, and one more that its list never reaches. */
async function find(
  named: Named,
  campaigns: readonly Listed[] = all,
  hasMore = false,
): Promise<[FoundTarget, string[]]> {
  const methods: string[] = [];
  const transport: Transport = ({ method, url, body = "{}" }: HttpRequest) => {
    methods.push(method);
    if (method === "GET")
      return Promise.resolve(
        url.includes("/cd-sms?")
          ? answer({ _id: "cd-sms", name: "Text", campaignType: "sms" })
          : url.includes("/cd-far?")
            ? answer({ _id: "cd-far", name: "Far", status: "Ready", contactLists: ["A", 7] })
            : {
                ...answer(undefined),
                status: 404,
                text: '{"errors":[{"msg":"Campaign not found","code":404}]}',
              },
      );
    const { skip } = JSON.parse(body) as { skip: number };
    return Promise.resolve(answer({ results: skip === 0 ? campaigns : [], skip, hasMore }));
  };
  const found = await findTarget(
    {
      ...{ connection: connectionTo("https://platform.kore.ai"), transport, timeoutMs: 5, now: () => 0 },
      signal: new AbortController().signal,
    },
    named,
  );
  return [found, methods];
}

const text = (value: string): Named => ({ kind: "text", text: value });
const idOf = (found: FoundTarget): unknown =>
  found.kind === "found" ? found.campaign.id : found.kind === "ambiguous" ? found.campaigns : found.kind;

describe("findTarget", () => {
  it("finds an exact id before an exact name", async () => {
    assert.equal(idOf((await find(text("cd-1")))[0]), "cd-1");
    assert.equal(idOf((await find({ kind: "name", name: "cd-1" }))[0]), "cd-4");
  });

  it("finds the recorded campaign of a file before one with its name, also beyond the end of a long list", async () => {
    const file = (name: string, recordedId: string): Named => ({ kind: "name", name, recordedId });
    assert.equal(idOf((await find(file("Spring", "cd-2")))[0]), "cd-2");
    assert.equal(idOf((await find(file("Twice", "cd-3")))[0]), "cd-3");
    assert.equal(idOf((await find(file("Spring", "cd-deleted")))[0]), "cd-1");
    assert.equal(idOf((await find(file("None", "cd-deleted")))[0]), "missing");
    const gone = async (id: string): Promise<unknown> => {
      const [found] = await find(file("Spring", id));
      return found.kind === "found" && found.goneId;
    };
    assert.deepEqual([await gone("cd-deleted"), await gone("cd-2")], ["cd-deleted", undefined]);
    assert.equal(idOf((await find(file("Spring", "cd-far"), all, true))[0]), "cd-far");
    assert.equal(idOf((await find(file("Spring", "cd-deleted"), all, true))[0]), "incomplete");
  });

  it("finds an exact name", async () => {
    assert.equal(idOf((await find(text("Spring")))[0]), "cd-1");
    assert.equal(idOf((await find(text(" Spring ")))[0]), "cd-1");
    assert.equal(idOf((await find(text("spring")))[0]), "missing");
    assert.equal(idOf((await find(text("Spri")))[0]), "missing");
  });

  it("lists the campaigns if several have the name", async () => {
    const [found] = await find(text("Twice"));
    assert.deepEqual(found.kind === "ambiguous" && found.campaigns.map(({ id }) => id), ["cd-2", "cd-3"]);
  });

  it("does not take a name for certain if the account has more campaigns than were read", async () => {
    assert.equal(idOf((await find(text("Spring"), all, true))[0]), "incomplete");
    assert.equal(idOf((await find({ kind: "name", name: "Spring" }, all, true))[0]), "incomplete");
    assert.equal(idOf((await find(text("cd-1"), all, true))[0]), "cd-1");
  });

  it("reads a campaign by its id if the list does not reach it", async () => {
    const [found, methods] = await find(text("cd-far"), all, true);
    assert.deepEqual(found, {
      kind: "found",
      campaign: { id: "cd-far", name: "Far", state: "Ready", contactLists: ["A"] },
    });
    assert.equal(methods.filter((method) => method === "GET").length, 1);
    assert.equal(idOf((await find(text("cd-nowhere"), all, true))[0]), "incomplete");
    assert.deepEqual((await find(text("A name"), all, true))[1].includes("GET"), false);
  });

  it("never finds an SMS campaign, should a response name the channel", async () => {
    const sms = [{ _id: "cd-5", name: "Text", campaignType: "sms" }];
    for (const named of [text("cd-5"), text("Text")])
      assert.equal(idOf((await find(named, sms))[0]), "missing");
    assert.equal(idOf((await find(text("cd-sms"), all, true))[0]), "missing");
  });

  it("gives the reason if the account cannot be read", async () => {
    const found = await findTarget(
      {
        connection: connectionTo("https://platform.kore.ai"),
        transport: () => Promise.resolve({ kind: "failed", left: false, reason: "dns", detail: "" }),
        ...{ timeoutMs: 5, now: () => 0, signal: new AbortController().signal },
      },
      text("x"),
    );
    assert.equal(found.kind === "unavailable" && found.outcome.kind, "not-sent");
  });

  it("is not certain if a campaign in the list cannot be read", async () => {
    const [found] = await find(text("x"), [null as unknown as Listed]);
    assert.equal(found.kind, "incomplete");
  });
});
