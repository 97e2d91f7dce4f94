import type { Output } from "./output";
import { isSchema, type Schema } from "./schema";

/** The properties of each object in a campaign, by path; `*` is an item of a list. */
export function knownKeys(schema: Schema): Output {
  const known: Record<string, string[]> = {};
  collect(schema, "", schema, known);
  const content = [
    "// Generated from schemas/campaign.schema.json by scripts/generate.ts. Do not edit.",
    "",
    "/** The properties of each object, by its path; `*` is an item of a list. */",
    `export const knownKeys: Readonly<Record<string, readonly string[]>> = ${JSON.stringify(known, null, 2)};`,
    "",
  ].join("\n");
  return { path: "src/core/campaign/generated/known-keys.ts", content };
}

function collect(schema: Schema, path: string, root: Schema, known: Record<string, string[]>): void {
  const resolved = resolve(schema, root);
  if (isSchema(resolved.items)) collect(resolved.items, `${path}/*`, root, known);
  if (resolved.properties === undefined) return;
  known[path.slice(1)] = Object.keys(resolved.properties);
  for (const [key, child] of Object.entries(resolved.properties))
    collect(child, `${path}/${key}`, root, known);
}

function resolve(schema: Schema, root: Schema): Schema {
  const name = schema.$ref?.replace("#/definitions/", "");
  return name === undefined ? schema : (root.definitions?.[name] ?? schema);
}
