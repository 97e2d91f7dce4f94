import { readFileSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Figure } from "../../scripts/generate/benchmarks/results";
import { byTurns, medianOf } from "./by-turns";
import { validCampaign, writeCampaigns } from "./campaigns";
import { ajvCli, biome, own, runProgram, spectral, type Linter, type Target } from "./linters";
import { writeSpectralRuleset } from "./spectral-ruleset";

type Figures = Readonly<Record<string, Figure>>;

/** Every linter accepts a valid campaign and rejects a faulty one: a broken program would be fast. */
async function expectToWork(linters: readonly Linter[], folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const valid = path.join(folder, "valid.campaign.json");
  const faulty = path.join(folder, "faulty.campaign.json");
  await writeFile(valid, validCampaign(0));
  // The key is repeated, for Biome, and the value is not in the schema, for the others.
  await writeFile(faulty, validCampaign(0).replace('"priority": "5"', '"priority": "50", "priority": "50"'));
  for (const linter of linters) {
    runProgram(linter.command({ file: valid }));
    runProgram(linter.command({ file: faulty }), 1);
  }
}

const run = (linter: Linter, target: Target) => () => runProgram(linter.command(target));

/** The whole process on one file. */
export async function measureOneFile(folder: string): Promise<Figures> {
  const withRules = spectral(writeSpectralRuleset(path.join(folder, "spectral")));
  await expectToWork([own, ajvCli, biome, withRules], folder);
  const target = { file: path.join(folder, "valid.campaign.json") };
  const node = () => runProgram([process.execPath, "-e", "0"]);
  const rounds = 30;
  const quick = await byTurns(
    { own: run(own, target), node, ajv: run(ajvCli, target), biome: run(biome, target) },
    { warmings: 0, rounds, counts: "median" },
  );
  const slow = await byTurns(
    { own: run(own, target), spectral: run(withRules, target) },
    { warmings: 0, rounds: 6, counts: "median" },
  );
  return {
    "file/node": { own: quick.own, other: quick.node, rounds },
    "file/ajv-cli": { own: quick.own, other: quick.ajv, rounds },
    "file/biome": { own: quick.own, other: quick.biome, rounds },
    "file/spectral": { own: slow.own, other: slow.spectral, rounds: 6 },
  };
}

const many = 10_000;
const fewer = 1_000;
/** Spectral would take minutes for all of them. */
const forSpectral = 500;

/** The whole process on 10,000 files. `parseFiles` is the bundle of `parse-files.ts`. */
export async function measureManyFiles(folder: string, parseFiles: string): Promise<Figures> {
  const at = (count: number): Target & { folder: string } => ({ folder: path.join(folder, `${count}`) });
  for (const count of [many, fewer, forSpectral]) await writeCampaigns(at(count).folder, count);
  try {
    const withRules = spectral(writeSpectralRuleset(path.join(folder, "spectral")));
    const all = at(many);
    const one = { file: path.join(all.folder, "0.campaign.json") };
    const rounds = 5;
    const quick = await byTurns(
      {
        own: run(own, all),
        parse: () => runProgram([process.execPath, parseFiles, all.folder]),
        biome: run(biome, all),
        ajv: run(ajvCli, all),
      },
      { warmings: 0, rounds, counts: "median" },
    );
    const slow = await byTurns(
      { own: run(own, all), spectral: run(withRules, at(forSpectral)), start: run(withRules, one) },
      { warmings: 0, rounds: 3, counts: "median" },
    );
    return {
      "files/parse-tree": { own: quick.own, other: quick.parse, rounds },
      "files/biome": { own: quick.own, other: quick.biome, rounds },
      "files/ajv-cli": { own: quick.own, other: quick.ajv, rounds },
      "files/spectral": {
        own: slow.own,
        other: slow.start + (slow.spectral - slow.start) * (many / forSpectral),
        rounds: 3,
      },
      ...(process.platform === "linux" ? measureMemory(folder, all, at(fewer)) : {}),
    };
  } finally {
    for (const count of [many, fewer, forSpectral])
      await rm(at(count).folder, { recursive: true, force: true });
  }
}

function measureMemory(folder: string, all: Target, less: Target): Figures {
  const rounds = 3;
  const output = path.join(folder, "peak");
  const preloaded = path.resolve("test", "bench", "peak-memory.js");
  const peakOf = (target: Target): number => {
    const [node, ...args] = own.command(target);
    runProgram([node, "--require", preloaded, ...args], 0, { ...process.env, CAMPAIGN_JSON_PEAK: output });
    return Number(readFileSync(output, "utf8"));
  };
  const peaks = Array.from({ length: rounds }, () => ({ own: peakOf(all), other: peakOf(less) }));
  const medians = {
    own: medianOf(peaks.map((peak) => peak.own)),
    other: medianOf(peaks.map((peak) => peak.other)),
  };
  return { "files/memory": { ...medians, rounds } };
}
