import path from "node:path";
import type { Locator, Page } from "playwright-core";
import { readFileSync } from "node:fs";
import { repositoryRoot } from "../host/cache.mjs";

const texts = read("package.nls.json") as Readonly<Record<string, string>>;

/** A command as the palette lists it: `Category: Title`. `id` goes without its prefix. */
export function commandTitle(id: string): string {
  return `${text("category")}: ${text(`command.${id}`)}`;
}

const historyView = text("view.history");
/** The command that gives the view of submissions the keyboard, and the view. */
export const focusHistoryView = `${text("view.container")}: Focus on ${historyView} View`;
export const historyPane = (page: Page): Locator => page.locator(".pane", { hasText: historyView });
/** The command that gives the view of the account's campaigns the keyboard. */
export const focusCampaignsView = `${text("view.container")}: Focus on ${text("view.campaigns")} View`;

function text(key: string): string {
  const found = texts[key];
  if (found === undefined) throw new Error(`The manifest has no text ${key}.`);
  return found;
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(path.join(repositoryRoot, file), "utf8"));
}
