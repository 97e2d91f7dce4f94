import { format } from "jsonc-parser";
import { parseDocument } from "../campaign/document";
import { applyEdits } from "../campaign/problem";
import type { Parsed } from "../parsed";
import { REDACTED, type Redactor } from "./redact";

/** A body as people read it. The same JSON value, with nothing invisible in it that could hide what is pasted. */
export function readableBody(body: string): string {
  return visibleJson(JSON.stringify(JSON.parse(body), null, 2));
}

export interface ImportedBody {
  readonly value: unknown;
  /** As it was written, laid out anew: what stands twice stays twice, for the check to find. */
  readonly text: string;
  readonly redacted: boolean;
}

/** The body of a request as the text of a campaign file. Whatever looks like a token is taken out of it. */
export function importBody(body: string, redactor: Redactor): Parsed<ImportedBody> {
  const written = body.replace(/^\ufeff/, "").trim();
  const { value, syntaxErrors, refused } = parseDocument(written);
  if (refused?.name === "too-large") return refuse("The body is longer than a campaign file may be.");
  if (refused?.name === "too-deep") return refuse("The body is nested more deeply than any campaign.");
  if (/^@?\w+=/.test(written)) return refuse("The body is that of a web form; a campaign is JSON.");
  if (syntaxErrors.length > 0 || value === undefined)
    return refuse(
      /^[[{]/.test(written)
        ? "The body is not JSON as it stands. Is a placeholder in it that is not filled in, or was it cut while copying?"
        : "The body is not JSON.",
    );
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return refuse("The body is JSON, but not one campaign: that starts with { and ends with }.");
  const layout = { tabSize: 2, insertSpaces: true, eol: "\n" };
  const text = visibleJson(applyEdits(written, format(written, undefined, layout)));
  const clean = redactor.text(text);
  const read = parseDocument(clean);
  // A token is a run of letters inside a string; that taking it out breaks the text is thinkable, not likely.
  if (read.syntaxErrors.length > 0)
    return refuse(`There is a token in the body; put ${REDACTED} in its place.`);
  return { valid: true, value: { value: read.value, text: `${clean}\n`, redacted: clean !== text } };
}

/**
 * JSON may write any character of a string as \uXXXX: so are those that move, hide or reorder what is around them.
 * Line ends are layout. The two joiners stay, because names are spelled with them.
 */
function visibleJson(json: string): string {
  return json.replace(/(?![\n\r\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) =>
    Array.from(
      { length: character.length },
      (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`,
    ).join(""),
  );
}

function refuse(reason: string): Parsed<never> {
  return { valid: false, reason };
}
