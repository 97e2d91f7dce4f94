import { fake, settled, type FakeDocument } from "./fake-vscode";
import type * as vscode from "vscode";
import type { NamedItems, NamedPart } from "../../../src/core/account/list-named";
import type { Connection } from "../../../src/core/connection/connection";
import type { Listed } from "../../../src/core/platform/list-page";
import { readNumber } from "../../../src/core/lint/read-phone-number";
import { createAccountNames } from "../../../src/editor/account/account-names";
import { registerAccountNames, type AccountSource } from "../../../src/editor/account/suggest-names";
import { registerCompletion } from "../../../src/editor/language/completion";
import { registerHover } from "../../../src/editor/language/hover";
import { campaignReader } from "../../../src/editor/language/open-campaigns";
import * as languageModule from "../../../src/language";
import type { SubmissionModule } from "../../../src/editor/submission/submission-module";
import { values, type Hover, type MarkdownString } from "./fake-vscode-values";
import { acme, connectionsOf, recordOf, SecretStorage } from "./secret-storage";

export const allowed: Connection = { ...acme, namesAllowed: true };
export const refresh = "campaignJson.refreshAccount";
/** The answer that gives the permission. */
export const suggestNames = { title: "Suggest Names", button: "Suggest Names" };

const address = "file:///work/own.campaign.json";
const none = { isCancellationRequested: false } as vscode.CancellationToken;

const items: { readonly [P in NamedPart]: readonly NamedItems[P][] } = {
  contactList: [{ name: "Lis*t", status: "Ready", count: 12, campaigns: [] }],
  queue: [{ name: "Queue", active: false }],
  dncList: [{ name: "Do not call" }],
};

/** A window in which completion and hovers use the account of a connection. */
export class NamesScene {
  readonly secrets: SecretStorage;
  readonly account: AccountSource;
  /** How often the code was loaded, what was read, and what was logged. */
  loads = 0;
  readonly reads: NamedPart[] = [];
  readonly logged: string[] = [];
  /** What each read returns instead of names. */
  failure: Listed<never> | undefined;
  now = 0;
  readonly #registered: readonly { dispose(): unknown }[];

  constructor(connection: Connection, inUse?: string) {
    this.secrets = new SecretStorage(connection);
    const connections = connectionsOf(this.secrets, inUse);
    const listNamed = <P extends NamedPart>(part: P): Promise<Listed<NamedItems[P]>> => {
      this.reads.push(part);
      return Promise.resolve(this.failure ?? { kind: "listed", items: items[part], complete: true });
    };
    const log = (text: string) => this.logged.push(text);
    this.account = registerAccountNames({
      connections,
      loadAccountNames: () => {
        this.loads++;
        return Promise.resolve({
          createAccountNames: (deps) => createAccountNames({ ...deps, now: () => this.now }),
        });
      },
      loadSubmitting: () => Promise.resolve({ listNamed } as unknown as SubmissionModule),
      log: { info: log, error: log } as unknown as vscode.LogOutputChannel,
    });
    const read = campaignReader(() => Promise.resolve(languageModule), readNumber);
    const source = { namesFor: () => Promise.resolve([]) };
    this.#registered = [
      registerCompletion(read, source, this.account),
      registerHover(read, this.account),
      this.account,
      connections,
    ];
  }

  dispose(): void {
    for (const each of this.#registered) each.dispose();
  }

  /** The saved record. */
  get saved(): unknown {
    const record: unknown = JSON.parse(this.secrets.kept.get(recordOf(acme)) ?? "null");
    return record;
  }

  /** The names suggested at the `|`, with their origins, and whether the list is incomplete. */
  async suggested(marked: string, triggerCharacter?: string) {
    const document = await fake.open(address, marked.replace("|", ""));
    const list = await complete(document, marked.indexOf("|"), triggerCharacter);
    await fake.close(document);
    await settled();
    return list;
  }

  /** The texts of the hover at the `|`, without the schema's description. */
  async hovered(marked: string): Promise<readonly MarkdownString[]> {
    const document = await fake.open(address, marked.replace("|", ""));
    const provider = fake.providers.at(-1)!.provider as vscode.HoverProvider;
    const position = document.positionAt(marked.indexOf("|")) as vscode.Position;
    const hover = (await provider.provideHover(document.real, position, none)) as unknown as
      Hover | undefined;
    await fake.close(document);
    return ((hover?.contents ?? []) as readonly MarkdownString[]).slice(1);
  }
}

/** The schema's examples have no origin and are left out. */
async function complete(document: FakeDocument, offset: number, triggerCharacter?: string) {
  const provider = fake.providers.at(-2)!.provider as vscode.CompletionItemProvider;
  const { CompletionTriggerKind: kinds } = values;
  const triggerKind = triggerCharacter === undefined ? kinds.Invoke : kinds.TriggerCharacter;
  const context = { triggerKind, triggerCharacter } as unknown as vscode.CompletionContext;
  const position = document.positionAt(offset) as vscode.Position;
  const found: unknown = await provider.provideCompletionItems(document.real, position, none, context);
  const { items: all, isIncomplete } =
    found instanceof values.CompletionList ? found : new values.CompletionList();
  const labels = (all as readonly { readonly label: string | vscode.CompletionItemLabel }[]).flatMap(
    ({ label }) => (typeof label === "string" ? [] : [`${label.label} ${label.description ?? ""}`]),
  );
  return { labels, isIncomplete };
}
