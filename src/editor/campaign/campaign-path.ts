import { refuse, type Parsed } from "../../core/text/parsed";

const suffix = ".campaign.json";
const maxPathLength = 200;

/**
 * Turns typed text into the path of a new campaign file, relative to its folder. `spring`, `spring.json` and
 * `spring.campaign.json` are the same file. Rejects paths outside the folder and names that Windows, macOS or Linux
 * does not allow.
 */
export function parseCampaignPath(typed: string): Parsed<string> {
  const text = typed.trim().replaceAll("\\", "/");
  if (text.length > maxPathLength)
    return refuse(`The path is longer than ${maxPathLength} characters. Enter a shorter one.`);
  if (text.startsWith("/") || /^[a-z]:/i.test(text)) return refuse("Enter a path inside the folder.");
  const stem = withoutSuffix(text);
  const parts = stem.split("/");
  if (stem === "" || parts.at(-1) === "") return refuse("Enter a file name.");
  if (parts.includes("..")) return refuse("Enter a path inside the folder, without “..”.");
  const invalid = /[<>:"|?*\p{Cc}\p{Cf}]/u.exec(stem)?.[0];
  if (invalid !== undefined) return refuse(`A file name can’t contain ${printable(invalid)}.`);
  if (parts.some((part) => part === "" || part.startsWith(" ") || /[ .]$/.test(part)))
    return refuse("A folder or file name can’t be empty, start with a space, or end with a space or a dot.");
  return { valid: true, value: stem + suffix };
}

function withoutSuffix(text: string): string {
  const lower = text.toLowerCase();
  for (const end of [suffix, ".json"]) if (lower.endsWith(end)) return text.slice(0, -end.length);
  return text;
}

function printable(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code > 32 && code < 127 ? character : `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}
