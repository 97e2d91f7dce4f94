import assert from "node:assert/strict";
import type { CampaignWindow } from "./campaign-window";

export interface TypedConnection {
  readonly name: string;
  readonly host: string;
  readonly accountId: string;
  readonly streamId: string;
  readonly production: boolean;
  /** Neither a Kore.ai host nor this computer, so the person must confirm it. */
  readonly isStrangeHost?: boolean;
  readonly credential:
    { readonly token: string } | { readonly clientId: string; readonly clientSecret: string };
}

export const readyToken = "Token (JWT)";
export const clientAndSecret = "Client ID and client secret";

/** Adds a connection by keyboard and waits until it is saved. */
export async function addConnection(window: CampaignWindow, typed: TypedConnection): Promise<void> {
  await typeConnection(window, typed);
  assert.equal(
    await window.told("connection.saved"),
    `“${typed.name}” was saved. This window now submits to it.`,
  );
}

/** Answers every question for a connection. Confirms the host if asked. */
export async function typeConnection(window: CampaignWindow, typed: TypedConnection): Promise<void> {
  const asked = typed.isStrangeHost === true ? 1 : 0;
  const at = (step: number, steps = 7): string => `(${step + asked}/${steps + asked})`;
  await window.runCommand("Campaign: Add Connection…");
  await window.acceptQuickInput(typed.name, "(1/7)");
  await window.acceptQuickInput(typed.host, "(2/7)");
  if (asked === 1) await window.pickQuickItem(`Yes, use ${typed.host}`, `Not a Kore.ai host: ${typed.host}`);
  await window.acceptQuickInput(typed.accountId, at(3));
  await window.acceptQuickInput(typed.streamId, at(4));
  await window.pickQuickItem(
    typed.production ? "Yes, it calls real people" : "No, it is a test account",
    at(5),
  );
  const { credential } = typed;
  if ("token" in credential) {
    await window.pickQuickItem(readyToken, at(6));
    await window.acceptQuickInput(credential.token, at(7));
  } else {
    await window.pickQuickItem(clientAndSecret, at(6));
    await window.acceptQuickInput(credential.clientId, at(7, 8));
    await window.acceptQuickInput(credential.clientSecret, at(8, 8));
  }
}
