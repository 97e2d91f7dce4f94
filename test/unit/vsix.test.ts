import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire, isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { compileFunction } from "node:vm";
import { fake, newWindow, settled } from "./editor/fake-vscode";
import { commandLine, extension } from "../../esbuild.js";
import { rules } from "../../src/core/lint/rules";
import { window } from "vscode";

const requireBundle = createRequire(__filename);

const project = path.join(__dirname, "..", "..");
const run = promisify(execFile);

describe("the package", () => {
  const allowed = [
    ...["package.json", "package.nls.json", "README.md", "CHANGELOG.md", "LICENSE", "ThirdPartyNotices.txt"],
    ...[...Object.keys(extension.parts), "hours-view", "cli"].map((name) => `dist/${name}.js`),
    ...Object.keys(commandLine.parts).map((name) => `dist/cli/${name}.js`),
    ...["schemas/campaign.schema.json"],
    ...[
      "schemas/campaignlint.schema.json",
      "schemas/campaignlint.hint.schema.json",
      "snippets/campaign.json",
    ],
    ...["language/language-configuration.json", "language/campaign-json.tmLanguage.json"],
    "language/campaign-response.tmLanguage.json",
    ...["language/icons/campaign-light.svg", "language/icons/campaign-dark.svg", "images/icon.png"],
    ...["create", "mistake", "week", "practice", "connect"].map((step) => `images/walkthrough/${step}.svg`),
    ...["README", "account", "config", "internal", "schema", "syntax", ...rules.map(({ id }) => id)].map(
      (page) => `docs/rules/${page}.md`,
    ),
  ];

  it("contains what the extension needs and nothing more", async function () {
    this.timeout(60_000);
    const vsce = path.join(path.dirname(require.resolve("@vscode/vsce/package.json")), "vsce");
    const { stdout } = await run(process.execPath, [vsce, "ls", "--no-dependencies"], { cwd: project });
    const shipped = stdout.split(/\r?\n/).filter((line) => line !== "");
    assert.deepEqual(
      shipped.filter((file) => !allowed.includes(file)),
      [],
      "These files would be shipped by surprise.",
    );
    // These files exist only after a build.
    const missing = allowed.filter((file) => !file.startsWith("dist/") && !shipped.includes(file));
    assert.deepEqual(missing, [], "These files are missing.");
  });
});

