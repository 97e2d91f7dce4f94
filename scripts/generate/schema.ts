import { readFile } from "node:fs/promises";
import path from "node:path";
import { Ajv } from "ajv";

export const campaignSchemaPath = "schemas/campaign.schema.json";

/** The parts of JSON Schema draft-07 and VS Code's extensions that the campaign schema uses. */
export interface Schema extends Docs, Assertions {
  readonly $schema?: string;
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  /** Of each item, or of each place in a list of a fixed length. */
  readonly items?: Schema | readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly if?: Schema;
  readonly then?: Schema;
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean;
  readonly uniqueItems?: boolean;
  readonly allowComments?: boolean;
  readonly allowTrailingCommas?: boolean;
}

export interface Docs {
  readonly title?: string;
  readonly default?: unknown;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly enumDescriptions?: readonly string[];
  readonly markdownEnumDescriptions?: readonly string[];
  readonly examples?: readonly unknown[];
  readonly defaultSnippets?: readonly DefaultSnippet[];
  readonly doNotSuggest?: boolean;
}

export interface DefaultSnippet {
  readonly label: string;
  readonly body: unknown;
}

export interface Assertions {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
}

/** Keywords for editors, which are not part of draft-07. */
export const editorKeywords = [
  "markdownDescription",
  "enumDescriptions",
  "markdownEnumDescriptions",
  "defaultSnippets",
  "doNotSuggest",
] as const satisfies readonly (keyof Docs)[];

/** Reads the campaign schema. Throws if it contains an unknown or misused keyword. */
export async function readCampaignSchema(project: string): Promise<Schema> {
  const schema: unknown = JSON.parse(await readFile(path.join(project, campaignSchemaPath), "utf8"));
  if (!isSchema(schema)) throw new Error(`${campaignSchemaPath} is not a JSON schema.`);
  strictAjv().compile(schema);
  return schema;
}

/** AJV with this project's options. Branches need not repeat types and properties of the main schema. */
export function strictAjv(): Ajv {
  const ajv = new Ajv({
    strict: true,
    strictTypes: false,
    strictRequired: false,
    allErrors: true,
    code: { source: true, esm: false, lines: true },
  });
  ajv.addVocabulary([...editorKeywords]);
  return ajv;
}

export function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** One schema without these keywords. Nested schemas are unchanged. */
export function without(schema: Schema, keywords: readonly (keyof Schema)[]): Schema {
  const out: ReadonlySet<string> = new Set(keywords);
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !out.has(keyword)));
}

/** Applies `change` to every schema in a schema, innermost first. */
export function mapSchema(schema: Schema, change: (schema: Schema) => Schema): Schema {
  const map = (part: Schema) => mapSchema(part, change);
  const mapAll = (parts: Readonly<Record<string, Schema>>) =>
    Object.fromEntries(Object.entries(parts).map(([key, part]) => [key, map(part)]));
  return change({
    ...schema,
    ...(schema.properties && { properties: mapAll(schema.properties) }),
    ...(schema.items && { items: isSchema(schema.items) ? map(schema.items) : schema.items.map(map) }),
    ...(schema.allOf && { allOf: schema.allOf.map(map) }),
    ...(schema.anyOf && { anyOf: schema.anyOf.map(map) }),
    ...(schema.if && { if: map(schema.if) }),
    ...(schema.then && { then: map(schema.then) }),
    ...(schema.definitions && { definitions: mapAll(schema.definitions) }),
  });
}
