import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import fc from "fast-check";
import { toRequestBody } from "../../../src/core/campaign/request-body";
import { toCurl } from "../../../src/core/curl/export";
import { shellWords } from "../../../src/core/curl/posix-words";
import { startPracticeServer, type PracticeServer } from "../../../src/node/practice/server";
import { sample } from "./practice-call";

/** Whether the machine has the program. Tests of missing programs are skipped, because no test installs anything. */
function has(program: string): boolean {
  try {
    execFileSync(program, program === "curl" ? ["--version"] : ["-c", "true"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const shells = ["/bin/sh", "bash"];
/** No home and no proxy, so only the command and the token decide what is sent. */
const environment = (token: string) => ({
  PATH: process.env["PATH"],
  LANG: "C.UTF-8",
  CAMPAIGN_JSON_TOKEN: token,
});

/** Types the text into a shell, as if it was pasted. */
function paste(shell: string, text: string, token = ""): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(shell, ["-s"], { env: environment(token) });
    let out = "";
    let err = "";
    child.stdout.setEncoding("utf8").on("data", (part: string) => (out += part));
    child.stderr.setEncoding("utf8").on("data", (part: string) => (err += part));
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0 ? resolve(out) : reject(new Error(`${shell}: ${code} ${err}`)),
    );
    child.stdin.end(`${text}\n`);
  });
}

for (const shell of shells)
  describe(`the command from toCurl, pasted into ${shell},`, () => {
    let server: PracticeServer;
    let close = (): Promise<void> => Promise.resolve();
    before(async function () {
      if (!has("curl") || !has(shell)) this.skip();
      server = await startPracticeServer();
      close = () => server.close();
    });
    after(() => close());

    it("creates the campaign", async () => {
      const { connection } = server;
      const command = toCurl(connection, toRequestBody(sample));
      const answer = JSON.parse(await paste(shell, command, connection.credential.token)) as {
        status: string;
      };
      assert.equal(answer.status, "success");
      const { body, headers, method } = server.requests.at(-1)!;
      assert.deepEqual([method, body], ["POST", JSON.stringify(sample, null, 2)]);
      assert.deepEqual(
        [headers["iid"], headers["accountid"], headers["content-type"]],
        [connection.streamId, connection.accountId, "application/json"],
      );
    });

    it("sends any body byte for byte, and expands no variable except the token", async function () {
      this.timeout(60_000);
      const part = fc.constantFrom(
        "'",
        '"',
        "\\",
        "$HOME",
        "`id`",
        "$(id)",
        "\n",
        "!",
        "%s",
        "@",
        "é例😀",
        "\ud800",
        "\0",
        "a",
      );
      const text = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(""));
      const ids = fc.constantFrom("st-1", "it's", "$HOME", "a b", "{x}[1]", '"', "\\");
      const value = fc.dictionary(text, fc.oneof(text, fc.array(text, { maxLength: 2 })), {
        minKeys: 1,
        maxKeys: 3,
      });
      await fc.assert(
        fc.asyncProperty(value, ids, async (campaign, accountId) => {
          const body = toRequestBody(campaign);
          const before = server.requests.length;
          await paste(
            shell,
            toCurl({ ...server.connection, accountId }, body),
            server.connection.credential.token,
          );
          assert.equal(server.requests.length, before + 1);
          const { body: received, url, headers } = server.requests.at(-1)!;
          assert.equal(received, JSON.stringify(JSON.parse(body), null, 2));
          assert.equal(JSON.stringify(JSON.parse(received)), body);
          assert.equal(new URL(url, server.origin).searchParams.get("accountId"), accountId);
          assert.equal(headers["accountid"], accountId);
        }),
        { numRuns: 25 },
      );
    });
  });

const sign = fc.constantFrom(
  "'",
  '"',
  "\\",
  "$",
  "`",
  "#",
  "|",
  "&",
  ";",
  " ",
  "\t",
  "~",
  "*",
  "{",
  "!",
  "é",
  "😀",
  "a",
  "n",
);
const words = fc.array(sign, { maxLength: 6 }).map((signs) => signs.join(""));
const inSingle = words.map((text) => `'${text.replaceAll("'", "")}'`);
const inDouble = words.map((text) => `"${text.replace(/["\\$`]/g, "\\$&")}"`);
// A word that starts with an escaped space is treated as a lost line end.
const escaped = words.map((text) => text.replace(/[^é😀]/gu, "\\$&").replace(/^(?=\\[ \t])/, "_"));
const inBashs = words.map((text) => `$'${text.replace(/[\\']/g, "\\$&")}\\x41\\u00e9\\101\\t'`);
const gap = fc.constantFrom(" ", "\t", " \\\n  ");

for (const shell of shells)
  describe(`the words that ${shell} splits`, () => {
    it("are the same as those from shellWords", async function () {
      if (!has(shell)) this.skip();
      this.timeout(30_000);
      const quoted =
        shell === "bash" ? [inSingle, inDouble, escaped, inBashs] : [inSingle, inDouble, escaped];
      const word = fc
        .array(fc.oneof(...quoted), { minLength: 1, maxLength: 3 })
        .map((parts) => parts.join(""));
      const command = fc.array(fc.tuple(word, gap), { minLength: 1, maxLength: 40 });
      await fc.assert(
        fc.asyncProperty(command, async (parts) => {
          const text = `printf '%s\\0' ${parts.flat().join("")}end # that is all`;
          const parsed = shellWords(text);
          assert.ok(parsed.valid, parsed.valid ? "" : parsed.reason);
          const found = parsed.value.slice(2).map((each) => each.text);
          assert.deepEqual(found, (await paste(shell, text)).split("\0").slice(0, -1));
        }),
        { numRuns: 60 },
      );
    });
  });
