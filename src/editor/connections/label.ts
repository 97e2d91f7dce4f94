import { environmentOf, practiceId } from "../../core/connection/environment";
import type { ConnectionLabel } from "../../core/wording/lens-text";
import type { ConnectionStore } from "./store";

/** Describes a connection without using it: starts no practice server and shows no message. */
export async function labelOf(store: Pick<ConnectionStore, "find">, id: string): Promise<ConnectionLabel> {
  if (id === practiceId) return { name: "Practice", use: "practice" };
  const stored = await store.find(id);
  switch (stored.kind) {
    case "valid":
      return { name: stored.connection.name, use: environmentOf(stored.connection) };
    case "invalid":
      return { name: stored.name, use: "unusable" };
    case "missing":
      return { name: "No connection", use: "unusable" };
  }
}
