import {
  ClientCapabilities,
  getLanguageService,
  TextDocument,
  type Hover,
  type JSONSchema,
  type Position,
  type Range,
  type TextEdit,
} from "vscode-json-languageservice";
import hints from "../../../schemas/campaign.hint.schema.json";
import snippets from "../../../snippets/campaign.json";
import { visibleLine } from "../../core/text/visible";
import { changeBetween } from "../../core/campaign/change";
import { nameItems } from "../../core/campaign/outline";
import { joinShortLines } from "../../core/campaign/layout";
import type { CampaignDocument } from "../../core/campaign/document";
import { toMarkdown } from "../../core/text/markdown";
import { caretAt } from "../../core/completion/caret";
import { caretInWords } from "../../core/completion/caret-in-words";
import { hasClosedValues } from "../../core/completion/closed-values";
import { arrangeItems } from "../../core/completion/arrange";
import { namedAt, withKnownNames } from "../../core/completion/known-names";
import { fitItem, snippetItem } from "../../core/completion/items";
import { snippetsAt } from "../../core/completion/snippets";
import { hoverNote } from "../../core/hours/hover-note";
import { describeDialing } from "../../core/wording/calling-summary";
import type { DialingPlanReader, CampaignLanguage, OpenCampaign } from "./language-module";

/** The limit of folding ranges and outline symbols. */
const maxResults = 5000;

/** `SymbolKind.Array` of the protocol. */
const arrayKind = 18;

/** A made-up address, because the library requires one. Nothing is read from it. */
const documentAddress = "campaign:/campaign.json";

/**
 * The language features of VS Code's JSON library with the hint schema. The library is large, so only `src/language.ts`
 * imports this file, which is loaded at the first request.
 * @param zones time zones to complete, in addition to the schema's examples
 * @param planReader reads the dialing plan for hovers; without it, they contain only the schema's description
 * @param now milliseconds since 1970
 */
export function campaignLanguage(
  zones: readonly string[],
  planReader?: DialingPlanReader,
  now: () => number = Date.now,
): CampaignLanguage {
  const schemaText = JSON.stringify(withZones(zones));
  const service = getLanguageService({
    clientCapabilities: ClientCapabilities.LATEST,
    // Always our schema, whatever `$schema` a file names. Nothing is fetched.
    schemaRequestService: () => Promise.resolve(schemaText),
  });
  // The library modifies the schema object when it resolves references, so each entry gets its own copy.
  const schema = () => JSON.parse(schemaText) as JSONSchema;
  service.configure({
    validate: false,
    schemas: [
      { uri: "campaign:/campaign.hint.schema.json", fileMatch: ["*"], schema: schema() },
      ...metaschemas.map((uri) => ({ uri, schema: schema() })),
    ],
  });
  const parse = (document: TextDocument) => service.parseJSONDocument(document);
  return {
    read: (campaign) => {
      // The library is recursive and slow, so it has the same limits as the check.
      if (campaign.refused !== undefined) return overLimit;
      const { text } = campaign;
      const document = documentOf(text);
      let tree: ReturnType<typeof parse> | undefined;
      const parsed = () => (tree ??= parse(document));
      const dialing = (offset: number) => planReader && dialingAt(campaign, offset, planReader, now());
      return {
        caretAt: (position) => caretInWords(text, document.offsetAt(position)),
        complete: async (position, typed = false, known = []) => {
          const offset = document.offsetAt(position);
          const caret = caretInWords(text, offset);
          if (caret.place === "elsewhere") return [];
          const closed = caret.place === "value" && hasClosedValues(hints, caret.path);
          // While a name or a time is typed, a list would capture keys such as Enter.
          if (typed && caret.place === "value" && caret.token !== undefined && !closed) return [];
          const bare = withoutBareSlashes(document, position);
          const read = bare === undefined ? parsed() : parse(bare);
          const items = (await service.doComplete(bare ?? document, position, read))?.items ?? [];
          const toPosition = (at: number) => document.positionAt(at);
          const arranged = arrangeItems(items, caret);
          const values = withKnownNames(arranged, known, caret, offset, toPosition);
          const placed = snippetsAt(snippets, caret, offset, text);
          const windows = caret.place === "value" && caret.path.at(-2) === "days";
          return [
            // Not the library's items, because they ignore which days already have a window.
            ...(windows ? [] : values.map((item) => fitItem(item, caret, closed, text, toPosition))),
            ...placed.map((snippet, order) => snippetItem(snippet, caret, toPosition, order)),
          ];
        },
        hover: async (position) => {
          const hover = await service.doHover(document, position, parsed());
          if (hover === null) return undefined;
          const note = planReader && noteAt(campaign, document.offsetAt(position), planReader, now());
          return note === undefined ? hover : { ...hover, contents: [...textsOf(hover), note] };
        },
        namedAt: (position) => {
          const offset = document.offsetAt(position);
          return namedAt(caretAt(text, offset), text);
        },
        dialing,
        symbols: () =>
          nameItems(service.findDocumentSymbols2(document, parsed(), { resultLimit: maxResults }), {
            isList: ({ kind }) => kind === arrayKind,
            textOf: ({ range }) => document.getText(range),
          }),
        folds: () => service.getFoldingRanges(document, { rangeLimit: maxResults }),
        selections: (positions) => service.getSelectionRanges(document, [...positions], parsed()),
        format: (options, range) => {
          // Without this option the library removes a final line feed.
          const insertFinalNewline = options.insertFinalNewline === true || text.endsWith("\n");
          const edits = service.format(document, range, { ...options, insertFinalNewline });
          return formatted(document, edits, range);
        },
      };
    },
  };
}

