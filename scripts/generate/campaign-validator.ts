import standaloneCode from "ajv/dist/standalone";
import type { Output } from "./output";
import { campaignSchemaPath, editorKeywords, mapSchema, strictAjv, without, type Schema } from "./schema";

const header = `// Generated from ${campaignSchemaPath} by scripts/generate.ts. Do not edit.`;

/** The validator as CommonJS: AJV's ES module output still calls \`require\`, which only a bundler would forgive. */
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
 * AJV copies all errors so far for each item that has one of its own, which takes minutes for a long list of nothing.
 * The sub-validator's list is new with each call, so it may grow.
 */
function inLinearTime(code: string): string {
  const append = "function append(all, more) { for (const one of more) all.push(one); return all; }";
  const copied = /vErrors\.concat\((\w+\.errors)\)/g;
  if (!copied.test(code)) throw new Error("AJV no longer copies errors: this has become needless.");
  return `${code.replace(copied, "append(vErrors, $1)")}\n${append}`;
}

/** AJV copies the schema into its code to name what was allowed; the texts have no business there. */
function withoutDocs(schema: Schema): Schema {
  return without(schema, ["title", "description", "examples", ...editorKeywords]);
}

const declaration = `
import type { SchemaError } from "../schema/validator";
import type { Campaign } from "./campaign";

/** Whether the value is a campaign. The errors are those of the last call, all of them; none is \`null\`. */
export const validate: {
  (value: unknown): value is Campaign;
  errors?: readonly SchemaError[] | null;
};
`;
