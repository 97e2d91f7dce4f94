import { isSchema, type Schema } from "../../../scripts/generate/schema";
import { readJson } from "./json-service";

/** A property of the campaign: its place, and its description in the full schema. */
export interface Described {
  /** Keys from the root; 0 for an entry of a list. */
  readonly path: readonly (string | number)[];
  readonly schema: Schema;
}

export const fullSchema = readJson("schemas/campaign.schema.json") as Schema;

/** Every property and every list entry, with references followed and branches merged in. */
export function describedProperties(): Described[] {
  return [...below([], fullSchema)];
}

/** The properties that completion offers. */
export function offeredProperties(): Described[] {
  return describedProperties().filter(
    ({ path, schema }) => typeof path.at(-1) === "string" && schema.doNotSuggest !== true,
  );
}

function* below(path: Described["path"], schema: Schema): Generator<Described> {
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    yield* at([...path, key], { ...valuesInBranch(schema, key), ...resolved(property) });
  }
  if (isSchema(schema.items)) yield* at([...path, 0], resolved(schema.items));
}

function* at(path: Described["path"], schema: Schema): Generator<Described> {
  yield { path, schema };
  yield* below(path, schema);
}

function valuesInBranch(schema: Schema, key: string): Schema {
  for (const branch of schema.allOf ?? []) {
    const property = branch.then?.properties?.[key];
    if (property) return resolved(property);
  }
  return {};
}

function resolved(schema: Schema): Schema {
  const name = schema.$ref?.replace("#/definitions/", "");
  return name === undefined ? schema : (fullSchema.definitions?.[name] ?? {});
}

/** JSON text that contains only `inner`, at the path. */
export function textAt(path: Described["path"], inner: string): string {
  return path.reduceRight<string>(
    (text, key) => (typeof key === "number" ? `[${text}]` : `{ ${JSON.stringify(key)}: ${text} }`),
    inner,
  );
}
