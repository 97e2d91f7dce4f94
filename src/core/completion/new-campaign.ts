import type { Snippet } from "./snippets";

/** What a person chooses before a new campaign opens. The rest is filled in afterwards. */
export interface NewCampaign {
  readonly name: string;
  /** A name of the tz database. */
  readonly timezone: string;
  /** In E.164 form. Undefined leaves it to be filled in. */
  readonly callerId: string | undefined;
}

/** The snippets of whole campaigns, by name: one for each dialing mode. */
export function campaignTemplates(
  snippets: Readonly<Record<string, Snippet & { readonly isFileTemplate?: boolean }>>,
): ReadonlyMap<string, Snippet> {
  return new Map(Object.entries(snippets).filter(([, { isFileTemplate }]) => isFileTemplate === true));
}

/**
 * A campaign with the chosen values in place of their tab stops, in the editor's snippet syntax. The other tab stops
 * keep their order.
 */
export function newCampaignSnippet({ body }: Snippet, chosen: NewCampaign): string {
  const values = { name: chosen.name, timezone: chosen.timezone, phoneNumber: chosen.callerId };
  let text = body.join("\n");
  for (const [key, value] of Object.entries(values)) {
    if (value === undefined) continue;
    const start = text.indexOf("${", text.indexOf(`"${key}": "`));
    const end = text.indexOf("}", start);
    text = text.slice(0, start) + literal(JSON.stringify(value).slice(1, -1)) + text.slice(end + 1);
  }
  return text;
}

/** A text that snippet syntax takes as it is. */
function literal(text: string): string {
  return text.replaceAll(/[\\$}]/g, String.raw`\$&`);
}

/** The part of a file name that describes the campaign: lower case, words joined by hyphens; `new` if none are left. */
export function fileNameFor(name: string): string {
  const words = name
    .slice(0, maxNameLength)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  let stem = "";
  for (const word of words) if (stem.length + word.length < maxStemLength) stem += `${stem && "-"}${word}`;
  return stem === "" ? "new" : stem;
}

const maxNameLength = 400;
const maxStemLength = 60;

/** A complete campaign with two mistakes that have a fix: a mode in lower case, and a window that ends before it starts. */
export function campaignWithMistakes(preview: Snippet): string {
  const text = newCampaignSnippet(preview, {
    name: "Winter tire reminder",
    timezone: "America/Chicago",
    callerId: "+18165550100",
  });
  const filled: Readonly<Record<string, string>> = {
    2: "Offers an appointment to customers whose tires were stored.",
    3: "Stored tires",
    4: "No calls about tires",
  };
  return text
    .replaceAll(/\$\{(\d+)[:|]([^|}]*)[|]?\}/g, (_, stop: string, choice: string) => {
      return filled[stop] ?? choice.split(",", 1).join("");
    })
    .replace("$0", "")
    .replaceAll("\t", "  ")
    .replace('"Preview"', '"preview"')
    .replace('"TU", "start": "9:00 AM", "end": "6:00 PM"', '"TU", "start": "6:00 PM", "end": "9:00 AM"');
}
