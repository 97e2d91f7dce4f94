import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { configName } from "../../src/core/lint/configuration/lookup";

const project = path.join(__dirname, "..", "..");
const manifestText = readFileSync(path.join(project, "package.json"), "utf8");
const manifest = JSON.parse(manifestText) as Manifest;
const { contributes } = manifest;
const texts = JSON.parse(readFileSync(path.join(project, "package.nls.json"), "utf8")) as Record<
  string,
  string
>;
const sources = readSources(path.join(project, "src"));

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly viewsContainers: { readonly activitybar: readonly { readonly id: string }[] };
    readonly viewsWelcome: readonly {
      readonly view: string;
      readonly contents: string;
      readonly when?: string;
    }[];
    readonly menus: Readonly<
      Record<string, readonly { readonly command?: string; readonly when?: string }[]>
    >;
    readonly languages: readonly { readonly id: string; readonly extensions?: readonly string[] }[];
    readonly configuration: {
      readonly properties: Readonly<Record<string, { readonly scope: string; readonly type: string }>>;
    };
  };
}

const commands = contributes.commands.map(({ command }) => command).sort();

describe("the manifest and the code", () => {
  it("have the same commands", () => {
    assert.deepEqual(matches(/\bregisterCommand\(\s*"([^"]+)"/g), commands);
  });

  it("have the same settings", () => {
    const declared = Object.keys(contributes.configuration.properties).sort();
    const read = matches(/getConfiguration\(\s*"campaignJson"[^)]*\)\s*\.get(?:<[^>]*>)?\(\s*"([^"]+)"/g);
    assert.deepEqual(
      read.map((name) => `campaignJson.${name}`),
      declared,
    );
  });

  it("let a workspace choose only when the rules run, so its settings redirect and send nothing", () => {
    const { properties } = contributes.configuration;
    const ofWorkspace = Object.keys(properties).filter(
      (name) => !["application", "machine"].includes(properties[name]?.scope ?? ""),
    );
    assert.deepEqual(ofWorkspace, ["campaignJson.lint.run"]);
  });

  it("offer in menus only commands that exist", () => {
    for (const item of Object.values(contributes.menus).flat()) {
      if (item.command !== undefined) assert.ok(commands.includes(item.command), item.command);
    }
  });

  it("list commands on submissions in the palette only once something was submitted", () => {
    const listed = contributes.menus["commandPalette"] ?? [];
    const conditionsOf = (id: string) =>
      listed.filter(({ command }) => command === `campaignJson.${id}`).map(({ when = "" }) => when);
    const onOne = ["openResponse", "compareWithSent", "refreshStatus", "lookUpSubmission", "copyCampaignId"];
    for (const id of [...onOne, "filterHistory", "openSubmittedFile"])
      assert.deepEqual(conditionsOf(id), ["campaignJson.hasSubmissions"], id);
    assert.deepEqual(conditionsOf("submitAgain"), ["campaignJson.hasSubmissions && isWorkspaceTrusted"]);
    assert.deepEqual(conditionsOf("clearHistoryFilter"), ["campaignJson.filtered"]);
    assert.deepEqual(conditionsOf("stopWatching"), ["campaignJson.watching"]);
  });

  it("have the same views, and menus only for these", () => {
    const views = Object.values(contributes.views)
      .flat()
      .map(({ id }) => id);
    assert.deepEqual(matches(/\bconst viewId = "([^"]+)"/g), views);
    const named = [...manifestText.matchAll(/\bview == ([\w.]+)/g)].map(([, id]) => id!);
    // The text of an empty Explorer belongs to VS Code's view.
    const welcomed = contributes.viewsWelcome
      .map(({ view }) => view)
      .filter((id) => !id.startsWith("workbench."));
    for (const id of [...named, ...welcomed]) assert.ok(views.includes(id), id);
  });

  it("have one place of their own, and say what to do next when they are empty", () => {
    const [container] = contributes.viewsContainers.activitybar;
    assert.deepEqual(Object.keys(contributes.views), [container?.id]);
    const welcomes = contributes.viewsWelcome.filter(({ view }) => view === "campaignJson.campaigns");
    const states = ["empty", "unmatched", "unreached", "unauthorized", "rate-limited", "unreadable"];
    for (const state of states)
      assert.ok(
        welcomes.some(({ when = "" }) => when.endsWith(`accountCampaigns == ${state}`)),
        state,
      );
    for (const { contents } of contributes.viewsWelcome)
      assert.match(texts[contents.slice(1, -1)] ?? "", /\]\(command:/, contents);
    for (const view of ["history", "campaigns"])
      for (const text of ["welcome", "restricted"])
        assert.match(texts[`view.${view}.${text}`] ?? "", /\(command:campaignJson\.openWalkthrough\)/);
  });

  it("use the same flags for the entries of a view", () => {
    const asked = [...manifestText.matchAll(/viewItem =~ \/;(\w+);\//g)].map(([, flag]) => flag!);
    const given = matches(/\? \["(\w+)"\] : \[\]/g);
    assert.deepEqual(
      [...new Set(asked)].sort(),
      given.filter((flag) => asked.includes(flag)),
    );
  });

  it("link only to commands that exist", () => {
    const linked = Object.values(texts).flatMap((text) => [...text.matchAll(/\(command:([^)]+)\)/g)]);
    for (const [, id] of linked) assert.ok(commands.includes(id!) || id!.startsWith("workbench."), id);
  });

  it("use only context keys that the code sets", () => {
    const asked = [...manifestText.matchAll(/"when": "[^"]*?(campaignJson\.(?!history)\w+)"/g)].map(
      ([, key]) => key!,
    );
    asked.push(...[...manifestText.matchAll(/"onContext:([^"]+)"/g)].map(([, key]) => key!));
    const set = matches(/(?:"setContext",\s*|completeStep\()"([^"]+)"/g);
    assert.deepEqual([...new Set(asked)].sort(), set);
  });

  it("have a text for every key, and a key for every text", () => {
    const keys = [...manifestText.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key!);
    assert.deepEqual(Object.keys(texts).sort(), [...new Set(keys)].sort());
  });

  it("activate only for campaigns, their configuration, their pages and the panels that VS Code kept", () => {
    const schemes = matches(/^export const scheme = "([^"]+)"/gm);
    const panels = matches(/^export const \w+PanelType = "([^"]+)"/gm);
    // `jsonc` belongs to VS Code, and the extension itself shows a response.
    const own = contributes.languages.filter(({ extensions }) => extensions !== undefined);
    assert.deepEqual(
      [...manifest.activationEvents].sort(),
      [
        ...own.map(({ id }) => `onLanguage:${id}`),
        ...schemes.map((scheme) => `onFileSystem:${scheme}`),
        ...panels.map((type) => `onWebviewPanel:${type}`),
        `workspaceContains:**/${configName}`,
      ].sort(),
    );
  });

  it("name only files that exist", () => {
    const files = [...manifestText.matchAll(/"(\.\/(?!dist\/)[^"]+|images\/[^"]+)"/g)].map(
      ([, file]) => file!,
    );
    assert.ok(files.length > 5);
    for (const file of files) assert.ok(existsSync(path.join(project, file)), file);
  });
});

/** The distinct values of the pattern's group in all sources, sorted. */
function matches(pattern: RegExp): string[] {
  const found = sources.flatMap((text) => [...text.matchAll(pattern)].map(([, group]) => group!));
  return [...new Set(found)].sort();
}

function readSources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(path.join(folder, file), "utf8"));
}
