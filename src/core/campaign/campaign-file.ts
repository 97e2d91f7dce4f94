/** The ending of every campaign file name. */
const ending = ".campaign.json";

/** Whether a file name or path is that of a campaign. Case is ignored, as in VS Code's language associations. */
export function isCampaignFile(file: string): boolean {
  return file.toLowerCase().endsWith(ending);
}

/** A glob for the same files. Not every glob reader can ignore case, so each letter is a character class. */
export const campaignFileGlob = `**/*${ending.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`)}`;
