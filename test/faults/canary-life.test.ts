import assert from "node:assert/strict";
import { httpServer } from "../unit/node/servers";
import { CLIENT, hostile, READY, SECRETS, token, tokenIn } from "./echoes";
import { filesIn, leaksIn, partsOf } from "./leaks";
import { buildProgram, type Program } from "./program";
import { startBystander, startFaultServer } from "./server";

const commands: readonly (readonly string[])[] = [
  ["list"],
  ["status", "Spring"],
  ["start", "Spring", "--yes"],
  ["stop", "Spring", "--yes"],
];

describe("A secret, after the creation of a campaign,", () => {
  let program: Program;
  before(async () => {
    program = await buildProgram();
  });
  after(() => program.remove());

  /** Runs the CLI against a host, and searches its output and the files that it wrote for secrets. */
  const leaksOf = async (
    args: readonly string[],
    host: string,
    env: Readonly<Record<string, string>>,
    secrets: () => Readonly<Record<string, string>>,
  ): Promise<{ readonly out: string; readonly leaks: readonly string[] }> => {
    let files: Record<string, string> = {};
    const to = ["--host", host, "--account-id", "account-1", "--stream-id", "st-1"];
    const { out, err } = await program.run([...args, ...to], {
      env,
      look: async (folders) => void (files = await filesIn(folders)),
    });
    return { out, leaks: leaksIn({ "standard output": out, "standard error": err, ...files }, secrets()) };
  };

  for (const command of commands)
    it(`is not shown to any reader by ${command.join(" ")} when the server returns it`, async () => {
      for (const [place, server] of Object.entries(hostile))
        for (const env of [READY, CLIENT]) {
          const bystander = await startBystander();
          const counted = await startFaultServer(server, bystander);
          const secrets = () => ({
            ...(env === CLIENT ? SECRETS : token),
            ...partsOf(tokenIn(counted.text()), "the token sent"),
          });
          const args = [...command, "--format", env === READY ? "text" : "json"];
          const { leaks } = await leaksOf(args, `http://127.0.0.1:${counted.port}`, env, secrets);
          await Promise.all([counted.close(), bystander.close()]);
          assert.match(tokenIn(counted.text()), /^eyJ/);
          assert.deepEqual(leaks, [], place);
        }
    });

  /** An account whose every text contains the token that it received. */
  const echoing = () =>
    httpServer((response, { url = "", headers }) => {
      const echo = String(headers["auth"]);
      const campaign = { _id: "cd-1", name: "Spring", dialingMode: echo, connection: echo };
      const list = { results: [{ ...campaign, status: "Ready", contactLists: [echo] }], hasMore: false };
      const body = url.includes("/trigger/")
        ? { status: "Active", message: echo, campaignInstanceId: echo }
        : url.includes("/status")
          ? { status: "success", message: echo, data: { id: "cd-1", status: "Ready", name: echo } }
          : { status: "success", message: echo, data: list };
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
    });

  for (const [command, words] of [
    [["list"], "Spring"],
    [["status", "Spring"], "Ready"],
    [["start", "Spring", "--yes"], "Active"],
  ] as const)
    for (const format of ["text", "json"])
      it(`is not shown to any reader by ${command.join(" ")} as ${format} when each text contains it`, async () => {
        const server = await echoing();
        const args = [...command, "--format", format];
        const { out, leaks } = await leaksOf(args, server.origin, READY, () => token);
        await server.close();
        assert.ok(out.includes(words), out);
        assert.deepEqual(leaks, []);
      });
});
