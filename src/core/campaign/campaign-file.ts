/** What the name of every campaign file ends with. */
const ending = ".campaign.json";

/** Whether a file, by its name or path, is a campaign. Letter case does not count, as in VS Code's language associations. */
export function isCampaignFile(file: string): boolean {
  return file.toLowerCase().endsWith(ending);
}

/** A glob for the same files. Not every reader of globs can ignore case, so each letter is a class. */
export const campaignFileGlob = `**/*${ending.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`)}`;
