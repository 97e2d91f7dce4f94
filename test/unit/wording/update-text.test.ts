import assert from "node:assert/strict";
import type { Difference } from "../../../src/core/comparison/compare";
import type { Omission } from "../../../src/core/comparison/omission";
import { differenceText } from "../../../src/core/wording/lifecycle/comparison-text";
import { describeUpdate, updateConfirmation } from "../../../src/core/wording/lifecycle/update-text";
import { connectionTo } from "../node/servers";

const campaign = { id: "cd-1", name: " Spring ", state: "Ready", data: {} };
const priority: Difference = { pointer: "/priority", file: "2", account: "5" };
const omission: Omission = { pointer: "/schedule/isSchedulingEnabled", account: true };
const confirm = (
  differences: readonly Difference[],
  production: boolean,
  omitted: readonly Omission[] = [],
) =>
  updateConfirmation(connectionTo("https://platform.kore.ai", { name: "account a-1", production }), {
    ...{ campaign, differences, notCompared: ["/maxSkips"], omitted },
  });

describe("The confirmation of an update", () => {
  it("shows exactly the differences and what was not compared first, then the campaign and the connection", () => {
    const { question, detail, nameToType } = confirm([priority], false);
    assert.equal(question, "Update “ Spring ” in account a-1?");
    assert.equal(nameToType, undefined);
    assert.deepEqual(detail.split("\n"), [
      "The file's values replace those of the account. 1 value will change:",
      "- priority: “2” in the file, “5” in the account.",
      "",
      "Not compared, because the platform does not return it: maxSkips.",
      "The platform may not apply every change. The campaign is read again afterwards.",
      "",
      "Campaign:  Spring ",
      "ID: cd-1",
      "State: Ready",
      "",
      "Connection: account a-1, calls no real people (saved as a test account)",
      "Host: https://platform.kore.ai",
      "Account: account-1, stream st-1",
    ]);
  });

  it("shows what the file omits and the platform may reset, before what was not compared", () => {
    assert.match(
      confirm([priority], false, [omission]).detail,
      /in the account\.\n\nThe file omits 1 value that the account has, and the platform may reset it:\n- schedule\.isSchedulingEnabled: “true” in the account, missing in the file\.\n\nNot compared/,
    );
    assert.ok(confirm([priority], false, [omission]).hasWarnings);
    assert.ok(!confirm([priority], true).hasWarnings);
    assert.match(
      confirm([priority], false, [omission, omission]).detail,
      /omits 2 values .+ reset them:\n- .+\n- /,
    );
  });

  it("asks for the name if the campaign calls real people", () => {
    const { question, nameToType } = confirm([priority], true);
    assert.equal(question, "This campaign calls real people. Update “ Spring ” in account a-1?");
    assert.equal(nameToType, "Spring");
  });

  it("says how many of many differences it leaves out", () => {
    const many = Array.from({ length: 43 }, (_, index) => ({ pointer: `/contactLists/${index}`, file: "A" }));
    const { detail } = confirm(many, false);
    assert.match(detail, /43 values will change:/);
    assert.match(detail, /\n- and 3 more\. Run campaign-json diff to see all\.\n/);
  });
});

describe("The text of a difference", () => {
  it("names the property, and where each value is", () => {
    const days = "/dialingStrategy/callingHours/days";
    assert.equal(differenceText(priority), "priority: “2” in the file, “5” in the account.");
    assert.equal(
      differenceText({ pointer: `${days}/-`, account: { day: "MO" } }),
      'dialingStrategy.callingHours.days: the account also has “{"day":"MO"}”, the file does not.',
    );
    assert.equal(
      differenceText({ pointer: "/contactLists/1", file: "Two" }),
      "contactLists.1: the account does not have “Two”.",
    );
  });

  it("shows characters that would move or hide text", () => {
    assert.match(differenceText({ ...priority, account: "5\u202e\u001b[2J" }), /“5<U\+202E><U\+001B>\[2J”/);
  });
});

describe("The outcome of an update", () => {
  const accepted = { kind: "accepted", httpStatus: 200, message: "", response: {} } as const;
  const lost = { kind: "unknown", reason: "timeout", detail: "" } as const;

  it("is only called complete if the campaign was read and has every value", () => {
    const read = { kind: "read", campaign, notCompared: [], omitted: [], changed: [] } as const;
    const full = describeUpdate(accepted, "cd-1", "terminal", { ...read, differences: [] });
    assert.match(full.explanation, /has every value of the file that it returns/);
    const part = describeUpdate(accepted, "cd-1", "terminal", { ...read, differences: [priority] });
    assert.equal(part.explanation, "1 value of the account still differs from the file.");
    const unread = describeUpdate(accepted, "cd-1", "terminal", { kind: "unread", outcome: lost });
    assert.match(unread.explanation, /is unknown, because the campaign could not be read/);
    assert.equal(unread.nextStep, "Compare the file with the account.");
  });

  it("names an omitted value that the update changed, and is not called complete", () => {
    const pointer = "/schedule/isSchedulingEnabled";
    const read = { kind: "read", campaign, notCompared: [], differences: [], omitted: [] } as const;
    const reset = describeUpdate(accepted, "cd-1", "terminal", {
      ...read,
      changed: [{ pointer, before: true, after: false }],
    });
    assert.match(
      reset.explanation,
      / schedule\.isSchedulingEnabled: “true” before the update, “false” after it, missing in the file\.$/,
    );
    assert.match(reset.nextStep, /^Restore the changed values/);
    const gone = describeUpdate(lost, "cd-1", "terminal", { ...read, changed: [{ pointer, before: true }] });
    assert.match(gone.explanation, /“true” before the update, not returned after it/);
  });

  it("stays unknown without a response, unless the account has every value", () => {
    const read = { kind: "read", campaign, notCompared: [], omitted: [], changed: [] } as const;
    const open = describeUpdate(lost, "cd-1", "terminal", { ...read, differences: [priority] });
    assert.equal(open.headline, "Unknown: the campaign may have been updated.");
    const proved = describeUpdate(lost, "cd-1", "terminal", { ...read, differences: [] });
    assert.equal(proved.headline, "Campaign updated: cd-1.");
  });
});
