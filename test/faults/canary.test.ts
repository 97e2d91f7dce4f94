import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import {
  CLIENT,
  CLIENT_SECRET,
  client,
  formsOf,
  hostile,
  hostileWith,
  LONG_SECRET,
  LONG_TOKEN,
  READY,
  READY_TOKEN,
  SECRETS,
  token,
  tokenIn,
} from "./echoes";
import { filesIn, leaksIn, leaksOf, partsOf } from "./leaks";
import { buildProgram, campaign, sample, type Program, type RunOptions } from "./program";
import { startBystander, startFaultServer } from "./server";

const CURL = "curl 'https://platform.kore.ai/campaign/api/v2/public/st-1/campaign?accountId=account-1'";
const DATA = `--data-raw '${campaignWith({})}'`;

function campaignWith(changes: object): string {
  return JSON.stringify({ ...(JSON.parse(readFileSync(sample, "utf8")) as object), ...changes });
}

describe("A secret", () => {
  let program: Program;
  before(async () => {
    program = await buildProgram();
  });
  after(() => program.remove());

  /** `out` is all that the CLI printed. */
  const ranWithLeaks = async (
    args: readonly string[],
    options: RunOptions,
    secrets: () => Readonly<Record<string, string>> = () => SECRETS,
  ) => {
    const { code, out, err, leaks } = await leaksOf(program, args, options, secrets);
    return { code, out: `${out}${err}`, leaks };
  };
  const to = (host: string) => ["--host", host, "--account-id", "account-1", "--stream-id", "st-1"];

  for (const secret of [READY_TOKEN, CLIENT_SECRET])
    it(`is found in every form that the tests search for (${secret === READY_TOKEN ? "token" : "client"})`, () => {
      const { whole, broken } = formsOf(secret);
      for (const form of [...whole, ...broken]) {
        assert.deepEqual(leaksIn({ here: `<${form}>` }, { it: secret }), ["here: it"], form);
        assert.deepEqual(leaksIn({ here: JSON.stringify({ form }) }, { it: secret }), ["here: it"], form);
      }
    });

  for (const [place, server] of Object.entries(hostile))
    for (const [credential, env] of Object.entries({ "a ready token": READY, "a client": CLIENT }))
      it(`of ${credential} is not shown to any reader when the server returns it in ${place}`, async () => {
        const tried = await Promise.all(
          ["text", "json"].map(async (format) => {
            const bystander = await startBystander();
            const counted = await startFaultServer(server, bystander);
            const args = ["submit", campaign, ...to(`http://127.0.0.1:${counted.port}`), "--yes"];
            // A program that did not receive the client secret cannot recognize it.
            const secrets = () => ({
              ...(env === CLIENT ? SECRETS : token),
              ...partsOf(tokenIn(counted.text()), "the token sent"),
            });
            const { leaks } = await ranWithLeaks([...args, "--format", format], { env }, secrets);
            await Promise.all([counted.close(), bystander.close()]);
            assert.match(tokenIn(counted.text()), /^eyJ/);
            return leaks;
          }),
        );
        assert.deepEqual(tried.flat(), []);
      });

  const long = { ...partsOf(LONG_TOKEN, "the long token"), "the long client secret": LONG_SECRET };
  const LONG = {
    "a long token": { CAMPAIGN_JSON_TOKEN: LONG_TOKEN },
    "a long client secret": { ...CLIENT, CAMPAIGN_JSON_CLIENT_SECRET: LONG_SECRET },
  };
  for (const [credential, env] of Object.entries(LONG)) {
    for (const place of ["a rejection", "a success", "a gateway's page"])
      it(`that is ${credential} is not shown to any reader when the server returns it in ${place}`, async () => {
        const known = credential === "a long token" ? [] : [LONG_SECRET];
        const bystander = await startBystander();
        const counted = await startFaultServer(hostileWith(known)[place]!, bystander);
        const args = ["submit", campaign, ...to(`http://127.0.0.1:${counted.port}`), "--yes"];
        const secrets = () => ({ ...long, ...partsOf(tokenIn(counted.text()), "the token sent") });
        const { leaks, out } = await ranWithLeaks(args, { env }, secrets);
        await Promise.all([counted.close(), bystander.close()]);
        assert.deepEqual(leaks, []);
        assert.doesNotMatch(out, /crashed/);
        assert.equal(counted.requests(), 1);
      });
    for (const args of [
      ["submit", campaign, "--dry-run"],
      ["submit", campaign, "--yes"],
      ["curl", campaign],
    ])
      it(`that is ${credential} is not shown to any reader by ${args.join(" ")}`, async () => {
        const { code, leaks } = await ranWithLeaks(
          [...args, ...to("http://127.0.0.1:1")],
          { env },
          () => long,
        );
        assert.deepEqual([code, leaks], [args.includes("--yes") ? 4 : 0, []]);
      });
  }

  it("that exceeds the maximum length is rejected in a message that does not quote it", async () => {
    const env = { CAMPAIGN_JSON_TOKEN: LONG_TOKEN.repeat(2).slice(0, 20_000) };
    const args = ["submit", campaign, ...to("http://127.0.0.1:1"), "--yes"];
    const { code, out, leaks } = await ranWithLeaks(args, { env }, () => long);
    assert.deepEqual([code, leaks], [2, []]);
    assert.match(out, /too long: it has \d+ characters/);
  });

  it("is searched for in a ledger that contains the submission", async () => {
    const bystander = await startBystander();
    const counted = await startFaultServer(hostile["a success"]!, bystander);
    let files: Record<string, string> = {};
    const args = ["submit", campaign, ...to(`http://127.0.0.1:${counted.port}`), "--yes"];
    const look = async (folders: readonly string[]): Promise<void> => void (files = await filesIn(folders));
    await program.run(args, { env: READY, look });
    await Promise.all([counted.close(), bystander.close()]);
    const noted = Object.entries(files).filter(([file]) => file.includes("/ledger/"));
    assert.ok(
      noted.some(([, text]) => text.includes("Billing Reminder")),
      Object.keys(files).join("\n"),
    );
  });

  const nowhere = to("http://127.0.0.1:1");
  const holding = (secret: string): string =>
    program.file(`holding-${secret.length}.campaign.json`, campaignWith({ description: `See ${secret}` }));

  interface Use {
    readonly what: string;
    readonly args: () => readonly string[];
    readonly code: number;
    readonly env?: Readonly<Record<string, string>>;
    readonly input?: string;
    /** The secrets that the program can recognize; all of them if omitted. */
    readonly secrets?: Readonly<Record<string, string>>;
  }
  const uses: readonly Use[] = [
    { what: "a dry run", args: () => ["submit", campaign, ...nowhere, "--dry-run"], code: 0, env: READY },
    {
      what: "a dry run as JSON",
      args: () => ["submit", campaign, ...nowhere, "--dry-run", "--format", "json"],
      code: 0,
      env: CLIENT,
    },
    {
      what: "a dry run of a campaign with the token in it",
      args: () => ["submit", holding(READY_TOKEN), ...nowhere, "--dry-run"],
      code: 0,
      env: READY,
      secrets: token,
    },
    {
      what: "a dry run of a campaign with the client secret in it",
      args: () => ["submit", holding(CLIENT_SECRET), ...nowhere, "--dry-run", "--format", "json"],
      code: 0,
      env: CLIENT,
      secrets: client,
    },
    {
      what: "a submission of a campaign with the client secret in it",
      args: () => ["submit", holding(CLIENT_SECRET), ...nowhere, "--yes", "--format", "json"],
      code: 4,
      env: CLIENT,
      secrets: client,
    },
    {
      what: "a submission on the practice server",
      args: () => ["submit", campaign, "--practice", "--yes", "--format", "json"],
      code: 0,
      env: CLIENT,
    },
    {
      what: "a refused connection",
      args: () => ["submit", campaign, ...nowhere, "--yes"],
      code: 4,
      env: READY,
    },
    {
      what: "a name without an address",
      args: () => ["submit", campaign, ...to("https://campaign.invalid"), "--yes", "--format", "json"],
      code: 4,
      env: CLIENT,
    },
    {
      what: "two credentials at once",
      args: () => ["submit", campaign, ...nowhere, "--yes"],
      code: 2,
      env: { ...READY, ...CLIENT },
    },
    {
      what: "a token that is damaged",
      args: () => ["submit", campaign, ...nowhere, "--yes"],
      code: 2,
      env: { CAMPAIGN_JSON_TOKEN: `${READY_TOKEN}.more` },
    },
    {
      what: "a token with a line end in it",
      args: () => ["submit", campaign, ...nowhere, "--yes"],
      code: 2,
      env: { CAMPAIGN_JSON_TOKEN: READY_TOKEN.replace(/.{20}/, "$&\n") },
    },
    {
      what: "a client secret with a line end in it",
      args: () => ["submit", campaign, ...nowhere, "--yes"],
      code: 2,
      env: { ...CLIENT, CAMPAIGN_JSON_CLIENT_SECRET: CLIENT_SECRET.replace(" ", "\n") },
    },
    {
      what: "a host with the token as its password",
      args: () => ["submit", campaign, ...to(`https://user:${READY_TOKEN}@platform.kore.ai`), "--yes"],
      code: 2,
      env: READY,
    },
    { what: "curl", args: () => ["curl", campaign, ...nowhere], code: 0, env: READY },
    {
      what: "curl of a campaign with the token in it",
      args: () => ["curl", holding(READY_TOKEN), ...nowhere],
      code: 1,
      env: READY,
      secrets: token,
    },
    ...Object.entries({
      "the auth header": `--header 'auth: ${READY_TOKEN}' ${DATA}`,
      "the Authorization header": `-H "Authorization: Bearer ${READY_TOKEN}" ${DATA}`,
      "a header of no known name": `-H 'X-Own: ${READY_TOKEN}' ${DATA}`,
      "a user's password": `-u 'user:${READY_TOKEN}' ${DATA}`,
      "a cookie": `-b 'session=${READY_TOKEN}' ${DATA}`,
      "a proxy": `-x 'http://user:${READY_TOKEN}@proxy.example' ${DATA}`,
      "the address": `'&token=${READY_TOKEN}' ${DATA}`,
      "the body": `--data-raw '${campaignWith({ description: READY_TOKEN, auth: READY_TOKEN })}'`,
    }).map(([where, words]): Use => ({
      what: `import-curl with the token in ${where}`,
      args: () => ["import-curl", "--out", "imported.campaign.json"],
      code: 0,
      input: `${CURL}${words.startsWith("'&") ? "" : " "}${words}`,
      secrets: token,
    })),
    {
      what: "import-curl of a command that is refused",
      args: () => ["import-curl"],
      code: 1,
      input: `${CURL} -H 'auth: ${READY_TOKEN}' -d @${READY_TOKEN}`,
    },
  ];
  for (const { what, args, code, env = {}, input = "", secrets } of uses)
    it(`is not shown to any reader by ${what}`, async () => {
      const ran = await ranWithLeaks(args(), { env, input }, secrets && (() => secrets));
      assert.deepEqual(ran.leaks, [], ran.leaks.length === 0 ? "" : "Something holds a secret.");
      assert.equal(ran.code, code, ran.out);
    });
});
