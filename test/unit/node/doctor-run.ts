import assert from "node:assert/strict";
import { Command } from "commander";
import { registerDoctor, type DoctorDeps } from "../../../src/cli/commands/doctor";
import type { DoctorCheck } from "../../../src/core/account/doctor";
import { fetchTransport } from "../../../src/node/http/fetch-transport";
import { mintPracticeToken, startPracticeServer } from "../../../src/node/practice/server";

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** `campaign-json doctor`, in this process. */
export async function doctor(args: readonly string[], changes: Partial<DoctorDeps> = {}): Promise<Ran> {
  let code = -1;
  let out = "";
  let err = "";
  const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
  registerDoctor(program, {
    out: (text) => (out += text),
    err: (text) => (err += text),
    env: {},
    transport: fetchTransport,
    startPracticeServer,
    now: Date.now,
    onInterrupt: () => () => undefined,
    setExitCode: (value) => (code = value),
    ...changes,
  });
  await program.parseAsync(["doctor", ...args], { from: "user" });
  return { code, out, err };
}

export const environment = (host: string, token = mintPracticeToken()): Record<string, string> => ({
  CAMPAIGN_JSON_HOST: host,
  CAMPAIGN_JSON_ACCOUNT_ID: "account-1",
  CAMPAIGN_JSON_STREAM_ID: "st-1",
  CAMPAIGN_JSON_TOKEN: token,
});

/** The detail of each check, and the names of those that failed. */
export async function checked(
  env: Record<string, string>,
  changes: Partial<DoctorDeps> = {},
  ...args: readonly string[]
): Promise<{
  code: number;
  failed: readonly string[];
  details: Readonly<Record<DoctorCheck["name"], string>>;
}> {
  const { code, out } = await doctor(["--format", "json", "--timeout", "5", ...args], { env, ...changes });
  const { checks } = JSON.parse(out) as {
    checks: { name: DoctorCheck["name"]; ok: boolean; detail: string }[];
  };
  assert.deepEqual(
    checks.map(({ name }) => name),
    ["proxy", "host", "clock", "token", "campaign-management", "configuration"],
  );
  for (const check of checks) assert.deepEqual(Object.keys(check), ["name", "ok", "detail"]);
  const details = Object.fromEntries(checks.map(({ name, detail }) => [name, detail]));
  return {
    code,
    failed: checks.filter(({ ok }) => !ok).map(({ name }) => name),
    details: details as Record<DoctorCheck["name"], string>,
  };
}
