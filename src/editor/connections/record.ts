import { parseConnection, type Connection } from "../../core/connection/connection";
import { visibleLine } from "../../core/text/visible";

/** A saved connection, and whether it can be used. */
export type StoredConnection =
  | {
      readonly kind: "valid";
      readonly id: string;
      readonly connection: Connection;
      /** In the memory of this window only. Lost when the window closes. */
      readonly windowOnly: boolean;
    }
  /** Saved, but cannot be used. `name` is the best guess for display; `reason` contains no secret. */
  | { readonly kind: "invalid"; readonly id: string; readonly name: string; readonly reason: string }
  | { readonly kind: "missing"; readonly id: string };

export type SavedConnection = Exclude<StoredConnection, { readonly kind: "missing" }>;

export function nameOf(stored: SavedConnection): string {
  return stored.kind === "valid" ? stored.connection.name : stored.name;
}

/** Reads a record of the secret storage. */
export function parseRecord(id: string, text: string): StoredConnection {
  const value = parseJson(text);
  const parsed = parseConnection(value);
  const name = nameIn(value);
  if (!parsed.valid) return { kind: "invalid", id, name, reason: parsed.reason };
  if (parsed.value.id !== id) return { kind: "invalid", id, name, reason: "It was saved under another ID." };
  return { kind: "valid", id, connection: parsed.value, windowOnly: false };
}

/** Reads the index of IDs. */
export function parseIds(text: string | undefined): string[] {
  const value = parseJson(text ?? "[]");
  if (!Array.isArray(value)) return [];
  return [...new Set(value.filter((id) => typeof id === "string"))];
}

function nameIn(value: unknown): string {
  const name: unknown = typeof value === "object" && value !== null ? Reflect.get(value, "name") : undefined;
  return typeof name === "string" && name.trim() !== "" ? visibleLine(name, 60) : "Unnamed connection";
}

/** Undefined for invalid JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
