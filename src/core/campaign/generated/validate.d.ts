// Generated from schemas/campaign.schema.json by scripts/generate.ts. Do not edit.

import type { Campaign } from "./campaign";

/** One assertion that failed. */
export interface SchemaError {
  /** RFC 6901 pointer to the value; for a missing property, to the object that lacks it. */
  readonly instancePath: string;
  /** The path of the assertion in the schema. */
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/** Whether the value is a valid campaign. `errors` contains all errors of the last call, or is `null`. */
export const validate: {
  (value: unknown): value is Campaign;
  errors?: readonly SchemaError[] | null;
};
