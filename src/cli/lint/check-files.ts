import { toDocument } from "../../core/campaign/document";
import { keysIn } from "../../core/lint/campaign-index";
import type { RuleFailure } from "../../core/lint/check-options";
import { relatedCampaigns } from "../../core/lint/related-campaigns";
import { together, type ReadTexts } from "../files/read-texts";
import type { CheckedFile, UnreadFile } from "../formats/format";
import type { Progress } from "../output/progress";
import { checkedFile, type Checks } from "./checks";
import type { IndexedFile } from "./index-files";

export interface CheckFilesOptions {
  readonly readTexts: ReadTexts;
  readonly progress: Progress;
  /** Called for each rule that threw, with the file's path. */
  readonly onRuleFailed?: ((path: string, failure: RuleFailure) => void) | undefined;
  /** Called for each file, in the order of the files. */
  readonly onChecked: (file: CheckedFile) => void;
}

/**
 * The second pass: checks every campaign with its own configuration and together with the other campaigns of the run.
 * Returns the files that could be read in the first pass only.
 */
export async function checkFiles(
  campaigns: readonly IndexedFile[],
  { check }: Pick<Checks, "check">,
  { readTexts, progress, onRuleFailed, onChecked }: CheckFilesOptions,
): Promise<readonly UnreadFile[]> {
  const othersOf = relatedCampaigns(campaigns.map(({ indexed }) => indexed));
  const unread: UnreadFile[] = [];
  for (let start = 0; start < campaigns.length; start += together) {
    const some = campaigns.slice(start, start + together);
    const gone = some.flatMap(({ input, source }) => (source === undefined ? [input] : []));
    const texts = new Map(await readTexts(gone));
    for (const [at, { input, config, indexed, source }] of some.entries()) {
      const pause = progress.step("Checking", start + at, campaigns.length);
      if (pause !== undefined) await pause;
      const read = texts.get(input);
      const { path } = input;
      if (read !== undefined && read.kind !== "text") {
        unread.push({ path, reason: read.reason });
        continue;
      }
      const document = toDocument(source ?? read?.text ?? "");
      // The file may have changed since the first pass.
      const own = source === undefined ? keysIn(path, document.value) : indexed;
      const { problems, exempted } = check(document, {
        ...config,
        others: othersOf(own),
        ...(onRuleFailed && { onRuleFailed: (failure) => onRuleFailed(path, failure) }),
      });
      onChecked(checkedFile({ kind: "campaign", path, text: document.text }, problems, exempted));
    }
  }
  return unread;
}
