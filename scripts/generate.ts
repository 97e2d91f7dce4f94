/**
 * Generates every file whose content is derived from another file.
 *
 * - `tsx scripts/generate.ts` writes the files that are out of date.
 * - `tsx scripts/generate.ts --check` lists them, writes nothing and exits 1.
 */
import path from "node:path";
import { parseArgs } from "node:util";
import { benchmarksChart, chartPath } from "./generate/benchmarks/chart";
import { benchmarksPage, pagePath } from "./generate/benchmarks/page";
import { readResults } from "./generate/benchmarks/results";
import { campaignTypes } from "./generate/campaign-types";
import { campaignValidator } from "./generate/campaign-validator";
import { formatted } from "./generate/format";
import { hintSchema } from "./generate/hint-schema";
import { knownKeys } from "./generate/known-keys";
import { lintConfigSchema } from "./generate/lint-config-schema";
import { staleOutputs, writeOutput, type Output } from "./generate/output";
import { ruleDocs } from "./generate/rule-docs";
import { readCampaignSchema } from "./generate/schema";
import { bundledPackages } from "./generate/bundled-packages";
import { sbom } from "./generate/sbom";
import { securityPage } from "./generate/security-page";
import { templateValues } from "./generate/template-values";
import { thirdPartyNotices } from "./generate/third-party-notices";
import { zones } from "./generate/zones";

const project = path.join(__dirname, "..");

/** All generated files. Add new kinds of output here. */
async function outputs(): Promise<Output[]> {
  const schema = await readCampaignSchema(project);
  const packages = await bundledPackages(project);
  const benchmarks = await readResults(project);
  return [
    await campaignTypes(schema),
    ...campaignValidator(schema),
    hintSchema(schema),
    knownKeys(schema),
    ...lintConfigSchema(),
    ...zones(),
    await templateValues(project),
    ...ruleDocs(schema),
    thirdPartyNotices(packages),
    await sbom(project, packages),
    await securityPage(project),
    { path: pagePath, content: benchmarksPage(benchmarks) },
    { path: chartPath, content: benchmarksChart(benchmarks) },
  ];
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
  const all = await Promise.all((await outputs()).map((output) => formatted(project, output)));
  const stale = await staleOutputs(project, all);
  if (!values.check) for (const output of stale) await writeOutput(project, output);
  for (const output of stale) console.log(`${values.check ? "stale" : "written"}: ${output.path}`);
  if (values.check && stale.length > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
