// Generated from schemas/campaign.schema.json by scripts/generate.ts. Do not edit.

import type { SchemaError } from "../schema/validator";
import type { Campaign } from "./campaign";

/** Whether the value is a valid campaign. `errors` contains all errors of the last call, or is `null`. */
export const validate: {
  (value: unknown): value is Campaign;
  errors?: readonly SchemaError[] | null;
};
