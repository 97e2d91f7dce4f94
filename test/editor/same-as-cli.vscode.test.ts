import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import * as vscode from "vscode";
import { thisExtension } from "./activation";
import { closeAll, codeOf, inWorkspace, openFile, springWith, writeFile } from "./campaigns";
import { until } from "./until";

const folder = "one-tree";
const lint = "test/fixtures/lint";

/** The parts of a problem that both report. */
interface Said {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly range: string;
}

const severities = new Map([
  [vscode.DiagnosticSeverity.Error, "error"],
  [vscode.DiagnosticSeverity.Warning, "warning"],
  [vscode.DiagnosticSeverity.Information, "info"],
  [vscode.DiagnosticSeverity.Hint, "hint"],
]);

describe("The editor and the CLI", () => {
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(inWorkspace(folder), { recursive: true });
  });

  it("report the same problems for the same tree, open or not", async () => {
    await layOut();
    const cli = await problemsInCli();
    // The tree has to cover many codes and files, and every special case.
    const codes = new Set([...cli.values()].flat().map(({ code }) => code));
    assert.ok(cli.size > 60, `${cli.size} files`);
    for (const code of ["name-shared", "contact-list-shared", "legal-ring-time", "syntax/too-large"])
      assert.ok(codes.has(code), `The tree does not show ${code}.`);
    assert.ok(codes.size > 45, `${codes.size} codes`);
    assert.deepEqual(codesIn(cli, "team/near.campaign.json"), ["ring-time-short error"]);
    assert.deepEqual(codesIn(cli, "far.campaign.json"), ["legal-ring-time warning"]);
    assert.ok(codesIn(cli, "twins/two.campaign.json").includes("name-shared error"));

    await openFile(`${folder}/open.campaign.json`, await springWith(short, ["Spring reminder", "Open"]));
    await vscode.commands.executeCommand("campaignJson.lintWorkspace");
    // Late events of the file watcher trigger another check.
    await until(
      vscode.languages.onDidChangeDiagnostics,
      () => (inWords(problemsInEditor()) === inWords(cli) ? true : undefined),
      () => difference(problemsInEditor(), cli),
    );
  });
});

const short = ['"maxRingTime": 30', '"maxRingTime": 14'] as const;
const config = ".campaignlint.json";

/** The first bad and some good examples of each code, and the special cases of a tree. */
async function layOut(): Promise<void> {
  const write = (name: string, text: string) => writeFile(`${folder}/${name}`, text);
  await write(config, '{ "rules": { "name-shared": "error" }, "profiles": ["us-tsr", "us-tcpa"] }');
  await write(`team/${config}`, '{ "rules": { "ring-time-short": "error", "contact-list-shared": "off" } }');
  const root = path.join(thisExtension().extensionPath, lint);
  const names = (await readdir(root, { recursive: true })).sort();
  const seen = new Set<string>();
  for (const name of names.filter((one) => one.endsWith(".campaign.json"))) {
    const [kind = "", code = ""] = name.split(path.sep);
    const group = kind === "faulty" ? path.dirname(name) : kind;
    if (kind === "beside" || (seen.has(group) && code !== "several")) continue;
    seen.add(group);
    await write(`corpus/${name.split(path.sep).join("/")}`, await readFile(path.join(root, name), "utf8"));
  }
  const named = (name: string) => ["Spring reminder", name] as const;
  const spring = await springWith();
  await write("far.campaign.json", await springWith(short, named("Far"), ["Bills owed in July", "Far list"]));
  await write("open.campaign.json", await springWith(short, named("Open")));
  await write("team/near.campaign.json", await springWith(short, named("Near")));
  await write("twins/one.campaign.json", spring);
  await write("twins/two.campaign.json", spring.replace("Spring reminder", " spring Reminder"));
  await write("marked.campaign.json", "\uFEFF" + (await springWith(short)).replaceAll("\n", "\r\n"));
  await write("broken.campaign.json", spring.replace('"priority": "5",', '"priority": "5"'));
  await write("large.campaign.json", spring.padEnd(1024 * 1024 + 1));
  await write("huge.campaign.json", spring.padEnd(3 * 1024 * 1024 + 4));
  await write("wide.campaign.json", `// ${"€".repeat(1024 * 1024 - 4 - spring.length)}\n${spring}`);
  await write("node_modules/vendor/theirs.campaign.json", await springWith(short));
}

function problemsInEditor(): Map<string, Said[]> {
  const home = inWorkspace(folder).toString() + "/";
  const said = new Map<string, Said[]>();
  for (const [uri, diagnostics] of vscode.languages.getDiagnostics()) {
    const ours = diagnostics.filter(({ source }) => source === "campaign");
    if (!uri.toString().startsWith(home) || ours.length === 0) continue;
    said.set(
      vscode.workspace.asRelativePath(uri),
      ours.map((diagnostic) => ({
        code: codeOf(diagnostic),
        severity: severities.get(diagnostic.severity) ?? "",
        message: diagnostic.message,
        range: rangeInWords(diagnostic.range),
      })),
    );
  }
  return said;
}

interface LintOutput {
  readonly files: readonly {
    readonly path: string;
    readonly problems: readonly (Omit<Said, "range"> & { readonly range: vscode.Range })[];
  }[];
  readonly unread?: unknown;
}

/** Runs the CLI in the open folder, so that both use the same relative paths. */
async function problemsInCli(): Promise<Map<string, Said[]>> {
  const program = path.join(thisExtension().extensionPath, "dist", "cli.js");
  const options = {
    cwd: inWorkspace("").fsPath,
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, ELECTRON_RUN_AS_NODE: "1" },
  };
  const output = await new Promise<string>((resolve, reject) => {
    const arguments_ = [program, "lint", folder, "--format", "json"];
    execFile(process.execPath, arguments_, options, (error, stdout, stderr) => {
      if (error?.code === 1) resolve(stdout);
      else reject(new Error(`The program ended with ${error?.code ?? 0}. ${stderr}`));
    });
  });
  const { files, unread } = JSON.parse(output) as LintOutput;
  assert.equal(unread, undefined);
  const said = new Map<string, Said[]>();
  for (const file of files) {
    if (file.problems.length === 0) continue;
    const toSaid = ({ code, severity, message, range }: (typeof file.problems)[number]): Said => ({
      ...{ code, severity, message },
      range: rangeInWords(range),
    });
    said.set(file.path, file.problems.map(toSaid));
  }
  return said;
}

function rangeInWords({ start, end }: vscode.Range): string {
  return `${start.line}:${start.character}-${end.line}:${end.character}`;
}

function codesIn(said: Map<string, Said[]>, name: string): string[] {
  return (said.get(`${folder}/${name}`) ?? []).map(({ code, severity }) => `${code} ${severity}`);
}

function lines(said: Map<string, Said[]>): string[] {
  return [...said]
    .flatMap(([file, all]) =>
      all.map(({ range, severity, code, message }) => `${file} ${range} ${severity} ${code} ${message}`),
    )
    .sort();
}

function inWords(said: Map<string, Said[]>): string {
  return lines(said).join("\n");
}

function difference(editor: Map<string, Said[]>, cli: Map<string, Said[]>): string {
  const [ours, theirs] = [new Set(lines(editor)), new Set(lines(cli))];
  return [
    ...[...ours].filter((line) => !theirs.has(line)).map((line) => `only the editor: ${line}`),
    ...[...theirs].filter((line) => !ours.has(line)).map((line) => `only the tool: ${line}`),
  ].join("\n");
}
