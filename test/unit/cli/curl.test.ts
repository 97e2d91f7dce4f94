import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Command } from "commander";
import { checkFile } from "../../../src/cli/files/check-file";
import { registerCurl } from "../../../src/cli/commands/curl";
import { registerImportCurl } from "../../../src/cli/commands/import-curl";
import { checkCampaign } from "../../../src/core/lint/check";

const sample = path.join(__dirname, "../../fixtures/samples/preview.request.json");
const token = "eyJhbGciOiJIUzI1NiJ9.eyJhcHBJZCI6ImNzLXRlc3QifQ.c2lnbmF0dXJl";
const url =
  "https://platform.kore.ai/campaign/api/v2/public/st-1/campaign?accountId=acc-1&campaignType=voice";
const env = {
  CAMPAIGN_JSON_HOST: "platform.kore.ai",
  CAMPAIGN_JSON_ACCOUNT_ID: "acc-1",
  CAMPAIGN_JSON_STREAM_ID: "st-1",
};

interface Given {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string | Uint8Array;
  readonly canAsk?: boolean;
}

describe("campaign-json", () => {
  let folder: string;
  before(() => (folder = mkdtempSync(path.join(os.tmpdir(), "campaign-curl-"))));
  after(() => rmSync(folder, { recursive: true }));

  async function run(args: readonly string[], given: Given = {}) {
    let [code, out, err] = [-1, "", ""];
    const terminal = {
      out: (text: string) => (out += text),
      err: (text: string) => (err += text),
      env: given.env ?? env,
      cwd: folder,
      canAsk: given.canAsk ?? false,
      readInput: () => Promise.resolve(Buffer.from(given.input ?? "")),
      setExitCode: (value: number) => (code = value),
    };
    const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
    registerCurl(program, { ...terminal, checkFile: (file) => checkFile(file, folder, checkCampaign) });
    registerImportCurl(program, { ...terminal, check: checkCampaign });
    await program.parseAsync(args, { from: "user" });
    assert.ok(!(out + err).includes(token), "The token is shown.");
    return { code, out, err };
  }
  const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);

  describe("curl", () => {
    it("prints the request, with a variable instead of the token", async () => {
      const { code, out, err } = await run(["curl", sample], { env: { ...env, CAMPAIGN_JSON_TOKEN: token } });
      assert.deepEqual([code, err], [0, ""]);
      assert.ok(
        out.startsWith(`curl --request POST '${url}' \\\n  --header "auth: $CAMPAIGN_JSON_TOKEN" \\\n`),
      );
      assert.ok(out.endsWith("}'\n"));
    });

    it("needs no credentials, and works with invalid ones", async () => {
      assert.equal((await run(["curl", sample])).code, 0);
      const wrong = { ...env, CAMPAIGN_JSON_TOKEN: "x", CAMPAIGN_JSON_CLIENT_ID: "y" };
      assert.equal((await run(["curl", sample], { env: wrong })).code, 0);
    });

    it("accepts options before the environment", async () => {
      const { out } = await run(["curl", sample, "--host", "eu.kore.ai", "--account-id", "a b"]);
      assert.match(out, /'https:\/\/eu\.kore\.ai\/.*accountId=a%20b&/);
    });

    it("exits 2 for an incomplete address, and for a missing file", async () => {
      for (const args of [
        ["curl", sample],
        ["curl", "none.campaign.json", "--host", "platform.kore.ai"],
      ]) {
        const { code, out, err } = await run(args, { env: {} });
        assert.deepEqual([code, out], [2, ""]);
        assert.match(err, /^error: /);
      }
    });

    it("exits 1 and prints nothing for a campaign with errors or with a credential", async () => {
      write("bad.campaign.json", '{ "name": "x" }');
      write("token.campaign.json", readFileSync(sample, "utf8").replace('"CL Only', `"${token}`));
      for (const file of ["bad.campaign.json", "token.campaign.json"]) {
        const { code, out, err } = await run(["curl", file]);
        assert.deepEqual([code, out], [1, ""], file);
        assert.ok(err.includes(file));
      }
    });
  });

  describe("import-curl", () => {
    const command = `curl '${url}' -H 'auth: ${token}' --data '${readFileSync(sample, "utf8")}'`;

    it("prints the output of curl as the original campaign", async () => {
      const { out: printed } = await run(["curl", sample]);
      const { code, out, err } = await run(["import-curl"], { input: printed });
      assert.equal(code, 0);
      assert.deepEqual(JSON.parse(out), JSON.parse(readFileSync(sample, "utf8")));
      assert.doesNotMatch(err, /token/);
    });

    it("reports on standard error that it left a token out, and the host of the command", async () => {
      const { code, out, err } = await run(["import-curl", "-"], { input: command });
      assert.equal(code, 0);
      assert.deepEqual(JSON.parse(out), JSON.parse(readFileSync(sample, "utf8")));
      assert.match(err, /^note: The token was omitted/m);
      assert.match(err, /host https:\/\/platform\.kore\.ai, account acc-1, stream st-1/);
    });

    it("reads a file and writes a new one, but never replaces it", async () => {
      write("command.sh", command);
      const first = await run(["import-curl", "command.sh", "--out", "new.campaign.json"]);
      assert.deepEqual([first.code, first.out], [0, ""]);
      const written = readFileSync(path.join(folder, "new.campaign.json"), "utf8");
      assert.deepEqual(JSON.parse(written), JSON.parse(readFileSync(sample, "utf8")));
      write("other.sh", command.replace("Billing", "Other"));
      const second = await run(["import-curl", "other.sh", "--out", "new.campaign.json"]);
      assert.equal(second.code, 2);
      assert.equal(readFileSync(path.join(folder, "new.campaign.json"), "utf8"), written);
    });

    it("counts the problems of the campaign, and imports it anyway", async () => {
      const { code, out, err } = await run(["import-curl"], { input: `curl '${url}' -d '{"name":"x"}'` });
      assert.deepEqual([code, out], [0, '{\n  "name": "x"\n}\n']);
      assert.match(err, /^note: \d+ problems/m);
    });

    it("exits 1 for a cURL command without a campaign", async () => {
      for (const input of ["", "wget x", `curl '${url}' -d '$(cat /etc/passwd)'`, `curl '${url}' | sh`]) {
        const { code, out, err } = await run(["import-curl"], { input });
        assert.deepEqual([code, out], [1, ""]);
        assert.match(err, /^error: /);
      }
    });

    it("exits 2 for a missing file, and for a file that is not text", async () => {
      assert.equal((await run(["import-curl", "none.sh"])).code, 2);
      assert.equal((await run(["import-curl"], { input: Uint8Array.of(0xff, 0xfe, 0) })).code, 2);
      assert.equal((await run(["import-curl", "--out", "none/x.json"], { input: command })).code, 2);
    });

    it("prompts a person at a terminal for the command", async () => {
      assert.match((await run(["import-curl"], { input: command, canAsk: true })).err, /^Paste .*Ctrl\+D/);
      assert.doesNotMatch((await run(["import-curl"], { input: command })).err, /Ctrl\+D/);
    });
  });
});
