import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { Connection } from "../../src/core/connection/connection";
import { practiceId } from "../../src/core/connection/environment";
import { ConnectionStore } from "../../src/editor/connections/store";
import { startPracticeServer, type PracticeServer } from "../../src/node/practice/server";
import { deactivate, reactivate, thisExtension } from "./activation";
import { closeAll, openFile, rangeOf } from "./campaigns";
import { completionAt, hoverAt, labelOf } from "./completion";

const list = '"Renewal Due - May/June 2025"';
const chosen = "campaignJson.connectionInUse";

function context(): vscode.ExtensionContext {
  return Reflect.get(globalThis, "campaignJsonContext") as vscode.ExtensionContext;
}

describe("Names from the account", () => {
  let server: PracticeServer;
  let store: ConnectionStore;
  let opened = 0;

  before(async () => {
    await openFile("names-from-account.campaign.json", "{}");
    await thisExtension().activate();
    await closeAll();
  });
  beforeEach(async () => {
    server = await startPracticeServer();
    store = new ConnectionStore(context().secrets);
  });
  afterEach(async () => {
    await closeAll();
    await server.close();
    for (const { id } of await store.list()) await store.remove(id);
    store.dispose();
    await use(practiceId);
  });

  /** Restarts the extension with this connection in use, which empties its cache. */
  const use = async (id: string): Promise<void> => {
    deactivate();
    await context().workspaceState.update(chosen, id);
    await reactivate();
  };
  const connect = async (changes: Partial<Connection> = {}): Promise<void> => {
    const connection = { ...server.connection, id: "names", name: "Names", ...changes };
    assert.equal((await store.save(connection)).kind, "saved");
    await use(connection.id);
  };
  const requested = (): string[] =>
    server.requests.map(({ url }) => url.replace(/\?.*/, "").split("/").at(-1) ?? "");
  const suggested = async (
    text: string,
    enough: (labels: readonly string[]) => boolean,
  ): Promise<readonly vscode.CompletionItem[]> => {
    const { document } = await openFile(`names-${++opened}.campaign.json`, text);
    const inQuotes = rangeOf(document, '""').start.translate(0, 1);
    return (await completionAt(document, inQuotes, enough)).items;
  };
  const hasList = (labels: readonly string[]): boolean => labels.includes(list);

  it("are offered with their origin after one read, once a person allowed it", async () => {
    await connect({ namesAllowed: true });
    const items = await suggested('{ "contactLists": [""] }', hasList);
    const found = items.filter((item) => labelOf(item) === list);
    assert.deepEqual(
      found.map(({ detail }) => detail),
      ["Contact list in Names"],
    );
    await suggested('{ "queue_name": "" }', (labels) => labels.includes('"Queue1"'));
    await suggested('{ "contactLists": [""] }', hasList);
    assert.deepEqual(requested(), ["getAllListDetails", "queues"]);
    const { document } = await openFile("hover.campaign.json", `{ "contactLists": [${list}] }`);
    const hover = await hoverAt(document, rangeOf(document, "Renewal").start);
    assert.match(
      hover.replaceAll("\\", ""),
      /Names: 240 contacts; ready; linked to no campaign\. Read just now/,
    );
    assert.equal(server.requests.length, 2);
  });

  it("are not requested before a person allowed it", async () => {
    await connect();
    const items = await suggested('{ "contactLists": [""] }', (labels) => labels.length > 0);
    assert.ok(!hasList(items.map(labelOf)));
    await suggested('{ "queue_name": "" }', (labels) => labels.length > 0);
    assert.deepEqual(requested(), []);
  });

  it("remain when the account cannot be reached any more", async () => {
    await connect({ namesAllowed: true });
    const hasQueue = (labels: readonly string[]): boolean => labels.includes('"Queue1"');
    await suggested('{ "queue_name": "" }', hasQueue);
    await server.close();
    await vscode.commands.executeCommand("campaignJson.refreshAccount");
    const labels = (await suggested('{ "queue_name": "" }', hasQueue)).map(labelOf);
    assert.ok(hasQueue(labels), labels.join());
    const others = await suggested('{ "contactLists": [""] }', (found) => found.length > 0);
    assert.ok(!hasList(others.map(labelOf)));
    assert.deepEqual(requested(), ["queues"]);
  });

  it("are read by the command in one call for each kind", async () => {
    await connect({ namesAllowed: true });
    for (let run = 0; run < 2; run++) await vscode.commands.executeCommand("campaignJson.refreshAccount");
    assert.deepEqual(requested(), ["getAllListDetails", "queues", "getAllCampaignDetails"]);
  });
});
