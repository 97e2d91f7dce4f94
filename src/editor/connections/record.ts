import { parseConnection, type Connection } from "../../core/connection/connection";
import { visibleLine } from "../../core/text/visible";

/** A connection that is kept, and whether it may be used. */
export type Stored =
  | {
      readonly kind: "sound";
      readonly id: string;
      readonly connection: Connection;
      /** Known to this window alone, and forgotten with it. */
      readonly onlyHere: boolean;
    }
  /** Kept, but not to be used. `name` is a guess for people; `reason` quotes no secret. */
  | { readonly kind: "broken"; readonly id: string; readonly name: string; readonly reason: string }
  | { readonly kind: "missing"; readonly id: string };

export type Kept = Exclude<Stored, { readonly kind: "missing" }>;

export function nameOf(stored: Kept): string {
  return stored.kind === "sound" ? stored.connection.name : stored.name;
}

/** Reads a record of the secret storage. */
export function parseRecord(id: string, text: string): Stored {
  const value = parseJson(text);
  const parsed = parseConnection(value);
  const name = nameIn(value);
  if (!parsed.valid) return { kind: "broken", id, name, reason: parsed.reason };
  if (parsed.value.id !== id) return { kind: "broken", id, name, reason: "It was saved for another place." };
  return { kind: "sound", id, connection: parsed.value, onlyHere: false };
}

/** Reads the index of ids. */
export function parseIds(text: string | undefined): string[] {
  const value = parseJson(text ?? "[]");
  if (!Array.isArray(value)) return [];
  return [...new Set(value.filter((id) => typeof id === "string"))];
}

function nameIn(value: unknown): string {
  const name: unknown = typeof value === "object" && value !== null ? Reflect.get(value, "name") : undefined;
  return typeof name === "string" && name.trim() !== "" ? visibleLine(name, 60) : "Connection without a name";
}

/** Undefined for what is not JSON, which no record is. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
