import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { readSbom } from "./sbom";
import { packageSizes, type BundledSize } from "../../scripts/package-sizes";

const project = path.join(__dirname, "..", "..");

/** The cells of a row about a package, by the title of their column. */
type Row = Readonly<Record<string, string>>;

/** The rows of every table whose first column is the package, by its name. */
function rowsIn(page: string): ReadonlyMap<string, Row> {
  const rows = new Map<string, Row>();
  let titles: readonly string[] = [];
  for (const line of page.split("\n").filter((each) => each.startsWith("|"))) {
    const cells = line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim());
    const name = /^`([^`]+)`/.exec(cells[0] ?? "")?.[1];
    if (name === undefined) titles = cells[0] === "package" ? cells : titles;
    else rows.set(name, Object.fromEntries(titles.map((title, index) => [title, cells[index] ?? ""])));
  }
  return rows;
}

describe("The decision about libraries", function () {
  this.timeout(60_000);
  const rows = rowsIn(readFileSync("docs/decisions/0001-runtime-dependencies.md", "utf8"));
  const { components } = readSbom();
  let sizes: ReadonlyMap<string, BundledSize>;
  before(async () => (sizes = await packageSizes(project)));

  it("lists every package that is bundled, and no other", () => {
    assert.deepEqual([...rows.keys()].sort(), components.map(({ name }) => name).sort());
    assert.deepEqual(
      [...sizes.keys()].filter((name) => !rows.has(name)),
      [],
    );
  });

  it("gives each package its license and a purpose", () => {
    for (const { name, licenses } of components) {
      const { license, purpose, data } = rows.get(name) ?? assert.fail(name);
      assert.deepEqual(
        [license],
        licenses.map((each) => each.license.id),
        name,
      );
      assert.match(purpose ?? data ?? "", /\w{3}/, name);
    }
  });

  it("gives each package its size in both programs", () => {
    const near = (listed: string | undefined, bytes: number): boolean =>
      bytes === 0 ? listed === "–" : Math.abs(Number(listed) * 1000 - bytes) <= Math.max(100, bytes / 10);
    for (const [name, size] of sizes) {
      const row = rows.get(name);
      assert.ok(near(row?.["extension"], size.extension), `${name}: ${size.extension} bytes`);
      assert.ok(near(row?.["command line"], size.commandLine), `${name}: ${size.commandLine} bytes`);
    }
  });
});
