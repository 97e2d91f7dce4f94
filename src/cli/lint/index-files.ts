import { parseDocument, type CampaignDocument } from "../../core/campaign/document";
import { textIndexer, toIndexedCampaign, type IndexedCampaign } from "../../core/lint/campaign-index";
import { parseConfig, type LintConfig } from "../../core/lint/configuration/config";
import { isConfig } from "../files/campaign-files";
import type { ConfigFiles } from "../files/config-files";
import { together, type ReadTexts } from "../files/read-texts";
import { replaceText } from "../files/replace-text";
import type { ReadText } from "../files/text-file";
import type { CheckedFile, UnreadFile } from "../formats/format";
import type { Progress } from "../output/progress";
import { checkedFile, type Checks } from "./checks";
import { shownPath, type Input } from "./input";

/** What the first pass over the files of a run finds out. */
export interface Indexed {
  readonly campaigns: readonly IndexedFile[];
  /** Configurations that were named, and those found or applied that have problems. */
  readonly configs: readonly CheckedFile[];
  readonly unread: readonly UnreadFile[];
  /** Files whose fixes could not be written. */
  readonly unfixed: readonly UnreadFile[];
  /** The number of fixes written. */
  readonly fixed: number;
  /** The number of files with safe fixes left. */
  readonly unfinished: number;
}

/** A campaign before its check. */
export interface IndexedFile {
  readonly input: Input;
  readonly config: LintConfig;
  /** What the rules compare with other campaigns. */
  readonly indexed: IndexedCampaign;
  /** The text, or its document; undefined if the run is too large to keep it until the check. */
  readonly source: string | CampaignDocument | undefined;
}

export interface IndexOptions {
  readonly cwd: string;
  readonly configs: ConfigFiles;
  readonly readTexts: ReadTexts;
  readonly fix: boolean;
  readonly progress: Progress;
}

/**
 * Up to this number of UTF-16 units, in all files together, texts stay parsed until the check. A parsed campaign takes
 * about 14 bytes for each unit, any other text up to 60.
 */
const maxParsed = 64 * 1024;

/** Up to this number, texts stay in memory. Others are read again. A campaign of the documented size has 1,600 units. */
const maxKept = 2 * 1024 * 1024;

/** The first pass: reads every file, writes the fixes, and finds out what the check of each campaign needs. */
export async function indexFiles(
  inputs: readonly Input[],
  { fix }: Pick<Checks, "fix">,
  options: IndexOptions,
): Promise<Indexed> {
  const { configs, progress } = options;
  const campaigns: IndexedFile[] = [];
  const found: CheckedFile[] = [];
  const unread: UnreadFile[] = [];
  const unfixed: UnreadFile[] = [];
  let fixed = 0;
  let unfinished = 0;
  let units = 0;
  const indexText = textIndexer();
  for await (const [index, input, read] of textsOf(inputs, options.readTexts)) {
    const pause = progress.step(options.fix ? "Fixing" : "Reading", index, inputs.length);
    if (pause !== undefined) await pause;
    const { file, path } = input;
    if (read.kind !== "text") {
      unread.push({ path, reason: read.reason });
      continue;
    }
    let { text } = read;
    let document: CampaignDocument | undefined;
    if (isConfig(file)) {
      const { problems } = parseConfig(text);
      if (input.named || problems.length > 0)
        found.push(checkedFile({ kind: "config", path, text }, problems));
      continue;
    }
    const config = await configs.configFor(file);
    if (options.fix) {
      document = parseDocument(text);
      const better = fix(document, config);
      const reason = better.text === text ? undefined : await replaceText(file, text, better.text, read.bom);
      if (reason !== undefined) unfixed.push({ path, reason });
      else {
        ({ text, document } = better);
        fixed += better.applied;
        if (better.more === true) unfinished++;
      }
    }
    units += text.length;
    document = units > maxParsed ? undefined : (document ?? parseDocument(text));
    campaigns.push({
      ...{ input, config },
      indexed: document === undefined ? indexText(path, text) : toIndexedCampaign(path, document.value),
      source: document ?? (units > maxKept ? undefined : text),
    });
  }
  const applied = appliedConfigs(inputs, options);
  return {
    campaigns,
    configs: [...found, ...applied.files],
    unread: [...unread, ...applied.unread],
    ...{ unfixed, fixed, unfinished },
  };
}

async function* textsOf(
  inputs: readonly Input[],
  readTexts: ReadTexts,
): AsyncGenerator<readonly [index: number, input: Input, read: ReadText]> {
  for (let start = 0; start < inputs.length; start += together) {
    const texts = await readTexts(inputs.slice(start, start + together));
    for (const [at, [input, read]] of texts.entries()) yield [start + at, input, read];
  }
}

/** The configurations that apply to a campaign and are not inputs themselves, if they have problems. */
function appliedConfigs(
  inputs: readonly Input[],
  { cwd, configs }: IndexOptions,
): { readonly files: readonly CheckedFile[]; readonly unread: readonly UnreadFile[] } {
  const files: CheckedFile[] = [];
  const unread: UnreadFile[] = [];
  const known = new Set(inputs.map(({ file }) => file));
  for (const config of configs.used()) {
    if (known.has(config.path)) continue;
    const path = shownPath(config.path, cwd);
    if (config.kind === "unreadable") unread.push({ path, reason: config.reason });
    else if (config.config.problems.length > 0)
      files.push(checkedFile({ kind: "config", path, text: config.text }, config.config.problems));
  }
  return { files, unread };
}
