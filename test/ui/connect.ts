import type { CampaignWindow } from "./campaign-window";

export interface TypedConnection {
  readonly name: string;
  readonly host: string;
  readonly accountId: string;
  readonly streamId: string;
  readonly production: boolean;
  readonly credential:
    { readonly token: string } | { readonly clientId: string; readonly clientSecret: string };
}

export const readyToken = "A ready token (JWT)";
export const clientAndSecret = "Client id and client secret";

/** Adds a connection by keyboard, to a host that nobody is asked about. */
export async function addConnection(window: CampaignWindow, typed: TypedConnection): Promise<void> {
  await window.runCommand("Campaign: Add Connection…");
  await window.acceptQuickInput(typed.name, "(1/7)");
  await window.acceptQuickInput(typed.host, "(2/7)");
  await window.acceptQuickInput(typed.accountId, "(3/7)");
  await window.acceptQuickInput(typed.streamId, "(4/7)");
  await window.pickQuickItem(
    typed.production ? "Yes, it calls real people" : "No, it is a test account",
    "(5/7)",
  );
  const { credential } = typed;
  if ("token" in credential) {
    await window.pickQuickItem(readyToken, "(6/7)");
    await window.acceptQuickInput(credential.token, "(7/7)");
  } else {
    await window.pickQuickItem(clientAndSecret, "(6/7)");
    await window.acceptQuickInput(credential.clientId, "(7/8)");
    await window.acceptQuickInput(credential.clientSecret, "(8/8)");
  }
  await window.notification(`“${typed.name}” is saved.`);
}
