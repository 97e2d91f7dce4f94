import * as vscode from "vscode";
import { isFamiliarHost, type Connection } from "../../core/connection/connection";
import { askModally } from "../ui/dialog";
import { askChoice, type Step } from "../ui/multi-step-input";

/** Whether somebody has to say first that this is the right host. `host` is an origin, or empty while it is typed. */
export function isToBeAsked(host: string): boolean {
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
          label: vscode.l10n.t("No, type another address"),
          detail: vscode.l10n.t("Kore.ai’s own environments end in .kore.ai."),
          value: false,
        },
        {
          label: vscode.l10n.t("Yes, {0} is right", draft.host),
          detail: vscode.l10n.t("The environment is our own, and the credential may be sent there."),
          value: true,
        },
      ],
    });
    if (typeof answer === "string") return answer;
    return answer.value ? draft : "back";
  };
}

/** For a record that came here without being asked about. */
export async function acceptsHost({ name, host }: Connection): Promise<boolean> {
  const yes = vscode.l10n.t("The Host Is Right");
  const question = vscode.l10n.t("“{0}” leads to {1}. Is that right?", name, host);
  const detail = notVendors(host);
  return (await askModally({ id: "connection.host", level: "warning", text: question, detail }, yes)) === yes;
}

function notVendors(host: string): string {
  return vscode.l10n.t("This is not a Kore.ai host: {0}", host);
}
