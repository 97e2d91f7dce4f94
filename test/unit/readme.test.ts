import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseConfig } from "../../src/core/lint/configuration/config";

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly configuration: {
      readonly properties: Readonly<Record<string, { readonly default: unknown }>>;
    };
  };
}

const read = (file: string): string => readFileSync(file, "utf8");
const manifest = JSON.parse(read("package.json")) as Manifest;
const texts = JSON.parse(read("package.nls.json")) as Readonly<Record<string, string>>;
const readme = read("README.md");

describe("The README", () => {
  it("lists every command by its title", () => {
    const titles = manifest.contributes.commands
      .filter(({ command }) => command !== "campaignJson.refreshHistory")
      .map(({ title }) => texts[title.slice(1, -1)] ?? title);
    assert.deepEqual(
      titles.filter((title) => !readme.includes(`| ${title} `) && !readme.includes(`· ${title} `)),
      [],
    );
  });

  it("lists every setting with its default", () => {
    for (const [id, { default: value }] of Object.entries(manifest.contributes.configuration.properties)) {
      const row = readme.split("\n").find((line) => line.startsWith(`| \`${id}\``));
      const [, , shown = ""] = row?.split("|").map((cell) => cell.trim()) ?? assert.fail(id);
      assert.equal(shown, value === "" ? "" : `\`${String(value)}\``, id);
    }
  });

  it("names only scripts that exist", () => {
    for (const file of ["README.md", "CONTRIBUTING.md", "docs/benchmarks.md"]) {
      for (const [, script = ""] of read(file).matchAll(/npm run ([a-z:]+)/g))
        assert.ok(script in manifest.scripts, `${file}: npm run ${script}`);
    }
  });

  it("links only to files that exist", () => {
    for (const file of [
      "README.md",
      "CONTRIBUTING.md",
      "SECURITY.md",
      "docs/glossary.md",
      "docs/benchmarks.md",
    ]) {
      const targets = [...read(file).matchAll(/\]\((?!https?:|#)([^)\s]+)\)/g)].map(
        ([, target = ""]) => target,
      );
      assert.deepEqual(
        targets.filter((target) => !existsSync(path.join(path.dirname(file), target))),
        [],
        file,
      );
    }
  });

  it("gives an example of a configuration without problems", () => {
    const [config = ""] = /\{\n {2}"rules": [^`]*/.exec(readme) ?? [];
    const { problems, severities, ruleOptions } = parseConfig(config);
    assert.deepEqual(problems, []);
    assert.ok(Object.keys(severities).length > 0 && Object.keys(ruleOptions).length > 0);
  });
});
