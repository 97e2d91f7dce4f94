import assert from "node:assert/strict";
import { checkCampaign } from "../../../src/core/lint/check";
import {
  different,
  fixedValue,
  messagesOf,
  says,
  silent,
  ruleProblems,
  type Differences,
} from "./rule-problems";

describe("a property in the wrong place", () => {
  it("is reported with its correct place", () => {
    const said = (key: string, differences: Differences = { top: { [key]: 1 } }) =>
      messagesOf("unknown-property", differences)[0] ?? "";
    assert.match(said("start"), /It belongs in dialingStrategy\.callingHours\.days\[\]\.$/);
    assert.match(said("phoneNumber"), /It belongs in dialingStrategy\.callerId\.$/);
    assert.match(said("owner"), /Check its spelling, or remove it\.$/);
    assert.match(said("priority", { strategy: { priority: "5" } }), /Check its spelling, or remove it\.$/);
  });

  it("is matched with a missing one of the same shape", () => {
    const named = (top: Readonly<Record<string, unknown>>) =>
      ruleProblems("unknown-property", different({ top })).map(({ fixes }) => fixes[0]?.title);
    assert.deepEqual(named({ queue: "A", queue_name: undefined }), ['Rename to "queue_name"']);
    assert.deepEqual(named({ queue: {}, queue_name: undefined }), [undefined]);
    assert.deepEqual(named({ lists: {}, dncLists: undefined, contactLists: undefined }), [
      'Rename to "dncLists"',
    ]);
    assert.deepEqual(named({ lists: [], dncLists: undefined, contactLists: undefined }), [
      'Rename to "contactLists"',
    ]);
  });

  it("explains a missing property below the top by its path", () => {
    const text = different({ strategy: { callerId: { phonenumber: "+18165550100" } } });
    const [problem] = ruleProblems("unknown-property", text, {
      severities: { "unknown-property": "warning" },
    });
    assert.deepEqual(problem?.explainsMissing, ["/dialingStrategy/callerId/phoneNumber"]);
    assert.equal(problem.severity, "error");
  });

  it("is not reported in the schedule, and $schema is only reported below the top", () => {
    silent("unknown-property", { top: { schedule: { isSchedulingEnabled: false, x: 1 }, $schema: "x" } });
    says("unknown-property", { strategy: { $schema: "x" } }, '"$schema" is not a documented property');
  });

  it("that contains the whole campaign explains all missing properties", () => {
    const text = JSON.stringify({ status: "ok", owner: 1, data: JSON.parse(different({})) as unknown });
    const { problems } = checkCampaign(text);
    assert.deepEqual(
      problems.map(({ code, severity, pointer }) => `${severity} ${code} ${pointer}`),
      ["error unknown-property /data"],
    );
    assert.match(problems[0]?.message ?? "", /^The campaign is inside "data", as in a response/);
    assert.ok(problems[0]?.explainsMissing?.includes("/contactLists"));
  });
});

describe("a property of responses", () => {
  it("is the queue under another name if no queue is set at the top", () => {
    const top = { queue_name: undefined, connection: "Default Queue" };
    const text = different({ top });
    const [problem] = ruleProblems("response-only-property", text);
    assert.match(problem?.message ?? "", /^"connection" is the queue in responses/);
    assert.deepEqual(problem?.explainsMissing, ["/queue_name"]);
    assert.deepEqual([problem.unnecessary, problem.fixes[0]?.title], [undefined, 'Rename to "queue_name"']);
    assert.equal((fixedValue(text, problem) as { queue_name?: unknown }).queue_name, "Default Queue");
    assert.equal(text.slice(problem.offset).split(":")[0], '"connection"');
  });

  it("has no effect elsewhere", () => {
    says(
      "response-only-property",
      { strategy: { connection: "x" } },
      '"connection" appears only in the platform',
    );
    says("response-only-property", { top: { connection: "x" } }, '"connection" appears only in the platform');
    const agentless = { mode: "Agentless", top: { connection: "x" } } as const;
    says("response-only-property", agentless, '"connection" appears only in the platform');
  });

  it("is an ID at the top and in the do-not-call list, and every other key in any documented object", () => {
    const keys = (differences: Differences) =>
      ruleProblems("response-only-property", different(differences)).map(({ pointer }) => pointer);
    const marks = Object.fromEntries(
      [
        ...["lname", "status", "_id", "createdAt", "updatedAt", "isFiltersEnabled", "useSystemMappings"],
        ...["isRecurrenceEnabled", "experienceFlow", "campaignInstanceUpdatedAt", "connection"],
      ].map((key) => [key, 1]),
    );
    assert.deepEqual(
      keys({ strategy: marks }),
      Object.keys(marks).map((key) => `/dialingStrategy/${key}`),
    );
    assert.deepEqual(keys({ top: { id: 1, dncLists: { name: "A", id: 1 } }, strategy: { id: 1 } }), [
      ...["/dncLists/id", "/id"],
    ]);
    assert.deepEqual(keys({ top: { owner: { status: 1 } } }), []);
  });
});

describe("a property of another mode", () => {
  it("is reported with the modes that it is for", () => {
    const said = (mode: "Preview" | "Progressive" | "Agentless", key: string) =>
      messagesOf("property-not-for-mode", { mode, top: { [key]: key === "maxSkips" ? 1 : "A" } })[0] ?? "";
    assert.match(
      said("Progressive", "maxSkips"),
      /^"maxSkips" is for Preview campaigns and has no effect in this Progressive/,
    );
    assert.match(
      said("Agentless", "queue_name"),
      /is for Preview and Progressive campaigns and has no effect in this Agentless/,
    );
    assert.match(
      said("Preview", "experienceFlowName"),
      /is for Agentless campaigns and has no effect in this Preview/,
    );
    assert.equal(said("Preview", "maxSkips"), "");
    assert.equal(
      messagesOf("property-not-for-mode", { mode: "Agentless", top: { maxSkips: 1, queue_name: "A" } })
        .length,
      2,
    );
  });

  it("is not reported by no-skips if the mode has no skips", () => {
    says("no-skips", { top: { maxSkips: 0 } }, "maxSkips is 0, so agents cannot skip");
    silent("no-skips", { mode: "Progressive", top: { maxSkips: 0 } });
    silent("no-skips", { top: { maxSkips: 1 } });
  });
});
