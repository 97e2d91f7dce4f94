// Generated from schemas/campaign.schema.json by scripts/generate.ts. Do not edit.

import type { Campaign } from "./campaign";

/** One assertion that failed. */
export interface SchemaError {
  /** RFC 6901 pointer to the value; of a missing property, to the object that lacks it. */
  readonly instancePath: string;
  /** Where the assertion stands in the schema. */
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/** Whether the value is a campaign. The errors are those of the last call, all of them; none is `null`. */
export const validate: {
  (value: unknown): value is Campaign;
  errors?: readonly SchemaError[] | null;
};
