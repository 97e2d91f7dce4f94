import type * as vscode from "vscode";
import type { Connection } from "../../core/connection/connection";
import { phaseOf } from "../../core/lifecycle/phase";
import type { ListedCampaign } from "../../core/platform/list-campaigns";
import { visibleLine } from "../../core/text/visible";

/** The connection through which a campaign was read, without its credential. */
export type ReadThrough = Pick<Connection, "id" | "name" | "host" | "accountId" | "streamId">;

/** A campaign of the account, as the view lists it. */
export interface CampaignRow {
  readonly kind: "account-campaign";
  readonly through: ReadThrough;
  readonly campaign: ListedCampaign;
  /** The file that it comes from, if the submission log or its name identifies one. */
  readonly file?: vscode.Uri;
}

export function isCampaignRow(value: unknown): value is CampaignRow {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "account-campaign";
}

export function readThrough({ id, name, host, accountId, streamId }: Connection): ReadThrough {
  return { id, name, host, accountId, streamId };
}

/** Which commands apply to a campaign: those that its state allows. */
export const canStart = ({ state = "" }: ListedCampaign): boolean =>
  ["ready", "stopped", "completed"].includes(phaseOf(state));
export const canStop = ({ state = "" }: ListedCampaign): boolean => phaseOf(state) === "active";

/**
 * Whether each word of the filter is part of what the view shows of a campaign. `state:` and `mode:` before a word
 * restrict it to the state and the dialing mode. Ignores case.
 */
export function matchesFilter({ campaign, file }: CampaignRow, filter: string): boolean {
  const { name, id, state = "", mode = "", queue = "" } = campaign;
  const all = visibleLine([name, state, mode, queue, id, file?.path ?? ""].join("\n"), 4_000).toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s/)
    .every((word) => {
      if (word.startsWith("state:")) return state.toLowerCase().includes(word.slice("state:".length));
      if (word.startsWith("mode:")) return mode.toLowerCase().includes(word.slice("mode:".length));
      return all.includes(word);
    });
}
