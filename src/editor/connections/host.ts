import { isFamiliarHost, type Connection } from "../../core/connection/connection";
import { askModally } from "../ui/dialog";
import { askChoice, type Step } from "../ui/multi-step-input";

/** Whether the person must confirm this host. `host` is an origin, or empty while it is typed. */
export function needsHostConfirmation(host: string): boolean {
  return host !== "" && !isFamiliarHost(host);
}

/** Asked once, while a connection is added. */
export function hostStep<T extends { readonly host: string }>(title: string): Step<T> {
  return async (draft, position) => {
    const answer = await askChoice<boolean>({
      ...position,
      title,
      placeholder: foreignHostText(draft.host),
      items: [
        {
          label: "No, enter another URL",
          detail: "The hosts of Kore.ai’s own environments end in .kore.ai.",
          value: false,
        },
        {
          label: `Yes, use ${draft.host}`,
          detail: "This is our own environment, and the credentials may be sent there.",
          value: true,
        },
      ],
    });
    if (typeof answer === "string") return answer;
    return answer.value ? draft : "back";
  };
}

/** Asks about the host of a saved connection that was never confirmed. */
export async function confirmHost({ name, host }: Connection): Promise<boolean> {
  const useHost = "Use This Host";
  const question = `Send the credentials of “${name}” to ${host}?`;
  const detail = foreignHostText(host);
  return (
    (await askModally({ id: "connection.host", level: "warning", text: question, detail }, useHost)) ===
    useHost
  );
}

function foreignHostText(host: string): string {
  return `Not a Kore.ai host: ${host}. Is it right?`;
}
