import { compile } from "json-schema-to-typescript";
import type { Output } from "./output";
import { campaignSchemaPath, mapSchema, without, type Schema } from "./schema";

const banner = `// Generated from ${campaignSchemaPath} by scripts/generate.ts. Do not edit.`;

/** The types of a campaign that validates. What depends on the dialling mode is optional. */
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

/** Without titles, which would name the types instead of the definitions' keys, and without branches. */
function shapeOnly(schema: Schema): Schema & { readonly tsType?: string } {
  const shape = without(schema, ["title", "examples", "allOf", "if", "then"]);
  const open = shape.type === undefined && shape.$ref === undefined && shape.properties === undefined;
  // Left alone, a schema that asserts nothing would become an object of anything.
  return open ? { ...shape, tsType: "unknown" } : shape;
}

type JsonSchema4 = Parameters<typeof compile>[0];

function toJsonSchema4(schema: Schema): JsonSchema4 {
  return JSON.parse(JSON.stringify(schema)) as JsonSchema4;
}
