import type { Connection } from "../../core/connection/connection";
import { visibleLine } from "../../core/text/visible";
import { askModally } from "../ui/dialog";
import type { ConnectionStore } from "./store";

/** Keeps a connection; where the secret storage does not work, offers to use it in this window alone. */
export async function saveConnection(
  store: ConnectionStore,
  connection: Connection,
): Promise<"kept" | "here" | "not-kept"> {
  const saved = await store.save(connection);
  if (saved.kind === "kept") return "kept";
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
  if (answer !== yes) return "not-kept";
  store.keepHere(connection);
  return "here";
}
