import standaloneCode from "ajv/dist/standalone";
import type { Output } from "./output";
import { campaignSchemaPath, editorKeywords, mapSchema, strictAjv, without, type Schema } from "./schema";

const header = `// Generated from ${campaignSchemaPath} by scripts/generate.ts. Do not edit.`;

/** The validator as CommonJS, because AJV's ES module output still calls \`require\`, which works only in a bundler. */
export function campaignValidator(schema: Schema): Output[] {
  const ajv = strictAjv().addSchema(mapSchema(schema, withoutDocs), "campaign");
  const code = inLinearTime(standaloneCode(ajv, { validate: "campaign" }));
  return [
    {
      path: "src/core/campaign/generated/validate.js",
      content: `${header}\n/* eslint-disable */\n// @ts-nocheck\n${code}\n`,
    },
    { path: "src/core/campaign/generated/validate.d.ts", content: `${header}\n${declaration}` },
  ];
}

/**
 * Makes AJV append errors instead of copying all earlier ones for each item, which takes minutes for a long invalid
 * list. The sub-validator's list is new with each call, so appending is safe.
 */
function inLinearTime(code: string): string {
  const append = "function append(all, more) { for (const one of more) all.push(one); return all; }";
  const copied = /vErrors\.concat\((\w+\.errors)\)/g;
  if (!copied.test(code)) throw new Error("AJV no longer copies errors. Remove this workaround.");
  return `${code.replace(copied, "append(vErrors, $1)")}\n${append}`;
}

/** AJV copies the schema into its code for allowed values. The texts are not needed there. */
function withoutDocs(schema: Schema): Schema {
  return without(schema, ["title", "description", "examples", ...editorKeywords]);
}

const declaration = `
import type { SchemaError } from "../schema/validator";
import type { Campaign } from "./campaign";

/** Whether the value is a valid campaign. \`errors\` contains all errors of the last call, or is \`null\`. */
export const validate: {
  (value: unknown): value is Campaign;
  errors?: readonly SchemaError[] | null;
};
`;
