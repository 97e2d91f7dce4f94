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
import hints from "../schemas/campaign.hint.schema.json";
import snippets from "../snippets/campaign.json";
import { visibleLine } from "./core/text/visible";
import { changeBetween } from "./core/campaign/change";
import { joinShortLines } from "./core/campaign/layout";
import { limitPassed } from "./core/campaign/document";
import { toMarkdown } from "./core/text/markdown";
import { caretAt } from "./core/completion/caret";
import { hasClosedValues } from "./core/completion/closed-values";
import { fitItem, snippetItem } from "./core/completion/items";
import { snippetsAt } from "./core/completion/snippets";
import { describeDialing } from "./core/wording/calling-summary";
import type { DialingPlanReader, CampaignLanguage, OpenCampaign } from "./editor/language/language-module";

/** What a folding editor and an outline can show at most. */
const most = 5000;

/** Has to look like a file for the library; it is never opened, and no text is known by it. */
const address = "campaign:/campaign.json";

/**
 * The composition root of the language half: VS Code's own JSON library with the hint schema, read from disk when
 * something is first completed, explained, folded or formatted.
 * @param zones names that the time zone is completed with, beside the examples of the schema
 * @param calling reads what the hovers over `dialingStrategy` and `callingHours` sum up; without it they do not
 * @param now in milliseconds since 1970
 */
export function campaignLanguage(
  zones: readonly string[],
  calling?: DialingPlanReader,
  now: () => number = Date.now,
): CampaignLanguage {
  const schemaText = JSON.stringify(withZones(zones));
  const service = getLanguageService({
    clientCapabilities: ClientCapabilities.LATEST,
    // Whatever schema a file names, a campaign is explained by ours: nothing is fetched.
    schemaRequestService: () => Promise.resolve(schemaText),
  });
  // The library works what a schema refers to into it: each gets its own.
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
    read: (text) => {
      // The library recurses, and takes long: it reads no text that the check would refuse to read.
      if (limitPassed(text) !== undefined) return unread;
      const document = documentOf(text);
      let tree: ReturnType<typeof parse> | undefined;
      const parsed = () => (tree ??= parse(document));
      return {
        complete: async (position, typed = false) => {
          const offset = document.offsetAt(position);
          const caret = caretAt(text, offset);
          if (caret.place === "elsewhere") return [];
          const closed = caret.place === "value" && hasClosedValues(hints, caret.path);
          // A list over a name or a time that is typed would take the keys that were meant for it.
          if (typed && caret.place === "value" && caret.token !== undefined && !closed) return [];
          const bare = withoutBareSlashes(document, position);
          const read = bare === undefined ? parsed() : parse(bare);
          const items = (await service.doComplete(bare ?? document, position, read))?.items ?? [];
          const toPosition = (at: number) => document.positionAt(at);
          const placed = snippetsAt(snippets, caret, offset, text);
          const windows = caret.place === "value" && caret.path.at(-2) === "days";
          return [
            // The library knows nothing of the days that have a window already.
            ...(windows ? [] : items.map((item) => fitItem(item, caret, closed, text, toPosition))),
            ...placed.map((snippet, order) => snippetItem(snippet, caret, toPosition, order)),
          ];
        },
        hover: async (position) => {
          const hover = await service.doHover(document, position, parsed());
          if (hover === null) return undefined;
          const summary = calling && summaryAt(text, document.offsetAt(position), calling, now());
          return summary === undefined ? hover : { ...hover, contents: [...wordsOf(hover), summary] };
        },
        symbols: () => service.findDocumentSymbols2(document, parsed(), { resultLimit: most }),
        folds: () => service.getFoldingRanges(document, { rangeLimit: most }),
        selections: (positions) => service.getSelectionRanges(document, [...positions], parsed()),
        format: (options, range) => {
          // The library takes a line feed at the end away unless it is asked to put one there.
          const insertFinalNewline = options.insertFinalNewline === true || text.endsWith("\n");
          const edits = service.format(document, range, { ...options, insertFinalNewline });
          return formatted(document, edits, range);
        },
      };
    },
  };
}

/** The edits of the library, and after them the lines that belong together joined: one edit, or none. */
function formatted(document: TextDocument, edits: TextEdit[], range: Range | undefined): TextEdit[] {
  const text = document.getText();
  const laidOut = TextDocument.applyEdits(document, edits);
  const from = range && document.offsetAt({ line: range.start.line, character: 0 });
  const behind = range && text.length - document.offsetAt({ line: range.end.line + 1, character: 0 });
  const joined = joinShortLines(laidOut, from, behind === undefined ? undefined : laidOut.length - behind);
  const change = changeBetween(text, joined);
  if (change === undefined) return [];
  const { offset, length, content } = change;
  const changed = { start: document.positionAt(offset), end: document.positionAt(offset + length) };
  return [{ range: changed, newText: content }];
}
/** Answers nothing, for a text that passes the limits. */
const unread: OpenCampaign = {
  complete: () => Promise.resolve([]),
  hover: () => Promise.resolve(undefined),
  symbols: () => [],
  folds: () => [],
  selections: () => [],
  format: () => [],
};

/** When and how often people are called, in Markdown; nothing where the text says nothing of it. */
function summaryAt(
  text: string,
  offset: number,
  { dialingPlanAt: callingAt, namesOf }: DialingPlanReader,
  now: number,
): string | undefined {
  const calling = callingAt(text, offset);
  const words = calling === undefined ? "" : describeDialing(calling, namesOf, now);
  return words === "" ? undefined : toMarkdown(visibleLine(words, 1000));
}

function wordsOf({ contents }: Hover): string[] {
  const parts = Array.isArray(contents) ? contents : [contents];
  return parts.map((part) => (typeof part === "string" ? part : part.value));
}

function documentOf(text: string): TextDocument {
  return TextDocument.create(address, "jsonc", 1, text);
}

/**
 * A time zone that is typed without quotes is three words to the library, of which only the first is a value. The
 * same text with one word at the caret; nothing when there is no such word.
 */
function withoutBareSlashes(document: TextDocument, position: Position): TextDocument | undefined {
  const text = document.getText();
  const caret = document.offsetAt(position);
  const line = text.slice(document.offsetAt({ line: position.line, character: 0 }), caret);
  const [, word = ""] = /:[ \t]*([^\s"{}[\],:]+)$/.exec(line) ?? [];
  if (!/\w\/\w*$/.test(word)) return undefined;
  return documentOf(text.slice(0, caret - word.length) + word.replaceAll("/", "_") + text.slice(caret));
}

/** The library knows these by heart, and would take a file that names one for a schema. */
const metaschemas = [
  "http://json-schema.org/draft-04/schema",
  "http://json-schema.org/draft-07/schema",
  "https://json-schema.org/draft/2019-09/schema",
  "https://json-schema.org/draft/2020-12/schema",
];

/** An alternative of their own, because beside the snippet they would be its rivals when the key is completed. */
function withZones(zones: readonly string[]): object {
  const { definitions } = hints;
  const { CallingHours } = definitions;
  const { timezone } = CallingHours.properties;
  const everyZone = { ...timezone, anyOf: [...timezone.anyOf, { enum: [...zones] }] };
  const withEvery = { ...CallingHours, properties: { ...CallingHours.properties, timezone: everyZone } };
  return { ...hints, definitions: { ...definitions, CallingHours: withEvery } };
}
