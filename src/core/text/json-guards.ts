/** Type guards for untrusted JSON. None of them calls a method of the value. */

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A text that is not empty. */
export function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

/** The texts in a list; none if it is not a list. */
export function textsIn(value: unknown): readonly string[] {
  return isList(value) ? value.filter((item) => typeof item === "string") : [];
}

export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