/** Applies the library's edits, then joins short lines such as calling windows. Returns one edit, or none. */
function formatted(document: TextDocument, edits: TextEdit[], range: Range | undefined): TextEdit[] {
  const text = document.getText();
  const formattedText = TextDocument.applyEdits(document, edits);
  const from = range && document.offsetAt({ line: range.start.line, character: 0 });
  const lengthAfter = range && text.length - document.offsetAt({ line: range.end.line + 1, character: 0 });
  const joined = joinShortLines(
    formattedText,
    from,
    lengthAfter === undefined ? undefined : formattedText.length - lengthAfter,
  );
  const change = changeBetween(text, joined);
  if (change === undefined) return [];
  const { offset, length, content } = change;
  const changed = { start: document.positionAt(offset), end: document.positionAt(offset + length) };
  return [{ range: changed, newText: content }];
}
/** Returns no results, for a text that exceeds the limits. */
const overLimit: OpenCampaign = {
  caretAt: () => ({ ...caretAt("", 0), place: "elsewhere" }),
  complete: () => Promise.resolve([]),
  hover: () => Promise.resolve(undefined),
  namedAt: () => undefined,
  dialing: () => undefined,
  symbols: () => [],
  folds: () => [],
  selections: () => [],
  format: () => [],
};

/** When and how often people are called. Undefined if the campaign does not define it at this offset. */
function dialingAt(
  campaign: CampaignDocument,
  offset: number,
  { dialingPlanAt, namesOf }: DialingPlanReader,
  now: number,
): string | undefined {
  const plan = dialingPlanAt(campaign, offset);
  return plan === undefined ? undefined : describeDialing(plan, namesOf, now) || undefined;
}

/** What the file's own values mean, in Markdown. Undefined if there is nothing to add to the schema's description. */
function noteAt(
  campaign: CampaignDocument,
  offset: number,
  reader: DialingPlanReader,
  now: number,
): string | undefined {
  const { readCallingPlan, namesOf, countryOf } = reader;
  const source = { readPlan: readCallingPlan, zoneNames: namesOf, countryOf, now };
  const note = dialingAt(campaign, offset, reader, now) ?? hoverNote(campaign, offset, source);
  return note === undefined || note === "" ? undefined : toMarkdown(visibleLine(note, 1000));
}

function textsOf({ contents }: Hover): string[] {
  const parts = Array.isArray(contents) ? contents : [contents];
  return parts.map((part) => (typeof part === "string" ? part : part.value));
}

function documentOf(text: string): TextDocument {
  return TextDocument.create(documentAddress, "jsonc", 1, text);
}

/**
 * The library reads a time zone without quotes as three words, and only the first as a value. Returns the same text
 * with the slashes replaced, so that the time zone is one word. Undefined if there is none at the cursor.
 */
function withoutBareSlashes(document: TextDocument, position: Position): TextDocument | undefined {
  const text = document.getText();
  const caret = document.offsetAt(position);
  const line = text.slice(document.offsetAt({ line: position.line, character: 0 }), caret);
  const [, word = ""] = /:[ \t]*([^\s"{}[\],:]+)$/.exec(line) ?? [];
  if (!/\w\/\w*$/.test(word)) return undefined;
  return documentOf(text.slice(0, caret - word.length) + word.replaceAll("/", "_") + text.slice(caret));
}

/** Built into the library: it would treat a file whose `$schema` is one of these as a schema. */
const metaschemas = [
  "http://json-schema.org/draft-04/schema",
  "http://json-schema.org/draft-07/schema",
  "https://json-schema.org/draft/2019-09/schema",
  "https://json-schema.org/draft/2020-12/schema",
];

/** Adds the zones as a separate alternative. Next to the snippet, they would compete with it when the key is completed. */
function withZones(zones: readonly string[]): object {
  const { definitions } = hints;
  const { CallingHours } = definitions;
  const { timezone } = CallingHours.properties;
  const everyZone = { ...timezone, anyOf: [...timezone.anyOf, { enum: [...zones] }] };
  const withEvery = { ...CallingHours, properties: { ...CallingHours.properties, timezone: everyZone } };
  return { ...hints, definitions: { ...definitions, CallingHours: withEvery } };
}
