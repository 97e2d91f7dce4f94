import type { Connection } from "../../core/connection/connection";
import { visibleLine } from "../../core/text/visible";
import { askModally } from "../ui/dialog";
import type { ConnectionStore } from "./store";

/** Keeps a connection; where the secret storage does not work, offers to use it in this window alone. */
export async function saveConnection(
  store: ConnectionStore,
  connection: Connection,
): Promise<"saved" | "window-only" | "not-saved"> {
  const saved = await store.save(connection);
  if (saved.kind === "saved") return "saved";
  const yes = "Use in This Window Only";
  const answer = await askModally(
    {
      id: "connection.not-kept",
      level: "warning",
      text: `“${connection.name}” could not be kept in this computer’s secret storage.`,
      detail: [
        visibleLine(saved.reason),
        "You can use it in this window until the window closes. It is then forgotten.",
      ].join("\n\n"),
    },
    yes,
  );
  if (answer !== yes) return "not-saved";
  store.keepInWindow(connection);
  return "window-only";
}
