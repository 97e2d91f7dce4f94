import { readFileSync } from "node:fs";
import path from "node:path";
import {
  ClientCapabilities,
  getLanguageService,
  TextDocument,
  type CompletionItem,
  type Diagnostic,
  type JSONSchema,
} from "vscode-json-languageservice";

const project = path.join(__dirname, "../../..");

export function readJson(file: string): unknown {
  return JSON.parse(readFileSync(path.join(project, file), "utf8"));
}

/** VS Code's own JSON service, with one of the project's schemas for every document. */
export interface JsonService {
  /** As VS Code requests it: the schema decides about comments and commas. */
  problems(text: string): Promise<Diagnostic[]>;
  /** At the `|` in the text. */
  complete(text: string): Promise<CompletionItem[]>;
  /** At the `|` in the text, as Markdown. */
  hover(text: string): Promise<string>;
}

export function jsonService(schemaFile: string): JsonService {
  const service = getLanguageService({ clientCapabilities: ClientCapabilities.LATEST });
  const schema = readJson(schemaFile) as JSONSchema;
  service.configure({ validate: true, schemas: [{ uri: "test://schema", fileMatch: ["*"], schema }] });
  const open = (text: string) => {
    const document = TextDocument.create("test://a.campaign.json", "campaign-json", 1, text);
    return { document, parsed: service.parseJSONDocument(document) };
  };
  const atCursor = (marked: string) => {
    const offset = marked.indexOf("|");
    const { document, parsed } = open(marked.slice(0, offset) + marked.slice(offset + 1));
    return { document, parsed, position: document.positionAt(offset) };
  };
  return {
    async problems(text) {
      const { document, parsed } = open(text);
      // Passed explicitly, because a `$schema` in the text would replace the schema.
      return service.doValidation(document, parsed, {}, schema);
    },
    async complete(marked) {
      const { document, parsed, position } = atCursor(marked);
      return (await service.doComplete(document, position, parsed))?.items ?? [];
    },
    async hover(marked) {
      const { document, parsed, position } = atCursor(marked);
      const hover = await service.doHover(document, position, parsed);
      return hover === null ? "" : JSON.stringify(hover.contents);
    },
  };
}
