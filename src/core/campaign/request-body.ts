/**
 * The request body: the value as compact JSON, with the keys in order, without comments and without the root's
 * `$schema`, which is for editors. `value` is parsed JSON.
 */
export function toRequestBody(value: unknown): string {
  return JSON.stringify(withoutSchema(value));
}

/** `Object.fromEntries` defines keys rather than assigning them, so a key named `__proto__` stays a key. */
export function withoutSchema(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== "$schema"));
}
