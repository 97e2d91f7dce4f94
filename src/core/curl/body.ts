import { format } from "jsonc-parser";
import { parseDocument } from "../campaign/document";
import { applyEdits } from "../campaign/problem";
import { refuse, type Parsed } from "../text/parsed";
import { visibleJson } from "../text/visible-json";
import { repairJson } from "./pasted-json";
import { REDACTED, type Redactor } from "../text/redaction/redact";
import { firstQuote, TYPOGRAPHIC } from "./typographic";

/** The same JSON value in a readable layout. Invisible characters are escaped, so that none is pasted unnoticed. */
export function readableBody(body: string): string {
  return visibleJson(JSON.stringify(JSON.parse(body), null, 2));
}

export interface ImportedBody {
  readonly value: unknown;
  /** The original body in a new layout. Duplicate keys stay, for the check to find. */
  readonly text: string;
  readonly redacted: boolean;
  /** Typographic characters were replaced. */
  readonly repaired: boolean;
}

/** The body of a request as the text of a campaign file. Removes everything that looks like a token. */
export function importBody(body: string, redactor: Redactor): Parsed<ImportedBody> {
  const given = body.replace(/^\ufeff/, "").trim();
  const first = parseDocument(given);
  const better = first.refused === undefined && first.syntaxErrors.length > 0 ? repairJson(given) : given;
  const { value, syntaxErrors, refused } = better === given ? first : parseDocument(better);
  const repaired = better !== given && syntaxErrors.length === 0;
  const written = repaired ? better : given;
  if (refused?.name === "too-large") return refuse("The body is longer than a campaign file may be.");
  if (refused?.name === "too-deep") return refuse("The body is nested more deeply than any campaign.");
  if (/^@?\w+=/.test(written)) return refuse("The body is that of a web form; a campaign is JSON.");
  if (syntaxErrors.length > 0 || value === undefined) return refuse(whyNotJson(written));
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return refuse("The body is JSON, but not one campaign: that starts with { and ends with }.");
  const layout = { tabSize: 2, insertSpaces: true, eol: "\n" };
  const text = visibleJson(applyEdits(written, format(written, undefined, layout)));
  const clean = redactor.text(text);
  const read = parseDocument(clean);
  // A token consists of letters inside a string, so removing it rarely breaks the text.
  if (read.syntaxErrors.length > 0)
    return refuse(`There is a token in the body; put ${REDACTED} in its place.`);
  return {
    valid: true,
    value: { value: read.value, text: `${clean}\n`, redacted: clean !== text, repaired },
  };
}

function whyNotJson(body: string): string {
  if (!/^[[{]/.test(body)) return "The body is not JSON.";
  const typographic = firstQuote(body);
  return typographic === undefined
    ? "The body is not valid JSON. It may contain a placeholder that is not filled in, or may have been cut while copying."
    : `The body is not valid JSON, and contains the typographic quotation mark ${typographic}. ${TYPOGRAPHIC}`;
}
