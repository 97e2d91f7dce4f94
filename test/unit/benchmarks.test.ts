import assert from "node:assert/strict";
import { benchmarksChart } from "../../scripts/generate/benchmarks/chart";
import { benchmarksPage, chartText } from "../../scripts/generate/benchmarks/page";
import {
  readResults,
  type Figure,
  type Measured,
  type Results,
} from "../../scripts/generate/benchmarks/results";
import { rows } from "../../scripts/generate/benchmarks/rows";

const measured = (figures: Readonly<Record<string, Figure>>): Measured => ({
  day: "2026-11-28",
  machine: { cpu: "Made-up CPU", cores: 2, memory: 8, system: "Linux x64", node: "20.20.2" },
  load: { start: 1.04, end: 2.5 },
  versions: { Biome: "2.6.8", "ajv-cli": "5.0.0" },
  figures,
});
const programs = (figures: Readonly<Record<string, Figure>>): Results => ({ programs: measured(figures) });

const shortOf = (id: string): string => rows.find((row) => row.id === id)?.short ?? assert.fail(id);

/** The cells of the row with a goal and a comparison. */
function cellsOf(results: Results, id: string): string[] {
  const row = rows.find((one) => one.id === id) ?? assert.fail(id);
  const start = `| ${row.work} | ${row.other ?? "the goal"} |`;
  const line = benchmarksPage(results)
    .split("\n")
    .find((one) => one.startsWith(start));
  assert.ok(line !== undefined, start);
  return line
    .slice(start.length)
    .split("|")
    .map((cell) => cell.trim())
    .slice(0, -1);
}

describe("The page of the benchmarks", () => {
  it("has a ratio, the goal and whether it is met", () => {
    const results = programs({ "once/parse-tree": { own: 26, other: 20, rounds: 600 } });
    const [ratio, goal, result, words] = cellsOf(results, "once/parse-tree");
    assert.deepEqual([ratio, goal, result], ["1.30 ×", "≤ 1.4 ×", "met"]);
    assert.equal(words, "`parseTree` is 1.30 × faster. It parses and checks nothing.");
  });

  it("names each missed goal in its row and at the top", () => {
    const results = programs({
      "files/biome": { own: 4000, other: 1000 },
      "files/ajv-cli": { own: 2500, other: 1000 },
      "size/vsix": { own: 901, rounds: 1 },
      "size/editing": { own: 200 },
    });
    assert.deepEqual(cellsOf(results, "files/biome").slice(0, 3), ["4.00 ×", "≤ 1.5 ×", "**missed**"]);
    assert.deepEqual(cellsOf(results, "files/ajv-cli").slice(0, 3), ["2.50 ×", "≤ 2.5 ×", "met"]);
    assert.deepEqual(cellsOf(results, "size/vsix"), ["901 KB", "≤ 900 KB", "**missed**", ""]);
    assert.deepEqual(cellsOf(results, "size/editing"), ["200 KB", "≤ 200 KB", "met", ""]);
    const page = benchmarksPage(results);
    const goals = rows.filter(({ goal, limit }) => goal !== undefined || limit !== undefined).length;
    assert.ok(page.includes(`\n2 of ${goals} goals are met.\n`));
    const missed = /Missed:\n\n((?:- .*\n)+)/.exec(page)?.[1];
    assert.equal(missed, `- ${shortOf("files/biome")} (≤ 1.5 ×)\n- ${shortOf("size/vsix")} (≤ 900 KB)\n`);
  });

  it("compares the shown number with the goal", () => {
    const resultOf = (own: number) =>
      cellsOf(programs({ "once/parse-tree": { own, other: 1000 } }), "once/parse-tree");
    assert.deepEqual(resultOf(1404).slice(0, 3), ["1.40 ×", "≤ 1.4 ×", "met"]);
    assert.deepEqual(resultOf(1406).slice(0, 3), ["1.41 ×", "≤ 1.4 ×", "**missed**"]);
  });

  it("states who is faster in plain words, also without a goal", () => {
    const cells = (own: number, other: number) =>
      cellsOf(programs({ "file/biome": { own, other } }), "file/biome");
    const [ratio, goal, result, slower] = cells(300, 30);
    assert.deepEqual([ratio, goal, result], ["10.0 ×", "none", "no goal"]);
    assert.match(slower ?? "", /^Biome is 10\.0 × faster\. /);
    assert.match(cells(30, 300)[3] ?? "", /^campaign-json is 10\.0 × faster\. /);
    assert.match(cells(101, 100)[3] ?? "", /^Biome and campaign-json take the same time, within 5%\. /);
  });

  it("gives the time where the goal is a time", () => {
    const results = programs({ "once/redact": { own: 51.2, other: 10 } });
    assert.deepEqual(cellsOf(results, "once/redact").slice(0, 3), [
      "5.12 × (51.2 ms)",
      "≤ 50 ms",
      "**missed**",
    ]);
  });

  it("marks what was not measured, and never leaves a row or a goal out", () => {
    for (const { id } of rows) {
      const [ratio, , result] = cellsOf({}, id);
      assert.deepEqual([ratio, result], ["", "not measured in this run"], id);
    }
    const page = benchmarksPage({ editor: measured({ "editor/save": { own: 3, other: 2 } }) });
    assert.ok(page.includes("`npm run bench`: not measured in this run."));
    const unmeasured = /Goals not measured in this run:\n\n((?:- .*\n)+)/.exec(page)?.[1] ?? "";
    assert.ok(unmeasured.includes(shortOf("files/biome")));
    assert.ok(!unmeasured.includes(shortOf("editor/save")));
  });

  it("names the machine, the load and the compared programs of each part", () => {
    const page = benchmarksPage(programs({}));
    assert.ok(
      page.includes(
        "`npm run bench` on 2026-11-28: Made-up CPU, 2 cores, 8 GiB, Linux x64, Node 20.20.2. Load average over one minute: 1.0 at the start, 2.5 at the end. Compared: Biome 2.6.8, ajv-cli 5.0.0.",
      ),
    );
    assert.ok(page.includes("`npm run bench:editor`: not measured in this run."));
  });

  it("has a row for each committed figure", async () => {
    for (const [part, measurement] of Object.entries(await readResults(".")))
      for (const id of Object.keys(measurement.figures))
        assert.ok(
          rows.some((row) => row.id === id && row.part === part),
          id,
        );
  });

  it("has rows that differ, and a short name for each", () => {
    for (const key of ["id", "short"] as const)
      assert.equal(new Set(rows.map((row) => row[key])).size, rows.length, key);
    const starts = rows.map(({ work, other }) => `${work}|${other ?? ""}`);
    assert.equal(new Set(starts).size, rows.length);
    for (const { short } of rows) assert.ok(short.length < 50 && !short.includes("`"), short);
  });
});

