import { fake, newWindow, settled } from "./fake-vscode";
import type * as vscode from "vscode";
import type { Connection } from "../../../src/core/connection/connection";
import { sendOnce } from "../../../src/core/ledger/send-once";
import { accountValues, type FromList } from "../../../src/core/comparison/account-values";
import type { JsonObject } from "../../../src/core/text/json-guards";
import { findInList } from "../../../src/core/lifecycle/find-target";
import type { ExchangeParameters } from "../../../src/core/platform/exchange";
import { updateCampaign } from "../../../src/core/platform/existing/update-campaign";
import { triggerCampaign } from "../../../src/core/platform/existing/trigger-campaign";
import type { ListedCampaign } from "../../../src/core/platform/list-campaigns";
import type { Outcome } from "../../../src/core/platform/outcome";
import type { HttpResult } from "../../../src/core/platform/transport";
import type { CampaignRow } from "../../../src/editor/lifecycle/campaign-row";
import { registerLifecycle } from "../../../src/editor/lifecycle/register";
import type { Submissions } from "../../../src/editor/submission/ledger";
import type { SubmissionModule } from "../../../src/editor/submission/submission-module";
import { computer, type Computer } from "../submission/attempts";
import { answered } from "../submission/run-scene";
import { acme, connectionsOf, recordOf, SecretStorage } from "./secret-storage";
import { log, openWorkspace } from "./workspace";

/** Calls nobody, so no name is typed. */
export const test: Connection = { ...acme, id: "test", name: "Test", production: false };

export const campaign = (changes: Partial<ListedCampaign> = {}): ListedCampaign => ({
  ...{ id: "cd-1", name: "Spring", state: "Ready", mode: "Preview", queue: "Queue", contactLists: ["List"] },
  ...changes,
});

/** A window on an account whose campaigns a test chooses. */
export class LifecycleScene {
  campaigns: ListedCampaign[] = [campaign()];
  complete = true;
  /** What the get call returns of each, besides its name. */
  data: JsonObject = {};
  /** What each read of the list returns instead. */
  failure: Outcome | undefined;
  /** The calls, in order. */
  readonly calls: string[] = [];
  readonly watched: string[] = [];
  readonly printed: string[] = [];
  /** Reads the campaigns in the workspace again. */
  readWorkspace: () => Promise<void> = () => Promise.resolve();
  /** How often the code was loaded. */
  loads = 0;
  respond: () => HttpResult | Promise<HttpResult> = () => this.#trigger();
  /** How the platform responds to an update. */
  update: (body: string) => HttpResult | Promise<HttpResult> = (body) => {
    this.data = JSON.parse(body) as JsonObject;
    return answered(200, { status: "success", message: "updated", data: { _id: "cd-1" } });
  };
  readonly computer: Computer = computer();
  readonly secrets: SecretStorage;
  #trigger = (): HttpResult => answered(200, { status: "Active", message: "Campaign Started" });

  constructor(readonly connection: Connection) {
    newWindow();
    this.secrets = new SecretStorage(connection);
  }

  static async open(connection: Connection = test): Promise<LifecycleScene> {
    const scene = new LifecycleScene(connection);
    await scene.#register(await scene.#submitting());
    return scene;
  }

  /** A window whose requests reach the server of the connection. */
  static async openOn(connection: Connection): Promise<LifecycleScene> {
    const scene = new LifecycleScene(connection);
    await scene.#register(await import("../../../src/submitting"));
    return scene;
  }

