import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { SubmitDeps } from "../../../src/cli/commands/submit";
import type { Echo } from "../../../src/core/answer/response-diff";
import type { Transport } from "../../../src/core/platform/transport";
import { mintPracticeToken } from "../../../src/node/practice/server";
import { sample, submit, type Ran } from "./submit-run";

const token = mintPracticeToken();
const env = {
  CAMPAIGN_JSON_HOST: "http://127.0.0.1:1",
  CAMPAIGN_JSON_ACCOUNT_ID: "account-1",
  CAMPAIGN_JSON_STREAM_ID: "st-1",
  CAMPAIGN_JSON_TOKEN: token,
};
const answering = (status: number, body: unknown): Partial<SubmitDeps> => {
  const transport: Transport = () =>
    Promise.resolve({ kind: "answered", status, headers: {}, text: JSON.stringify(body) });
  return { env, transport };
};

interface Told {
  readonly outcome: string;
  readonly echo?: Echo;
  readonly fields?: readonly {
    readonly pointer: string;
    readonly message: string;
    readonly range: { readonly start: { readonly line: number; readonly character: number } };
  }[];
}

const both = async (file: string, changes: Partial<SubmitDeps>): Promise<readonly [Ran, Told]> => {
  const text = await submit([file, "--yes"], changes);
  const json = await submit([file, "--yes", "--format", "json"], changes);
  for (const { out } of [text, json]) assert.ok(!out.includes(token) && !out.includes("\u001b"), out);
  return [text, JSON.parse(json.out) as Told];
};

/** The vendor's response to the sample. */
const answer = JSON.parse(readFileSync(path.join(path.dirname(sample), "preview.response.json"), "utf8")) as {
  readonly data: Readonly<Record<string, unknown>>;
};

describe("campaign-json submit reports the differences in the response", () => {
  it("without a warning if the response is the vendor's own", async () => {
    const [text, { outcome, echo }] = await both(sample, answering(200, answer));
    assert.deepEqual([text.code, outcome], [0, "accepted"]);
    assert.deepEqual(echo, {
      changed: [],
      notEchoed: ["/schedule", "/queue_name", "/campaignType"],
      added: [
        { pointer: "/dialingStrategy/useSystemMappings", value: false },
        { pointer: "/isFiltersEnabled", value: false },
      ],
    });
    const lines = text.out.split("\n");
    assert.deepEqual(lines.slice(2, 4), [
      "Omitted from the response: schedule, queue_name, campaignType. This is normal.",
      "Defaults added by the platform: dialingStrategy.useSystemMappings: false, isFiltersEnabled: false.",
    ]);
    assert.match(lines[4] ?? "", /^Do not send it again/);
    assert.doesNotMatch(text.out, /warning/);
  });

  it("with a warning first for each value that changed", async () => {
    const data = { ...answer.data, maxSkips: 4, description: `\u001b[2J ${token}` };
    const [text, { echo }] = await both(sample, answering(200, { ...answer, data }));
    assert.equal(text.code, 0);
    assert.deepEqual(echo?.changed[1], { pointer: "/maxSkips", sent: 1, got: 4 });
    const lines = text.out.split("\n");
    assert.match(lines[2] ?? "", /^warning: description was sent as .*<U\+001B>\[2J <redacted>”\.$/);
    assert.equal(lines[3], "warning: maxSkips was sent as “1”; the platform returned “4”.");
    assert.match(lines[4] ?? "", /^Omitted from the response: /);
  });

  it("not at all if the response contains no campaign", async () => {
    const [text, json] = await both(sample, answering(200, { status: "success" }));
    assert.ok(!("echo" in json));
    assert.doesNotMatch(text.out, /Omitted|Defaults added/);
  });

  it("briefly if the response is huge", async () => {
    const more = Object.fromEntries(Array.from({ length: 2_000 }, (_, at) => [`k${at}`, "x".repeat(200)]));
    const [text, { echo }] = await both(sample, answering(200, { ...answer, data: more }));
    assert.ok(JSON.stringify(echo).length < 20_000);
    assert.equal(echo?.leftOut?.added, 1_980);
    assert.ok(text.out.length < 10_000);
  });
});

describe("campaign-json submit shows the line that a rejection names", () => {
  let folder: string;
  let file: string;
  const rejecting = (...messages: readonly string[]) =>
    answering(412, { errors: messages.map((msg) => ({ msg, code: 412 })) });

  before(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), "campaign-"));
    file = path.join(folder, "a.campaign.json");
    const campaign = readFileSync(sample, "utf8").replace(/"maxSkips"/, "/* seldom */ $&");
    writeFileSync(file, `\uFEFF// Spring\r\n${campaign}`);
  });
  after(() => rmSync(folder, { recursive: true }));

  /** Line and character, from 0, of the value of `maxSkips`. */
  const skips = (): readonly [number, number] => {
    const lines = readFileSync(file, "utf8").split("\n");
    const line = lines.findIndex((text) => text.includes('"maxSkips"'));
    return [line, lines[line]?.search(/1/) ?? -1];
  };

  it("by path, line and column, before the next step", async () => {
    const [text, { outcome, fields }] = await both(file, rejecting("maxSkips must be at most 0"));
    const [line, character] = skips();
    assert.deepEqual([text.code, outcome], [3, "rejected"]);
    assert.deepEqual(fields, [
      {
        pointer: "/maxSkips",
        message: "maxSkips must be at most 0",
        range: { start: { line, character }, end: { line, character: character + 1 } },
      },
    ]);
    const lines = text.out.split("\n");
    assert.match(lines[1] ?? "", /^The server said: maxSkips must be at most 0/);
    assert.equal(lines[2], `${file}:${line + 1}:${character + 1}: error: maxSkips must be at most 0`);
    assert.match(lines[3] ?? "", /^Fix the campaign/);
  });

  it("for each of several, and at the expected place of a missing property", async () => {
    const words = ["maxSkips is wrong", "dialingStrategy.ringSeconds is required"];
    const [text, { fields }] = await both(file, rejecting(...words));
    assert.deepEqual(
      fields?.map(({ pointer }) => pointer),
      ["/maxSkips", "/dialingStrategy"],
    );
    assert.equal(text.out.match(/a\.campaign\.json:\d+:\d+: error: /g)?.length, 2);
  });

  it("without interpreting the server's characters, or showing the token", async () => {
    const [text, { fields }] = await both(file, rejecting(`maxSkips is wrong\u001b[2J\r\n${token}`));
    assert.equal(fields?.[0]?.message, "maxSkips is wrong<U+001B>[2J<U+000D><U+000A><redacted>");
    assert.match(text.out, /: error: maxSkips is wrong<U\+001B>\[2J<U\+000D><U\+000A><redacted>\n/);
  });

  it("and no line if none is named or it is not a rejection", async () => {
    for (const changes of [
      rejecting("Something went wrong"),
      answering(401, { errors: [{ msg: "maxSkips is wrong", code: 401 }] }),
    ]) {
      const [text, json] = await both(file, changes);
      assert.ok(!("fields" in json));
      assert.doesNotMatch(text.out, /: error: /);
    }
  });
});