describe("The chart of the benchmarks", () => {
  const results: Results = {
    programs: measured({
      "once/parse-tree": { own: 4, other: 1 },
      "once/ajv": { own: 1, other: 4 },
      "files/spectral": { own: 1, other: 1_000_000 },
      "file/node": { own: 1, other: 1 },
    }),
  };
  const chart = benchmarksChart(results);
  const barOf = (some: string, id: string) => {
    const lines = some.split("\n");
    const name = lines.findIndex((line) => line.endsWith(`>${shortOf(id)}</text>`));
    const [, style, x, width] =
      /class="(\w+)" x="([\d.]+)".* width="([\d.]+)"/.exec(lines[name + 1] ?? "") ?? [];
    return { style, x: Number(x), end: Number(x) + Number(width) };
  };

  it("draws bars to the right of 1 where campaign-json is slower, and to the left where it is faster", () => {
    const [slower, faster] = [barOf(chart, "once/parse-tree"), barOf(chart, "once/ajv")];
    assert.deepEqual([slower.style, faster.style], ["missed", "free"]);
    assert.equal(slower.x, faster.end);
    assert.ok(Math.abs(slower.end - slower.x - (faster.end - faster.x)) < 0.2);
  });

  it("draws every bar inside the chart, even an extreme one", () => {
    const extreme = barOf(chart, "files/spectral");
    assert.ok(extreme.x >= 330 && extreme.style === "met");
    const [same] = [barOf(chart, "file/node")];
    assert.ok(same.end > same.x, "A ratio of 1 has a visible bar.");
  });

  it("has a text for each bar: in the picture, in its description and in the page", () => {
    const words = "4.00 ×, goal ≤ 1.4 ×: missed";
    assert.ok(chart.includes(`>${words}</text>`));
    const description = /<desc id="description">(.*)<\/desc>/.exec(chart)?.[1] ?? "";
    assert.ok(description.includes(`${shortOf("once/parse-tree")}: ${words}.`));
    assert.ok(description.includes(`${shortOf("editor/save")}: not measured in this run.`));
    const alternative = chartText(results);
    assert.match(alternative, /^Bar chart of 4 ratios .* faster in 2 of 4 comparisons .* Missed goals: 1\./);
    assert.ok(benchmarksPage(results).includes(`![${alternative}](benchmarks.svg)`));
  });

  it("has its own background and colors for light and dark pages, and loads nothing", () => {
    assert.match(chart, /<rect class="page"/);
    assert.match(chart, /@media \(prefers-color-scheme: dark\)/);
    assert.match(chart, /role="img" aria-labelledby="title description"/);
    assert.doesNotMatch(chart, /href|url\(|<script|@import/);
  });
});
