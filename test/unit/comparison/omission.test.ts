import assert from "node:assert/strict";
import type { Campaign } from "../../../src/core/campaign/generated/campaign";
import { accountValues } from "../../../src/core/comparison/account-values";
import { changedOmissions, omissionsOf } from "../../../src/core/comparison/omission";
import type { JsonObject } from "../../../src/core/text/json-guards";
import { sample } from "../node/practice-call";
import { without } from "./account";

const preview = sample as unknown as Campaign;
const file = without(preview, "schedule");
const account = (schedule: unknown, more: JsonObject = {}) =>
  accountValues({ ...preview, ...more, schedule });
const enabled = { pointer: "/schedule/isSchedulingEnabled", account: true };

describe("The values that a file omits and an update could reset", () => {
  it("contain an enabled schedule, whether the file omits all of it or a part", () => {
    const schedule = { isSchedulingEnabled: true, isRecurrenceEnabled: true };
    for (const omitting of [file, { ...file, schedule: {} }])
      assert.deepEqual(omissionsOf(omitting, account(schedule)), [enabled]);
  });

  it("do not contain a value that the file has, equal or not", () => {
    assert.deepEqual(omissionsOf(preview, account({ isSchedulingEnabled: true })), []);
  });

  it("do not contain a default, or what the account does not return", () => {
    for (const schedule of [{ isSchedulingEnabled: false }, { isSchedulingEnabled: "false" }, {}, undefined])
      assert.deepEqual(omissionsOf(file, account(schedule)), []);
  });

  it("do not contain properties that the file's dialing mode does not have", () => {
    const progressive = { ...without(preview, "maxSkips"), dialingMode: "Progressive" };
    assert.deepEqual(omissionsOf(progressive, account({ isSchedulingEnabled: false })), []);
    assert.deepEqual(omissionsOf(without(preview, "maxSkips"), account(undefined)), [
      { pointer: "/maxSkips", account: preview.maxSkips },
    ]);
  });

  it("are compared again afterwards: equal, different, and no longer returned", () => {
    const { pointer } = enabled;
    const after = (schedule: unknown) => changedOmissions(file, [enabled], account(schedule));
    assert.deepEqual(after({ isSchedulingEnabled: true }), []);
    assert.deepEqual(after({ isSchedulingEnabled: false }), [{ pointer, before: true, after: false }]);
    assert.deepEqual(after(undefined), [{ pointer, before: true }]);
    assert.deepEqual(changedOmissions(file, [], account({ isSchedulingEnabled: false })), []);
  });
});
