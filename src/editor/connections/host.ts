import { isFamiliarHost, type Connection } from "../../core/connection/connection";
import { askModally } from "../ui/dialog";
import { askChoice, type Step } from "../ui/multi-step-input";

/** Whether somebody has to say first that this is the right host. `host` is an origin, or empty while it is typed. */
export function needsHostConfirmation(host: string): boolean {
  return host !== "" && !isFamiliarHost(host);
}

/** Asked once, while a connection is added. */
export function hostStep<T extends { readonly host: string }>(title: string): Step<T> {
  return async (draft, position) => {
    const answer = await askChoice<boolean>({
      ...position,
      title,
      placeholder: notVendors(draft.host),
      items: [
        {
          label: "No, type another address",
          detail: "Kore.ai’s own environments end in .kore.ai.",
          value: false,
        },
        {
          label: `Yes, ${draft.host} is right`,
          detail: "The environment is our own, and the credential may be sent there.",
          value: true,
        },
      ],
    });
    if (typeof answer === "string") return answer;
    return answer.value ? draft : "back";
  };
}

/** For a record that came here without being asked about. */
export async function confirmHost({ name, host }: Connection): Promise<boolean> {
  const yes = "The Host Is Right";
  const question = `“${name}” leads to ${host}. Is that right?`;
  const detail = notVendors(host);
  return (await askModally({ id: "connection.host", level: "warning", text: question, detail }, yes)) === yes;
}

function notVendors(host: string): string {
  return `This is not a Kore.ai host: ${host}`;
}
