import assert from "node:assert/strict";
import { httpServer } from "../unit/node/servers";
import { CLIENT, hostile, READY, SECRETS, token, tokenIn } from "./echoes";
import { leaksOf, partsOf } from "./leaks";
import { buildProgram, campaign, type Program } from "./program";
import { startBystander, startFaultServer } from "./server";

const commands: readonly (readonly string[])[] = [
  ["list"],
  ["status", "Spring"],
  ["start", "Spring", "--yes"],
  ["stop", "Spring", "--yes"],
  ["pull", "Spring"],
  ["diff", campaign],
  ["update", campaign, "--yes"],
  ["submit", campaign, "--plan"],
];

/** The result of `pull` is a campaign file, so it has no other format. */
const inFormat = (command: readonly string[], format: string): readonly string[] =>
  command[0] === "pull" ? command : [...command, "--format", format];

describe("A secret, after the creation of a campaign,", () => {
  let program: Program;
  before(async () => {
    program = await buildProgram();
  });
  after(() => program.remove());

  /** Runs the CLI against a host. */
  const leaksAt = (
    host: string,
    args: readonly string[],
    env: Readonly<Record<string, string>>,
    secrets: () => Readonly<Record<string, string>>,
  ) => {
    const to = ["--host", host, "--account-id", "account-1", "--stream-id", "st-1"];
    return leaksOf(program, [...args, ...to], { env }, secrets);
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
          const args = inFormat(command, env === READY ? "text" : "json");
          const { leaks } = await leaksAt(`http://127.0.0.1:${counted.port}`, args, env, secrets);
          await Promise.all([counted.close(), bystander.close()]);
          assert.match(tokenIn(counted.text()), /^eyJ/);
          assert.deepEqual(leaks, [], place);
        }
    });

  /** An account whose every text contains the token that it received. */
  const echoing = () =>
    httpServer((response, { method, url = "", headers }) => {
      const echo = String(headers["auth"]);
      const texts = { description: echo, dialingMode: echo, connection: echo, contactLists: [echo] };
      const [spring, billing] = ["Spring", "Billing Reminder Voice Campaign1"].map((name, index) => ({
        ...{ _id: `cd-${index + 1}`, name, status: "Ready", ...texts },
      }));
      const list = { results: [spring, billing], hasMore: false };
      const one = method === "GET" || method === "PUT";
      const body = one
        ? { status: "success", message: echo, data: url.includes("/cd-1?") ? spring : billing }
        : url.includes("/trigger/")
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
    [["pull", "Spring"], '"name": "Spring"'],
    [["diff", campaign], "contactLists"],
    [["update", campaign, "--yes"], "contactLists"],
    [["submit", campaign, "--plan"], "differs"],
  ] as const)
    for (const format of ["text", "json"])
      it(`is not shown to any reader by ${command.join(" ")} as ${format} when each text contains it`, async () => {
        const server = await echoing();
        const args = inFormat(command, format);
        const { out, leaks } = await leaksAt(server.origin, args, READY, () => token);
        await server.close();
        assert.ok(out.includes(words), out);
        assert.deepEqual(leaks, []);
      });
});
