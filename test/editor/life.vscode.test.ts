import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, openFile, springWith } from "./campaigns";
import { thisExtension } from "./activation";
import { forgetSubmissions, openLedger } from "./history";
import { until } from "./until";

type Show = (text: string, ...given: unknown[]) => Thenable<unknown>;

const shows = ["showInformationMessage", "showWarningMessage", "showErrorMessage"] as const;

/** Stands in for the person: VS Code shows no dialog while tests run. */
class Person {
  /** The buttons that are pressed in the next dialogs. */
  readonly presses: string[] = [];
  /** The questions of the dialogs, with their details. */
  readonly asked: string[] = [];
  readonly #shown = new vscode.EventEmitter<void>();
  readonly #messages: string[] = [];
  readonly #own = shows.map((name) => [name, vscode.window[name]] as const);

  constructor() {
    const show: Show = (text, options, ...items) => Promise.resolve(this.#answer(text, options, items));
    Object.assign(vscode.window, Object.fromEntries(shows.map((name) => [name, show])));
  }

  dispose(): void {
    Object.assign(vscode.window, Object.fromEntries(this.#own));
    this.#shown.dispose();
  }

  #answer(text: string, options: unknown, items: readonly unknown[]): unknown {
    if (typeof options === "object" && options !== null && "modal" in options) {
      const { detail = "" } = options as vscode.MessageOptions;
      this.asked.push(`${text}\n${detail}`);
      const pressed = this.presses.shift();
      return items.find((item) => (item as vscode.MessageItem).title === pressed);
    }
    this.#messages.push(text);
    this.#shown.fire();
    return undefined;
  }

  /** Waits for a notification, and returns it. */
  notified(words: RegExp): Promise<string> {
    return until(
      this.#shown.event,
      () => this.#messages.find((text) => words.test(text)),
      () => `Shown are:\n${this.#messages.join("\n")}\nAsked was:\n${this.asked.join("\n")}`,
    );
  }
}

describe("The life of a campaign in the editor", () => {
  let person: Person;
  before(async () => {
    await openFile("woken.campaign.json", "{}");
    await thisExtension().activate();
    await closeAll();
    await forgetSubmissions();
    person = new Person();
  });
  after(async () => {
    person.dispose();
    await closeAll();
    await vscode.commands.executeCommand("campaignJson.stopPracticeServer");
    await forgetSubmissions();
  });

  /** Runs a command on the file and presses a button of its question. */
  const run = async (command: string, press: string, uri: vscode.Uri): Promise<string> => {
    person.presses.push(press);
    await vscode.commands.executeCommand(`campaignJson.${command}`, uri);
    return person.asked.at(-1) ?? "";
  };

  it("is created, ready, started, active, stopped, and opened as a file again", async () => {
    const text = await springWith(["Bills owed in July", "CL Only 2020 Dec 4"]);
    const { document } = await openFile("life.campaign.json", text);
    const { uri } = document;
    assert.match(await run("submit", "Submit", uri), /^Create “Spring reminder” on the practice server\?/);
    await person.notified(/^Campaign accepted: cd-/);
    await person.notified(/^“Spring reminder” is Ready\. Start it\?$/);

    assert.match(await run("start", "Start Campaign", uri), /State: Ready\n/);
    await person.notified(/^Campaign started: cd-/);
    await vscode.commands.executeCommand("campaignJson.refreshCampaign", uri);
    await person.notified(/^“Spring reminder” is Active\.$/);
    await vscode.commands.executeCommand("campaignJson.start", uri);
    await person.notified(/^The campaign is already active: cd-/);

    assert.match(await run("stop", "Stop Campaign", uri), /Stopping is not pausing/);
    await person.notified(/^Campaign stopped: cd-/);

    const { entries } = await openLedger().history();
    assert.deepEqual(
      entries.map(({ change, state }) => [change?.action, state]),
      [
        ["stop", "accepted"],
        ["start", "accepted"],
        [undefined, "accepted"],
      ],
    );
    await vscode.commands.executeCommand("campaignJson.pull", entries.at(-1));
    await person.notified(/^“Spring reminder” was opened as an unsaved file\./);
    const pulled = vscode.window.activeTextEditor?.document;
    assert.equal(pulled?.languageId, "campaign-json");
    assert.match(pulled.getText(), /"name": "Spring reminder"[^]*"maxSkips": "<not returned>"/);
  });
});
