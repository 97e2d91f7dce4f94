import type * as vscode from "vscode";
import type { Connections } from "../connections/register";
import type { Checking } from "../problems/register";
import type { StatusWatch } from "../submission/watch-status";
import type { Submissions } from "../submission/ledger";
import type { LoadSubmission } from "../submission/submission-module";
import type { WorkspaceCampaigns } from "../workspace/campaigns";
import type { CampaignRow } from "./campaign-row";

export interface ManagerDeps {
  readonly checking: Checking;
  readonly connections: Connections;
  readonly submissions: Submissions;
  readonly watch: StatusWatch;
  readonly campaigns: Pick<WorkspaceCampaigns, "named">;
  readonly loadSubmitting: LoadSubmission;
  readonly output: vscode.OutputChannel;
  readonly log: vscode.LogOutputChannel;
}

/** The campaigns of the account in use, and what a person does with them. `target` is what a command was called with. */
export interface Manager {
  rows(): readonly CampaignRow[];
  toItem(row: CampaignRow): vscode.TreeItem;
  /** A warning to show above the rows, or an empty string. */
  message(): string;
  refresh(): Promise<void>;
  askForFilter(): Promise<void>;
  clearFilter(): void;
  refreshState(target: unknown): Promise<void>;
  copyId(target: unknown): Promise<void>;
  start(target: unknown): Promise<void>;
  stop(target: unknown): Promise<void>;
  pull(target: unknown): Promise<void>;
  compare(target: unknown): Promise<void>;
  update(target: unknown): Promise<void>;
  dispose(): void;
}

/** What the editor uses of `src/managing.ts`, which is loaded on demand. Only its types are imported here. */
export interface ManagingModule {
  /** `changed` is called when the rows may have changed. */
  readonly createManager: (deps: ManagerDeps, changed: () => void) => Manager;
}

export type LoadManaging = () => Promise<ManagingModule>;
