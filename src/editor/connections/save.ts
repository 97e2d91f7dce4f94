import type { Connection } from "../../core/connection/connection";
import { visibleLine } from "../../core/text/visible";
import { askModally } from "../ui/dialog";
import type { ConnectionStore } from "./store";

/** Saves a connection. If the secret storage fails, offers to use the connection in this window only. */
export async function saveConnection(
  store: ConnectionStore,
  connection: Connection,
): Promise<"saved" | "window-only" | "not-saved"> {
  const saved = await store.save(connection);
  if (saved.kind === "saved") return "saved";
  const useHere = "Use in This Window Only";
  const answer = await askModally(
    {
      id: "connection.not-kept",
      level: "warning",
      text: `“${connection.name}” couldn’t be saved in this computer’s secret storage.`,
      detail: [
        visibleLine(saved.reason),
        "You can use it in this window. It is lost when the window closes.",
      ].join("\n\n"),
    },
    useHere,
  );
  if (answer !== useHere) return "not-saved";
  store.keepInWindow(connection);
  return "window-only";
}
