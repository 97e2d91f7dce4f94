import { compile } from "json-schema-to-typescript";
import type { Output } from "./output";
import { campaignSchemaPath, mapSchema, without, type Schema } from "./schema";

const banner = `// Generated from ${campaignSchemaPath} by scripts/generate.ts. Do not edit.`;

/** The types of a valid campaign. Properties that depend on the dialing mode are optional. */
export async function campaignTypes(schema: Schema): Promise<Output> {
  const content = await compile(toJsonSchema4(mapSchema(schema, shapeOnly)), "Campaign", {
    additionalProperties: false,
    bannerComment: banner,
    format: false,
    ignoreMinAndMaxItems: true,
    unreachableDefinitions: false,
  });
  return { path: "src/core/campaign/generated/campaign.ts", content };
}

/** The schema without branches and without titles, which would replace the definitions' keys as type names. */
function shapeOnly(schema: Schema): Schema & { readonly tsType?: string } {
  const shape = without(schema, ["title", "examples", "allOf", "if", "then"]);
  const open = shape.type === undefined && shape.$ref === undefined && shape.properties === undefined;
  // By default, a schema without assertions would become an object with any properties.
  return open ? { ...shape, tsType: "unknown" } : shape;
}

type JsonSchema4 = Parameters<typeof compile>[0];

function toJsonSchema4(schema: Schema): JsonSchema4 {
  return JSON.parse(JSON.stringify(schema)) as JsonSchema4;
}
