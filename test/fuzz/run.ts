/**
 * Gives random documents to every reader of text until the time is over:
 *
 *   npm run fuzz                      60 seconds
 *   npm run fuzz -- --seconds 3600    an hour
 *   npm run fuzz -- --seed 12345      this document alone, with its text
 *
 * The first seed is the time, so each run has other documents. The exit code is 1 if a document breaks a reader.
 */
import { parseArgs } from "node:util";
import { documentOf } from "./documents";
import { fuzzOne, type Failure } from "./fuzz";

const { values } = parseArgs({ options: { seconds: { type: "string" }, seed: { type: "string" } } });

/** Enough to see what is wrong. */
const maxFailures = 10;

function show({ seed, target, error }: Failure): void {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  console.log(`\nDocument ${seed}: ${target}\n${reason.slice(0, 3000)}`);
}

function main(): void {
  if (values.seed !== undefined) {
    const seed = Number(values.seed);
    console.log(JSON.stringify(documentOf(seed)));
    const failures = fuzzOne(seed);
    failures.forEach(show);
    process.exitCode = failures.length === 0 ? 0 : 1;
    return;
  }
  const started = Date.now();
  const end = started + Number(values.seconds ?? 60) * 1000;
  let documents = 0;
  let failed = 0;
  for (let seed = started % 1_000_000_000; Date.now() < end && failed < maxFailures; seed++) {
    const failures = fuzzOne(seed);
    failures.forEach(show);
    failed += failures.length;
    documents++;
  }
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  console.log(`${documents} documents in ${seconds} s, ${failed} failures`);
  process.exitCode = failed === 0 ? 0 : 1;
}

main();
