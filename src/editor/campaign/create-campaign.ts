import * as vscode from "vscode";
import { newCampaignSnippet } from "../../core/completion/new-campaign";
import type { Snippet } from "../../core/completion/snippets";
import { refuse, type Parsed } from "../../core/text/parsed";
import { languageId } from "../ui/language-id";
import { askChoice, runSteps, textStep, type Choice, type Step } from "../ui/multi-step-input";
import { locationSteps, uriOf, type Location } from "./ask-for-location";
import { completeStep } from "../ui/first-steps";
import { defaultCallerId } from "./default-caller-id";

/** The time zones that a person can choose from. */
export interface Zones {
  /** The names that match a typed place, the likeliest first; all for an empty text. */
  readonly find: (typed: string) => readonly string[];
  /** The details next to each name. */
  readonly describe: (names: readonly string[]) => readonly string[];
  /** The zone that is selected first. Undefined if neither a setting nor this computer names a place. */
  readonly first: string | undefined;
}

interface Draft extends Location {
  readonly mode: string;
  readonly name: string;
  readonly timezone: string;
}

const title = "New Campaign File";

/** More would only slow the list down. */
const maxZones = 100;

/**
 * Asks for mode, name, time zone and location, and opens an unsaved campaign with them. The tab stops of the values
 * that are left to fill in are active, the first one selected. VS Code saves an untitled document that has a path
 * without asking, so the document gets the path that the person chose, or no path: VS Code then asks for one on save.
 */
export async function createCampaignFrom(
  templates: ReadonlyMap<string, Snippet>,
  zones: Zones,
): Promise<void> {
  const [first = ""] = templates.keys();
  const start = { mode: first, name: "", timezone: zones.first ?? "", folder: undefined, path: "" };
  const draft = await runSteps<Draft>(start, () => [
    modeStep(templates),
    textStep("name", title, {
      prompt:
        "Enter the campaign’s name. It identifies the campaign in the account, so it has to be new there.",
      placeholder: "Spring billing reminder",
      check: parseName,
    }),
    zoneStep(zones),
    ...locationSteps<Draft>(title),
  ]);
  const template = draft && templates.get(draft.mode);
  if (draft === undefined || template === undefined) return;
  const uri = uriOf(draft);
  const document =
    uri === undefined
      ? await vscode.workspace.openTextDocument({ language: languageId, content: "" })
      : await vscode.workspace.openTextDocument(uri.with({ scheme: "untitled" }));
  const editor = await vscode.window.showTextDocument(
    await vscode.languages.setTextDocumentLanguage(document, languageId),
  );
  const text = newCampaignSnippet(template, { ...draft, callerId: defaultCallerId() });
  await editor.insertSnippet(new vscode.SnippetString(text));
  completeStep("campaignJson.created");
}

function modeStep(templates: ReadonlyMap<string, Snippet>): Step<Draft> {
  return async (draft, position) => {
    const answer = await askChoice({
      ...position,
      title,
      placeholder: "Select how the campaign dials",
      items: [...templates].map(([name, { description }]) => ({
        label: name.replace(/ campaign$/, ""),
        detail: description,
        value: name,
      })),
      value: draft.mode,
    });
    return typeof answer === "string" ? answer : { ...draft, mode: answer.value };
  };
}

function zoneStep({ find, describe }: Zones): Step<Draft> {
  const choices = (names: readonly string[]): Choice<string>[] => {
    const details = describe(names);
    return names.map((name, index) => ({ label: name, description: details[index] ?? "", value: name }));
  };
  return async (draft, position) => {
    const first = draft.timezone === "" ? [] : [draft.timezone];
    const others = find("").filter((name) => !first.includes(name));
    const answer = await askChoice({
      ...position,
      title,
      placeholder: "Time zone of the calling hours: enter a city, country, abbreviation or offset",
      items: choices([...first, ...others]),
      value: draft.timezone,
      find: (typed) => choices(find(typed).slice(0, maxZones)),
    });
    return typeof answer === "string" ? answer : { ...draft, timezone: answer.value };
  };
}

function parseName(typed: string): Parsed<string> {
  const value = typed.trim();
  return value === "" ? refuse("Enter a name.") : { valid: true, value };
}
