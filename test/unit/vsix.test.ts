import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, symlinkSync } from "node:fs";
import { isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { compileFunction } from "node:vm";
import { rules } from "../../src/core/lint/rules";

const project = path.join(__dirname, "..", "..");
const run = promisify(execFile);

describe("the package", () => {
  const allowed = [
    ...["package.json", "package.nls.json", "README.md", "CHANGELOG.md", "LICENSE", "ThirdPartyNotices.txt"],
    ...[
      "dist/extension.js",
      "dist/submitting.js",
      "dist/language.js",
      "dist/creating.js",
      "dist/hours.js",
      "dist/account-names.js",
      "dist/managing.js",
      "dist/hours-view.js",
      "dist/numbering-plans.js",
      "dist/cli.js",
    ],
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

  it("contains the JSON library only in language.js", () => {
    const [editing, language] = ["extension.js", "language.js"].map((name) =>
      readFileSync(path.join(folder, "dist", name), "utf8"),
    );
    const library = /"Property keys must be doublequoted"/;
    assert.doesNotMatch(editing!, library);
    assert.match(language!, library);
    assert.ok(language!.length < 225_000, `${language!.length} bytes`);
  });

  it("contains the calling hours panel only in hours.js, and no Node in its page", () => {
    const [editing, hours, view] = ["extension.js", "hours.js", "hours-view.js"].map((name) =>
      readFileSync(path.join(folder, "dist", name), "utf8"),
    );
    const panel = /createWebviewPanel/;
    assert.doesNotMatch(editing!, panel);
    assert.match(hours!, panel);
    assert.doesNotMatch(view!, /require\(|\beval\(|new Function/);
    assert.ok(view!.length < 20_000, `${view!.length} bytes`);
  });

  it("contains the code for submissions only in submitting.js", () => {
    const [editing, submitting] = ["extension.js", "submitting.js"].map((name) =>
      readFileSync(path.join(folder, "dist", name), "utf8"),
    );
    const network = /require\("(?:node:)?https?"\)/;
    assert.doesNotMatch(editing!, network);
    assert.match(submitting!, network);
    assert.deepEqual(readdirSync(path.join(folder, "dist")).sort(), [
      "account-names.js",
      "cli.js",
      "creating.js",
      "extension.js",
      "hours-view.js",
      "hours.js",
      "language.js",
      "managing.js",
      "numbering-plans.js",
      "submitting.js",
    ]);
    assert.ok(statSync(entry).size < 365_000, `${statSync(entry).size} bytes`);
  });
});

/** Replaces all of `vscode`: every property exists, and can be called and constructed. */
function anything(): object {
  return new Proxy(function () {}, {
    get: (_, name) => (name === Symbol.toPrimitive ? () => "" : anything()),
  });
}