  async #submitting(): Promise<Partial<SubmissionModule>> {
    return {
      ...(await import("../../../src/submitting")),
      listCampaigns: () => {
        this.calls.push("list");
        return Promise.resolve(
          this.failure === undefined
            ? { kind: "listed", items: this.campaigns, complete: this.complete }
            : { kind: "unavailable", outcome: this.failure },
        );
      },
      findTarget: (reading, named) => {
        this.calls.push("find");
        const listed = { kind: "listed", items: this.campaigns, complete: this.complete } as const;
        return findInList(reading as ExchangeParameters, named, listed);
      },
      campaignState: ({ campaignId }) => {
        this.calls.push("state");
        const state = this.campaigns.find(({ id }) => id === campaignId)?.state ?? "Ready";
        return Promise.resolve({ kind: "known", state, message: "" });
      },
      readOne: (_reading, campaignId, listed) => this.#read(campaignId, listed),
      campaignReader: (_reading, campaignId, fresh) => {
        let known = fresh;
        return () => {
          if (known === undefined) this.calls.push("find");
          const listed = known ?? this.campaigns.find(({ id }) => id === campaignId) ?? {};
          known = undefined;
          return this.#read(campaignId, listed);
        };
      },
      updateOnce: (parameters) =>
        sendOnce({ ...parameters, every: () => () => undefined }, () =>
          updateCampaign({
            ...parameters,
            now: () => this.computer.now,
            transport: async ({ body }) => {
              this.calls.push("update");
              return this.update(body ?? "");
            },
          }),
        ),
      triggerOnce: (parameters) =>
        sendOnce({ ...parameters, every: () => () => undefined }, () =>
          triggerCampaign({
            ...parameters,
            now: () => this.computer.now,
            transport: async ({ url }) => {
              this.calls.push(/(play|stop)/.exec(url)?.[1] ?? url);
              return this.respond();
            },
          }),
        ),
      pollState: () => {
        this.calls.push("poll");
        return Promise.resolve({ kind: "still-preparing" });
      },
    };
  }

  #read(campaignId: string, listed: FromList): ReturnType<SubmissionModule["readOne"]> {
    this.calls.push("read");
    const { failure } = this;
    if (failure !== undefined) return Promise.resolve({ kind: "unavailable", outcome: failure });
    const {
      id,
      name,
      state = "Ready",
    } = this.campaigns.find((each) => each.id === campaignId) ?? campaign({ id: campaignId });
    const data = { name, ...this.data };
    return Promise.resolve({
      kind: "read",
      campaign: { id, name, state, data },
      values: accountValues(data, listed),
    });
  }

  async #register(submitting: Partial<SubmissionModule>): Promise<void> {
    fake.addFolder("file:///work");
    const ledger = this.computer.window();
    const workspace = await openWorkspace();
    this.readWorkspace = () => workspace.campaigns.refresh();
    registerLifecycle({
      ...{ connections: connectionsOf(this.secrets, this.connection.id), log, checking: workspace },
      submissions: {
        ledger: () => Promise.resolve(ledger),
        changed: () => undefined,
      } as unknown as Submissions,
      watch: { start: ({ id }) => this.watched.push(id), dispose: () => undefined },
      campaigns: workspace.campaigns,
      loadSubmitting: () => Promise.resolve(submitting as SubmissionModule),
      loadManaging: () => {
        this.loads++;
        return import("../../../src/managing");
      },
      output: { appendLine: (text: string) => this.printed.push(text) } as unknown as vscode.OutputChannel,
    });
    await settled();
  }

  /** Acts like another window that removes the connection in use. */
  async removeConnection(): Promise<void> {
    await this.secrets.delete(recordOf(this.connection));
    await settled();
  }
}

export function view(): {
  readonly rows: readonly CampaignRow[];
  readonly title: string | undefined;
  readonly message: string | undefined;
} {
  const { treeDataProvider, title, message } = fake.views.get("campaignJson.campaigns")!;
  const rows = (treeDataProvider as vscode.TreeDataProvider<CampaignRow>).getChildren() as CampaignRow[];
  return { rows, title, message };
}

/** The line of the view for a row. */
export async function lineOf(row: CampaignRow): Promise<vscode.TreeItem> {
  const { treeDataProvider } = fake.views.get("campaignJson.campaigns")!;
  return (treeDataProvider as vscode.TreeDataProvider<CampaignRow>).getTreeItem(row);
}

/** The value that a context key was set to last. */
export function contextKey(key: string): unknown {
  return fake.executed.findLast(({ id, given }) => id === "setContext" && given[0] === key)?.given[1];
}
