import { fake, newWindow, settled, type FakeDocument } from "./fake-vscode";
import { readNumber } from "../../../src/core/lint/read-phone-number";
import assert from "node:assert/strict";
import type * as vscode from "vscode";
import type { LedgerEntry } from "../../../src/core/ledger/entry";
import type { Ledger } from "../../../src/core/ledger/ledger";
import { registerCompletion } from "../../../src/editor/language/completion";
import { campaignReader } from "../../../src/editor/language/open-campaigns";
import { registerWorkspaceCampaigns, type WorkspaceCampaigns } from "../../../src/editor/workspace/campaigns";
import { registerKnownNames, type KnownNamesSource } from "../../../src/editor/workspace/known-names";
import * as languageModule from "../../../src/language";
import { attempt, START } from "../submission/attempts";
import { EventEmitter, values } from "./fake-vscode-values";
import { log } from "./workspace";

const day = 86_400_000;
const body = (list: string): string =>
  JSON.stringify({ contactLists: [list], queue_name: `Queue of ${list}` });
const finished = (list: string, changes: Partial<LedgerEntry> = {}): LedgerEntry =>
  ({
    ...attempt({ connectionName: "Acme", body: body(list) }),
    ...{ id: list, at: START, state: "accepted", finishedAt: START, message: "" },
    ...changes,
  }) as LedgerEntry;

describe("Known names in the editor", () => {
  let entries: LedgerEntry[] | Error = [];
  let reads = 0;
  let exists = true;
  let campaigns: WorkspaceCampaigns;
  let names: KnownNamesSource;
  let dispose: () => void = () => undefined;
  const changed = new EventEmitter<void>();

  const start = async (files: Readonly<Record<string, string>> = {}): Promise<void> => {
    newWindow().addFolder("file:///work");
    for (const [name, text] of Object.entries(files)) fake.files.set(`file:///work/${name}`, text);
    campaigns = registerWorkspaceCampaigns(log);
    const history = (): Promise<unknown> => {
      reads++;
      return entries instanceof Error ? Promise.reject(entries) : Promise.resolve({ entries });
    };
    names = registerKnownNames({
      campaigns,
      submissions: {
        ledger: () => Promise.resolve({ history } as Ledger),
        onDidChange: changed.event as vscode.Event<void>,
      },
      hasLedger: () => Promise.resolve(exists),
      log,
      now: () => START + 2 * day,
    });
    const read = campaignReader(() => Promise.resolve(languageModule), readNumber);
    const account = { namesFor: () => Promise.resolve({ sources: [], isPending: false }) };
    const completion = registerCompletion(read, names, account);
    dispose = () => [completion, names, campaigns].forEach((each) => void each.dispose());
    await settled();
  };
  const listsFor = async (file: string) => {
    const { uri } = (await fake.open(file)).real;
    return (await names.namesFor(uri)).map(({ origin, names: { contactList } }) => [
      origin,
      contactList.join(),
    ]);
  };

  beforeEach(() => {
    [entries, reads, exists] = [[], 0, true];
  });
  afterEach(() => dispose());

  it("come from the other campaigns of the workspace, and follow their changes", async () => {
    await start({
      "b.campaign.json": body("B"),
      "a.campaign.json": body("A"),
      "own.campaign.json": body("O"),
    });
    assert.deepEqual(await listsFor("file:///work/own.campaign.json"), [
      ["a.campaign.json", "A"],
      ["b.campaign.json", "B"],
    ]);
    const updated = new Promise<void>((resolve) => campaigns.onDidChange(() => resolve()));
    fake.remove("file:///work/a.campaign.json");
    await updated;
    assert.deepEqual(await listsFor("file:///work/own.campaign.json"), [["b.campaign.json", "B"]]);
  });

  it("come from the submissions that created a campaign", async () => {
    entries = [
      finished("A"),
      finished("Rejected", { state: "rejected" }),
      finished("Unknown", { state: "unknown" }),
      finished("Found", { state: "unknown", resolution: { kind: "found", at: START } }),
      finished("Cut", { body: '{ "contactLists": ["Cu' }),
    ];
    await start();
    const origin = "submitted 2 days ago to Acme";
    assert.deepEqual(await listsFor("file:///work/own.campaign.json"), [
      [origin, "A"],
      [origin, "Found"],
      [origin, ""],
    ]);
  });

  it("read the log once until it changes", async () => {
    await start();
    await listsFor("file:///work/own.campaign.json");
    await listsFor("file:///work/own.campaign.json");
    assert.equal(reads, 1);
    entries = [finished("New")];
    changed.fire();
    assert.deepEqual(await listsFor("file:///work/own.campaign.json"), [
      ["submitted 2 days ago to Acme", "New"],
    ]);
  });

  it("come from the workspace alone if the log can't be read or does not exist", async () => {
    entries = new Error("The disk is full.");
    await start({ "a.campaign.json": body("A") });
    assert.deepEqual(await listsFor("file:///work/own.campaign.json"), [["a.campaign.json", "A"]]);
    exists = false;
    reads = 0;
    changed.fire();
    assert.deepEqual(await listsFor("file:///work/own.campaign.json"), [["a.campaign.json", "A"]]);
    assert.equal(reads, 0);
  });

  it("appear on request in their values, and the log is not read for anything else", async () => {
    entries = [finished("Sent")];
    await start({ "a.campaign.json": body("A") });
    const labelsAt = async (marked: string, triggerCharacter?: string) => {
      const document = await fake.open("file:///work/own.campaign.json", marked.replace("|", ""));
      const labels = await complete(document, marked.indexOf("|"), triggerCharacter);
      await fake.close(document);
      return labels;
    };
    await labelsAt('{ "name": "|" }');
    await labelsAt('{ "description": "|" }');
    await labelsAt("{ | }");
    assert.deepEqual(await labelsAt('{ "queue_name": "|" }', '"'), []);
    assert.deepEqual(await labelsAt('{ "queue_name": "Q|" }', "Q"), []);
    assert.equal(reads, 0);
    assert.deepEqual((await labelsAt('{ "queue_name": "|" }')).slice(0, 2), [
      '"Queue of Sent" submitted 2 days ago to Acme',
      '"Queue of A" a.campaign.json',
    ]);
    assert.equal(reads, 1);
  });
});

async function complete(
  document: FakeDocument,
  offset: number,
  triggerCharacter?: string,
): Promise<readonly string[]> {
  const provider = fake.providers.at(-1)!.provider as vscode.CompletionItemProvider;
  const { CompletionTriggerKind: kinds } = values;
  const triggerKind = triggerCharacter === undefined ? kinds.Invoke : kinds.TriggerCharacter;
  const context = { triggerKind, triggerCharacter } as unknown as vscode.CompletionContext;
  const stop = { isCancellationRequested: false } as vscode.CancellationToken;
  const position = document.positionAt(offset) as vscode.Position;
  const items = await provider.provideCompletionItems(document.real, position, stop, context);
  const list = items instanceof values.CompletionList ? items.items : (items ?? []);
  return (list as readonly { readonly label: string | vscode.CompletionItemLabel }[]).map(({ label }) =>
    typeof label === "string" ? label : `${label.label} ${label.description ?? ""}`,
  );
}
