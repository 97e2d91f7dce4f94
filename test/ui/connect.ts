import assert from "node:assert/strict";
import type { CampaignWindow } from "./campaign-window";
import { commandTitle } from "./command-titles";

export interface TypedConnection {
  readonly name: string;
  readonly host: string;
  readonly accountId: string;
  readonly streamId: string;
  readonly production: boolean;
  /** The host is neither the vendor's nor this computer, so a question asks for confirmation. */
  readonly isUnfamiliarHost?: boolean;
  readonly credential:
    { readonly token: string } | { readonly clientId: string; readonly clientSecret: string };
}

/** Labels of the choice of credentials. */
export const readyToken = /JWT/;
export const clientAndSecret = /client/i;

/** Adds a connection by keyboard and waits until it is saved. */
export async function addConnection(window: CampaignWindow, typed: TypedConnection): Promise<void> {
  await typeConnection(window, typed);
  assert.ok((await window.notified("connection.saved")).startsWith(`“${typed.name}” `));
}

/** Answers every question for a connection, and confirms an unfamiliar host. */
export async function typeConnection(window: CampaignWindow, typed: TypedConnection): Promise<void> {
  const asked = typed.isUnfamiliarHost === true ? 1 : 0;
  const at = (step: number, steps = 7): string => `(${step + asked}/${steps + asked})`;
  await window.runCommand(commandTitle("addConnection"));
  await window.acceptQuickInput(typed.name, "(1/7)");
  await window.acceptQuickInput(typed.host, "(2/7)");
  if (asked === 1) await window.pickQuickItem(/^Yes\b/, typed.host);
  await window.acceptQuickInput(typed.accountId, at(3));
  await window.acceptQuickInput(typed.streamId, at(4));
  await window.pickQuickItem(typed.production ? /^Yes\b/ : /^No\b/, at(5));
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
