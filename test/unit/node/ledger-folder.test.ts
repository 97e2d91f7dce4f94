import assert from "node:assert/strict";
import { ledgerFolder } from "../../../src/node/ledger/ledger-file";

describe("the ledger's folder", () => {
  const cases: readonly (readonly [NodeJS.Platform, Record<string, string>, string])[] = [
    ["linux", {}, "/home/ada/.local/state/campaign-json"],
    ["linux", { XDG_STATE_HOME: "/state" }, "/state/campaign-json"],
    ["linux", { XDG_STATE_HOME: "state" }, "/home/ada/.local/state/campaign-json"],
    ["freebsd", {}, "/home/ada/.local/state/campaign-json"],
    ["darwin", { XDG_STATE_HOME: "/state" }, "/home/ada/Library/Application Support/campaign-json"],
    [
      "win32",
      { LOCALAPPDATA: "C:\\Users\\ada\\AppData\\Local" },
      "C:\\Users\\ada\\AppData\\Local\\campaign-json",
    ],
    ["linux", { CAMPAIGN_JSON_LEDGER: "/chosen", XDG_STATE_HOME: "/state" }, "/chosen"],
    ["linux", { CAMPAIGN_JSON_LEDGER: "" }, "/home/ada/.local/state/campaign-json"],
  ];
  for (const [platform, env, expected] of cases)
    it(`is ${expected} on ${platform} with ${JSON.stringify(env)}`, () => {
      assert.equal(ledgerFolder(env, platform, "/home/ada"), expected);
    });

  it("is below the home folder on Windows too if nothing else is configured", () => {
    assert.equal(
      ledgerFolder({}, "win32", "C:\\Users\\ada"),
      "C:\\Users\\ada\\AppData\\Local\\campaign-json",
    );
  });
});
