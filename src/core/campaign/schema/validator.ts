/** One assertion that failed. */
export interface SchemaError {
  /** RFC 6901 pointer to the value; of a missing property, to the object that lacks it. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/** The compiled schema. `errors` contains all errors of the last call, or is `null`. */
export interface Validate {
  (value: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}
