import assert from "node:assert/strict";
import { crashText } from "../../../src/cli/output/crash-text";

const secret = `secret-${"0123456789abcdef".repeat(400)}`;

describe("The text of a crash", () => {
  it("is the message without the credentials of the environment", () => {
    for (const name of ["CAMPAIGN_JSON_TOKEN", "CAMPAIGN_JSON_CLIENT_SECRET"]) {
      const text = crashText(new Error(`Invalid: ${encodeURIComponent(secret)}!`), { [name]: secret });
      assert.equal(text, "campaign-json crashed (this is a bug): Invalid: <redacted>!\n");
    }
  });

  it("is a fixed sentence if the message cannot be read", () => {
    const error = new Error("x");
    Object.defineProperty(error, "message", {
      get: () => {
        throw new Error(secret);
      },
    });
    assert.match(crashText(error, {}), /^campaign-json crashed \(this is a bug\)\. Details are hidden/);
  });

  it("quotes only errors and strings", () => {
    assert.match(crashText({ toString: () => secret }, {}), /an unknown error/);
  });
});