describe("the bundle", () => {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "bundle-")));
  const entry = path.join(folder, "dist", "extension.js");

  before(async function () {
    this.timeout(60_000);
    // The build writes where it runs, so the project's own `dist` does not change.
    for (const name of ["src", "package.json", "tsconfig.json"]) {
      symlinkSync(path.join(project, name), path.join(folder, name));
    }
    const script = path.join(project, "esbuild.js");
    const env = { ...process.env, NODE_OPTIONS: "" };
    await run(process.execPath, [script, "--production"], { cwd: folder, env });
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it("loads, and requires only VS Code and Node's own modules", () => {
    const asked: string[] = [];
    const exported: { activate?: unknown } = {};
    const module = { exports: exported };
    const wrapper = ["exports", "require", "module", "__filename", "__dirname"];
    const load = compileFunction(readFileSync(entry, "utf8"), wrapper) as (...given: unknown[]) => void;
    const requireFor = (name: string): unknown => {
      asked.push(name);
      // A bundle looks up what it does not find in a module's copy along the prototype.
      return isBuiltin(name) ? process.getBuiltinModule(name) : Object.create(anything());
    };
    load(exported, requireFor, module, entry, path.dirname(entry));
    assert.equal(typeof module.exports.activate, "function");
    assert.deepEqual(
      asked.filter((name) => name !== "vscode" && !isBuiltin(name)),
      [],
    );
  });

  it("consists of these parts, each below its limit", () => {
    const limits: Readonly<Record<string, number>> = {
      "extension.js": 200_000,
      "legal-profiles.js": 15_000,
      "account-names.js": 15_000,
      "managing.js": 90_000,
      "features.js": 140_000,
      "language.js": 220_000,
      "creating.js": 20_000,
      "hours.js": 60_000,
      "hours-view.js": 20_000,
      "submitting.js": 260_000,
      "zone-search.js": 60_000,
      "numbering-plans.js": 130_000,
    };
    const files = readdirSync(path.join(folder, "dist")).filter((name) => !name.startsWith("cli"));
    assert.deepEqual(files.sort(), Object.keys(limits).sort());
    const sizes = files.map((name) => [name, statSync(path.join(folder, "dist", name)).size] as const);
    assert.deepEqual(
      sizes.filter(([name, size]) => size > (limits[name] ?? 0)),
      [],
    );
  });

  it("contains no Node in the page of the panel", () => {
    const view = readFileSync(path.join(folder, "dist", "hours-view.js"), "utf8");
    assert.doesNotMatch(view, /require\(|\beval\(|new Function/);
  });

  describe("on the command line", () => {
    /** Logs what Node has loaded when the process ends, without what every process loads. */
    const hook = path.join(folder, "loaded.cjs");
    before(() =>
      writeFileSync(
        hook,
        'const before = new Set(process.moduleLoadList); process.on("exit", () => {' +
          "const modules = process.moduleLoadList.filter((name) => !before.has(name));" +
          "const files = Object.keys(require.cache).filter((name) => name !== __filename);" +
          'require("node:fs").writeFileSync(process.env.LOADED, JSON.stringify({ files, modules })); });',
      ),
    );

    async function loadedBy(...args: string[]): Promise<{ files: string[]; modules: string[] }> {
      const report = path.join(folder, "loaded.json");
      const env = { ...process.env, NODE_OPTIONS: "", LOADED: report };
      const cli = path.join(folder, "dist", "cli.js");
      await run(process.execPath, ["--require", hook, cli, ...args], { cwd: project, env });
      return JSON.parse(readFileSync(report, "utf8")) as { files: string[]; modules: string[] };
    }
    const namesOf = (files: readonly string[]) => files.map((file) => path.basename(file, ".js")).sort();
    const example = path.join("examples", "billing-reminder.campaign.json");

    it("loads for lint neither network code nor anything of other commands", async () => {
      const { files, modules } = await loadedBy("lint", example);
      assert.deepEqual(namesOf(files), ["cli", "cli-check", "cli-lint", "cli-program", "numbering-plans"]);
      const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
      assert.ok(bytes < 400_000, `${bytes} bytes`);
      // A pipe as the standard output needs `net`.
      const slow =
        /^NativeModule (?:https?|tls|dns|zlib|crypto|child_process|readline|url|(?:fs|timers)\/.*|stream\/consumers|internal\/fs\/promises)$/;
      assert.deepEqual(
        modules.filter((name) => slow.test(name)),
        [],
      );
    });

    it("loads the walk through folders only for folders and patterns", async () => {
      const { files } = await loadedBy("lint", path.join("examples", "*.campaign.json"));
      assert.ok(namesOf(files).includes("file-walk"));
    });

    it("loads the time zone library and the account only for the commands that need them", async () => {
      assert.deepEqual(namesOf((await loadedBy("hours", example)).files), [
        ...["cli", "cli-check", "cli-hours", "cli-program"],
      ]);
      assert.deepEqual(namesOf((await loadedBy("rules")).files), [
        "cli",
        "cli-check",
        "cli-lint",
        "cli-program",
        "legal-profiles",
      ]);
      const all = namesOf((await loadedBy("--help")).files);
      assert.deepEqual(all, ["cli", "cli-account", "cli-check", "cli-hours", "cli-lint", "cli-program"]);
    });
  });

  describe("in a window", () => {
    const campaign = readFileSync(path.join(project, "examples", "billing-reminder.campaign.json"), "utf8");
    const address = "file:///work/billing.campaign.json";

    /** The files of the bundle that Node has loaded. */
    function loaded(): string[] {
      return Object.keys(require.cache)
        .filter((file) => path.dirname(file) === path.dirname(entry))
        .map((file) => path.basename(file, ".js"))
        .sort();
    }

    // The ledger of the person who runs the tests must not load what reads it.
    const ledger = process.env["CAMPAIGN_JSON_LEDGER"];
    before(() => (process.env["CAMPAIGN_JSON_LEDGER"] = path.join(folder, "ledger")));
    after(() => {
      if (ledger === undefined) delete process.env["CAMPAIGN_JSON_LEDGER"];
      else process.env["CAMPAIGN_JSON_LEDGER"] = ledger;
    });

    const subscriptions: { dispose(): void }[] = [];
    afterEach(() => subscriptions.splice(0).forEach((one) => one.dispose()));

    /**
     * Starts the extension in a new window, which has one campaign open or none. Returns what was loaded when its first
     * problems were shown.
     */
    async function start(text?: string): Promise<string[] | undefined> {
      for (const file of Object.keys(require.cache))
        if (path.dirname(file) === path.dirname(entry)) Reflect.deleteProperty(require.cache, file);
      newWindow().addFolder("file:///work");
      if (text !== undefined) {
        fake.write(address, text);
        await fake.open(address);
      }
      let whenShown: string[] | undefined;
      fake.on.diagnosed.event(() => (whenShown ??= loaded()));
      const { activate } = requireBundle(entry) as { activate: (context: unknown) => Promise<void> };
      await activate({
        subscriptions,
        secrets: { onDidChange: () => ({ dispose: () => undefined }), get: () => Promise.resolve(undefined) },
        workspaceState: { get: () => undefined, update: () => Promise.resolve() },
        extensionUri: undefined,
        asAbsolutePath: (file: string) => file,
      });
      await settled();
      return whenShown;
    }

    it("shows the first problems before it loads the features", async () => {
      const withoutNumber = campaign.replace(/^.*"callerId".*\n/m, "");
      const whenShown = await start(withoutNumber);
      assert.deepEqual(fake.codesOf(address), ["schema/required"]);
      assert.deepEqual(whenShown, ["extension"]);
      assert.deepEqual(loaded(), ["extension", "features"]);
    });

    it("loads the numbering plans for the first phone number", async () => {
      const whenShown = await start(campaign);
      assert.deepEqual(whenShown, ["extension", "numbering-plans"]);
    });

    it("searches places only for a time zone that does not exist", async () => {
      const whenShown = await start(campaign.replace(/"timezone": "[^"]*"/, '"timezone": "Texas"'));
      assert.deepEqual(fake.codesOf(address), ["timezone-unknown"]);
      assert.deepEqual(whenShown, ["extension", "numbering-plans", "zone-search"]);
    });

    it("loads its features in a window without a campaign", async () => {
      await start();
      assert.deepEqual(loaded(), ["extension", "features"]);
    });

    it("loads each other part at its first use", async () => {
      await start(campaign);
      const parts = new Set(loaded());
      /** The parts that a use loads. */
      const added = async (use: () => unknown): Promise<string[]> => {
        await use();
        await settled();
        const now = loaded().filter((part) => !parts.has(part));
        for (const part of now) parts.add(part);
        return now;
      };
      const [document] = fake.documents;
      assert.ok(document !== undefined);
      await window.showTextDocument(document.real);
      assert.deepEqual(await added(() => fake.run("campaignJson.previewRequest", document.uri)), [
        "submitting",
      ]);
      assert.deepEqual(await added(() => fake.run("campaignJson.copyAsCurl", document.uri)), []);
      assert.deepEqual(await added(() => fake.run("campaignJson.showCallingHours", document.uri)), ["hours"]);
      const hover = fake.providers.find(({ provider }) => "provideHover" in (provider as object));
      const { provideHover } = hover?.provider as { provideHover: (...given: unknown[]) => unknown };
      assert.deepEqual(await added(() => provideHover(document, { line: 1, character: 4 }, {})), [
        "language",
      ]);
      assert.deepEqual(await added(() => fake.run("campaignJson.new")), ["creating", "zone-search"]);
    });
  });
});

/** Replaces all of `vscode`: every property exists, and can be called and constructed. */
function anything(): object {
  return new Proxy(function () {}, {
    get: (_, name) => (name === Symbol.toPrimitive ? () => "" : anything()),
  });
}
