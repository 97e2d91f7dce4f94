import path from "node:path";
import { parseDocument, type CampaignDocument } from "../../core/campaign/document";
import { Lines } from "../../core/campaign/lines";
import type { Problem } from "../../core/campaign/problem";
import type { Checked } from "../../core/lint/check";
import type { CheckOptions } from "../../core/lint/check-options";
import { parseConfig } from "../../core/lint/configuration/config";
import { configName } from "../../core/lint/configuration/lookup";
import { toIndexedCampaign, type IndexedCampaign } from "../../core/lint/campaign-index";
import type { ExemptedProblem } from "../../core/lint/exemptions/apply";
import type { Fixed } from "../../core/lint/fix";
import { relatedCampaigns } from "../../core/lint/related-campaigns";
import type { RuleFailure } from "../../core/lint/check-options";
import type { FoundFiles } from "../files/campaign-files";
import type { ConfigFiles } from "../files/config-files";
import type { CheckedFile, LintReport, UnreadFile } from "../formats/format";
import type { Progress } from "../output/progress";
import { replaceText } from "../files/replace-text";
import { readText, type ReadText } from "../files/text-file";

/** The check and the fixes, as configured by the composition root. */
export interface Checks {
  /** `source` is the text, or its document if it has been parsed. */
  readonly check: (source: string | CampaignDocument, options?: CheckOptions) => Checked;
  readonly fix: (campaign: CampaignDocument, options?: CheckOptions) => Fixed;
}

/** The content of a file or of standard input. */
export interface Input {
  /** Absolute. A text without a name gets the path it would have in the working folder. */
  readonly file: string;
  /** For display. */
  readonly path: string;
  readonly read: ReadText;
  /** The file was named directly, so it is in the report whatever it contains. */
  readonly named: boolean;
}

export interface RunOptions {
  readonly cwd: string;
  readonly configs: ConfigFiles;
  readonly fix: boolean;
  readonly progress: Progress;
  /** Called for each rule that threw, with the file's path. */
  readonly onRuleFailed?: ((path: string, failure: RuleFailure) => void) | undefined;
}

interface Campaign {
  readonly path: string;
  readonly text: string;
  /** The parsed text; undefined if the run is too large to keep it until the check. */
  readonly document: CampaignDocument | undefined;
  readonly options: CheckOptions;
  /** What the rules compare with other campaigns. */
  readonly indexed: IndexedCampaign;
}

/**
 * How many UTF-16 units of text stay parsed until all campaigns are read. A parsed campaign takes about 14 bytes for
 * each unit, any other text up to 60. A campaign of the documented size has about 1,600 units, so the first 5,000 are
 * parsed once and the others twice.
 */
const maxKept = 8 * 1024 * 1024;

/** How many files are open at once. */
const together = 32;

export async function readInputs(
  { files, named }: Pick<FoundFiles, "files" | "named">,
  cwd: string,
  progress: Progress,
): Promise<readonly Input[]> {
  const inputs: Input[] = [];
  for (let at = 0; at < files.length; at += together) {
    await progress.step("Reading", at, files.length);
    const some = files.slice(at, at + together).map(async (file): Promise<Input> => {
      const read = await readText(file);
      return { file, path: shownPath(file, cwd), read, named: named.has(file) };
    });
    inputs.push(...(await Promise.all(some)));
  }
  return inputs;
}

/** Relative to the working folder, with forward slashes. */
export function shownPath(file: string, cwd: string): string {
  return path.relative(cwd, file).split(path.sep).join("/") || ".";
}

