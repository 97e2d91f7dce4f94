import type { Output } from "./output";
import { mapSchema, type Docs, type Schema } from "./schema";

/**
 * The schema for the editor's JSON service: the same texts, values and snippets, but no assertions. The service would
 * report every fault as a warning without a code; the validator and the rules report all problems.
 */
export function hintSchema(schema: Schema): Output {
  return toHints("schemas/campaign.hint.schema.json", withBranchValues(schema));
}

/** A schema without assertions. */
export function toHints(path: string, schema: Schema): Output {
  const { $schema, ...root } = mapSchema(schema, hintsOnly);
  const hint: Schema = {
    ...($schema && { $schema }),
    allowComments: true,
    allowTrailingCommas: true,
    ...root,
  };
  return { path, content: JSON.stringify(hint) };
}

/** Moves the values that a branch defines for a property to the property itself. */
function withBranchValues(schema: Schema): Schema {
  const properties = { ...schema.properties };
  for (const branch of schema.allOf ?? []) {
    for (const [key, value] of Object.entries(branch.then?.properties ?? {})) {
      properties[key] = { ...resolve(schema, value), ...properties[key] };
    }
  }
  return { ...schema, properties };
}

function resolve(root: Schema, schema: Schema): Schema {
  const name = schema.$ref?.replace("#/definitions/", "");
  return (name === undefined ? undefined : root.definitions?.[name]) ?? schema;
}

function hintsOnly(schema: Schema): Schema {
  const { $schema, $ref, properties, items, definitions } = schema;
  const { enum: values, type, examples, enumDescriptions, markdownEnumDescriptions, ...rest } = schema;
  const alternatives: Schema[] = [...(schema.anyOf ?? [])];
  if (values)
    alternatives.push({
      enum: values,
      ...(enumDescriptions && { enumDescriptions }),
      ...(markdownEnumDescriptions && { markdownEnumDescriptions }),
    });
  // The service suggests true and false for a boolean. An alternative needs nothing else.
  else if (type === "boolean") alternatives.push({ type });
  // The service would treat these and the snippet as competing, and insert neither when it completes the key.
  else if (examples) alternatives.push({ examples });
  return {
    ...($schema && { $schema }),
    ...($ref && { $ref }),
    ...texts(rest),
    ...(properties && { properties }),
    ...(items && { items }),
    ...(alternatives.length > 0 && { anyOf: [...alternatives, {}] }),
    ...(definitions && { definitions }),
  };
}

function texts({ title, description, markdownDescription, defaultSnippets, doNotSuggest }: Docs): Docs {
  return {
    ...(title && { title }),
    ...(description && { description }),
    ...(markdownDescription && { markdownDescription }),
    ...(defaultSnippets && { defaultSnippets }),
    ...(doNotSuggest && { doNotSuggest }),
  };
}
