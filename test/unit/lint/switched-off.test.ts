import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { checkFile } from "../../../src/cli/files/check-file";
import { confirmationOf } from "../../../src/core/wording/confirmation";
import type { Campaign } from "../../../src/core/campaign/generated/campaign";
import { checkCampaign } from "../../../src/core/lint/check";
import { switchedOff } from "../../../src/core/lint/configuration/switched-off";
import { sample, submit } from "../node/submit-run";

const text = fs.readFileSync(sample, "utf8").replace('"Asia/Kolkata"', '"Asia/Kolkta"');

const codesWith = (severities: Readonly<Record<string, "off" | "error" | "warning">>): string[] =>
  switchedOff(checkCampaign(text, { severities }), { severities }).map(({ code }) => code);

describe("an error that a configuration turns off", () => {
  it("is found if it is off or lowered, and no other is", () => {
    assert.deepEqual(codesWith({ "timezone-unknown": "off" }), ["timezone-unknown"]);
    assert.deepEqual(codesWith({ "timezone-unknown": "warning" }), ["timezone-unknown"]);
    assert.deepEqual(codesWith({ "timezone-unknown": "error", "caller-id-placeholder": "off" }), []);
    assert.deepEqual(codesWith({}), []);
  });

  it("is listed in the confirmation", () => {
    const { detail } = confirmationOf({
      connection: {
        ...{ id: "1", name: "One", host: "https://platform.kore.ai", accountId: "a", streamId: "s" },
        ...{ production: false, credential: { kind: "client", clientId: "app", clientSecret: "secret" } },
      },
      campaign: JSON.parse(text) as Campaign,
      warnings: [],
      switchedOff: [{ line: 7, message: "There is no time zone of this name." }],
      now: 0,
    });
    assert.match(detail, /1 error disabled by the configuration:\n• Line 7: There is no time zone/);
  });

  it("is a warning if no question is asked", async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "off-"));
    try {
      const file = path.join(folder, "s.campaign.json");
      fs.writeFileSync(file, text);
      fs.writeFileSync(path.join(folder, ".campaignlint.json"), '{"rules":{"timezone-unknown":"off"}}');
      const { code, err } = await submit([file, "--practice", "--yes"], {
        checkFile: (name) => checkFile(name, folder, checkCampaign),
      });
      assert.deepEqual(
        [code, /^warning: Line \d+: the configuration disables this error: .*Kolkta/m.test(err)],
        [0, true],
      );
    } finally {
      fs.rmSync(folder, { recursive: true });
    }
  });
});
