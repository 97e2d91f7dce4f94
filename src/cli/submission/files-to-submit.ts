import { refuse, type Parsed } from "../../core/text/parsed";
import { findCampaignFiles, isConfig } from "../files/campaign-files";
import { shownPath } from "../lint/input";

export interface FilesToSubmit {
  /** In the order in which they are submitted. */
  readonly files: readonly string[];
  /** The command line names one file: its report is printed alone, not as one of several. */
  readonly single: boolean;
}

/** Resolves the files, folders and globs of a command line. Refuses all of them if one leads nowhere. */
export async function filesToSubmit(
  paths: readonly string[],
  cwd: string,
  signal: AbortSignal,
): Promise<Parsed<FilesToSubmit>> {
  if (paths.includes("")) return refuse("The path of the campaign file is empty.");
  const { files, named, missing, unsearched } = await findCampaignFiles(paths, cwd, signal);
  const [only, ...others] = paths;
  // Named as on the command line. A file that does not exist is reported when it is read.
  if (only !== undefined && others.length === 0 && (named.size > 0 || missing[0]?.kind === "path"))
    return { valid: true, value: { files: [only], single: true } };
  for (const { name, kind } of missing)
    return refuse(
      `${name}: ${kind === "path" ? "This file or folder does not exist." : "No file matches this pattern."}`,
    );
  for (const folder of unsearched) return refuse(`${shownPath(folder.path, cwd)}: ${folder.reason}`);
  const campaigns = files.filter((file) => !isConfig(file));
  return campaigns.length === 0
    ? refuse("Nothing to submit: no campaign file was found.")
    : { valid: true, value: { files: campaigns.map((file) => shownPath(file, cwd)), single: false } };
}