/** Checks every campaign with its own configuration and together with the other campaigns of the run. */
export async function runLint(
  inputs: readonly Input[],
  checks: Checks,
  options: RunOptions,
): Promise<LintReport> {
  const unread: UnreadFile[] = [];
  const unfixed: UnreadFile[] = [];
  const campaigns: Campaign[] = [];
  let fixed = 0;
  let unfinished = 0;
  let kept = 0;
  for (const [index, { file, path: shown, read }] of inputs.entries()) {
    await options.progress.step(options.fix ? "Fixing" : "Reading", index, inputs.length);
    if (read.kind !== "text") unread.push({ path: shown, reason: read.reason });
    else if (!isConfig(file)) {
      const config = await options.configs.configFor(file);
      const original = parseDocument(read.text);
      const unchanged: Fixed = { text: read.text, document: original, applied: 0 };
      const better = options.fix ? checks.fix(original, config) : unchanged;
      const reason =
        better.text === read.text ? undefined : await replaceText(file, read.text, better.text, read.bom);
      if (reason !== undefined) unfixed.push({ path: shown, reason });
      else {
        fixed += better.applied;
        if (better.more === true) unfinished++;
      }
      const { document } = reason === undefined ? better : unchanged;
      const { text, value } = document;
      kept += text.length;
      campaigns.push({
        ...{ path: shown, text, options: config, indexed: toIndexedCampaign(shown, value) },
        document: kept > maxKept ? undefined : document,
      });
    }
  }
  const configs = checkedConfigs(inputs, options);
  return {
    files: [...configs.files, ...(await checkCampaigns(campaigns, checks, options))],
    unread: [...unread, ...configs.unread],
    unfixed,
    ...(options.fix && { fixed }),
    ...(unfinished > 0 && { unfinished }),
  };
}

async function checkCampaigns(
  campaigns: readonly Campaign[],
  { check }: Checks,
  { progress, onRuleFailed }: RunOptions,
): Promise<CheckedFile[]> {
  const othersOf = relatedCampaigns(campaigns.map(({ indexed }) => indexed));
  const files: CheckedFile[] = [];
  for (const [index, { path: shown, text, document, options, indexed }] of campaigns.entries()) {
    await progress.step("Checking", index, campaigns.length);
    const others = othersOf(indexed);
    const heard = onRuleFailed && ((failure: RuleFailure) => onRuleFailed(shown, failure));
    const { problems, exempted } = check(document ?? text, {
      ...options,
      others,
      ...(heard && { onRuleFailed: heard }),
    });
    files.push(checkedFile("campaign", shown, text, problems, exempted));
  }
  return files;
}

/** Configurations that were named, and those found or applied that have problems. */
function checkedConfigs(
  inputs: readonly Input[],
  { cwd, configs }: RunOptions,
): Pick<LintReport, "files" | "unread"> {
  const files = new Map<string, CheckedFile>();
  const unread: UnreadFile[] = [];
  for (const { file, path: shown, read, named } of inputs) {
    if (read.kind !== "text" || !isConfig(file)) continue;
    const { problems } = parseConfig(read.text);
    if (named || problems.length > 0) files.set(shown, checkedFile("config", shown, read.text, problems));
  }
  const known = new Set(inputs.map(({ file }) => file));
  for (const config of configs.used()) {
    if (known.has(config.path)) continue;
    const shown = shownPath(config.path, cwd);
    if (config.kind === "unreadable") unread.push({ path: shown, reason: config.reason });
    else if (config.config.problems.length > 0)
      files.set(shown, checkedFile("config", shown, config.text, config.config.problems));
  }
  return { files: [...files.values()], unread };
}

/** Whether there is a campaign, or a configuration that was named directly. */
export function isWorkFor(inputs: readonly Input[]): boolean {
  return inputs.some(({ file, named }) => named || !isConfig(file));
}

function isConfig(file: string): boolean {
  return path.basename(file) === configName;
}

function checkedFile(
  kind: CheckedFile["kind"],
  shown: string,
  text: string,
  problems: readonly Problem[],
  exempted: readonly ExemptedProblem[] = [],
): CheckedFile {
  const lines = new Lines(text);
  return {
    kind,
    path: shown,
    text,
    problems: problems.map((problem) => ({ ...problem, range: lines.range(problem) })),
    exempted: exempted.map((problem) => ({ ...problem, range: lines.range(problem) })),
  };
}
