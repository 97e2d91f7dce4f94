import {
  ClientCapabilities,
  getLanguageService,
  TextDocument,
  type JSONSchema,
  type Position,
} from "vscode-json-languageservice";
import hints from "../schemas/campaign.hint.schema.json";
import type { CampaignLanguage } from "./editor/language/language-half";

/** What a folding editor and an outline can show at most. */
const most = 5000;

/** Has to look like a file for the library; it is never opened, and no text is known by it. */
const address = "campaign:/campaign.json";

/**
 * The composition root of the language half: VS Code's own JSON library with the hint schema, read from disk when
 * something is first completed, explained, folded or formatted.
 * @param zones names that the time zone is completed with, beside the examples of the schema
 */
export function campaignLanguage(zones: readonly string[]): CampaignLanguage {
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
      const document = documentOf(text);
      let tree: ReturnType<typeof parse> | undefined;
      const parsed = () => (tree ??= parse(document));
      return {
        complete: async (position) => {
          const bare = withoutBareSlashes(document, position);
          const read = bare === undefined ? parsed() : parse(bare);
          return (await service.doComplete(bare ?? document, position, read))?.items ?? [];
        },
        hover: async (position) => (await service.doHover(document, position, parsed())) ?? undefined,
        symbols: () => service.findDocumentSymbols2(document, parsed(), { resultLimit: most }),
        folds: () => service.getFoldingRanges(document, { rangeLimit: most }),
        selections: (positions) => service.getSelectionRanges(document, [...positions], parsed()),
        format: (options, range) => service.format(document, range, options),
      };
    },
  };
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
