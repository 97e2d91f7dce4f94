import type { Outcome } from "../../core/platform/outcome";
import type { Level } from "../ui/message";

/** How a notification with the outcome of a request is shown. */
export function levelOf({ kind }: Outcome): Level {
  switch (kind) {
    case "accepted":
    case "cancelled":
      return "information";
    case "not-sent":
    case "rate-limited":
      return "warning";
    case "rejected":
    case "unauthorized":
    case "redirected":
    case "unknown":
      return "error";
  }
}
