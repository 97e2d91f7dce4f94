import type { Command } from "commander";
import { toRequestBody } from "../../core/campaign/request-body";
import { toCurl } from "../../core/curl/export";
import { createRedactor } from "../../core/text/redaction/redact";
import { visibleLine } from "../../core/text/visible";
import { addConnectionOptions, connectionFrom, type ConnectionOptions } from "../connection-options";
import { toText } from "../formats/submission";
import { exit, type Terminal } from "../output/terminal";
import type { SubmitDeps } from "./submit";

export interface CurlDeps extends Pick<Terminal, "out" | "err" | "env" | "setExitCode"> {
  readonly checkFile: SubmitDeps["checkFile"];
}

export function registerCurl(program: Command, deps: CurlDeps): void {
  const command = program
    .command("curl")
    .description("print the request that creates a campaign, as a cURL command")
    .argument("<file>", "a campaign file");
  addConnectionOptions(command)
    .addHelpText("after", HELP)
    .action(async (file: string, options: ConnectionOptions) => {
      const { code, out = "", err = "" } = await curlOf(file, options, deps);
      if (out !== "") deps.out(out);
      if (err !== "") deps.err(err);
      deps.setExitCode(code, exit.usage);
    });
}

const HELP = `
The command is for a POSIX shell and contains no token: the shell reads it from CAMPAIGN_JSON_TOKEN.
Each run of the command creates a new campaign.`;

interface Printed {
  readonly code: number;
  readonly out?: string;
  readonly err?: string;
}

async function curlOf(file: string, options: ConnectionOptions, deps: CurlDeps): Promise<Printed> {
  const checked = await deps.checkFile(file);
  if (checked.kind === "unreadable") return { code: exit.usage, err: refusal(checked.reason) };
  const { problems, value } = checked;
  if (problems.some(({ severity }) => severity === "error"))
    return { code: exit.problems, err: toText({ kind: "invalid-file", path: file, problems }) };
  const connection = connectionFrom(options, withoutCredentials(deps.env), false);
  if (!connection.valid) return { code: exit.usage, err: refusal(connection.reason) };
  const body = toRequestBody(value);
  const secrets = ["CAMPAIGN_JSON_TOKEN", "CAMPAIGN_JSON_CLIENT_SECRET"].map((name) => deps.env[name] ?? "");
  if (createRedactor(secrets).text(body) !== body)
    return {
      code: exit.problems,
      err: refusal(`${file}: The campaign contains a credential. Remove it first.`),
    };
  return { code: exit.clean, out: `${toCurl(connection.value, body)}\n` };
}

function refusal(reason: string): string {
  return `error: ${visibleLine(reason, Infinity)}\n`;
}

/** The command needs no credential, so an invalid one in the environment is ignored. */
function withoutCredentials(env: CurlDeps["env"]): CurlDeps["env"] {
  const names = ["CAMPAIGN_JSON_HOST", "CAMPAIGN_JSON_ACCOUNT_ID", "CAMPAIGN_JSON_STREAM_ID"];
  return Object.fromEntries(names.map((name) => [name, env[name]]));
}
