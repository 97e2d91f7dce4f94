import type * as vscode from "vscode";
import { isObject } from "../../core/text/json-guards";

/** A campaign whose state is followed until it is prepared. */
export interface FollowedCampaign {
  /** The submission in the ledger. */
  readonly entryId: string;
  /** The connection through which its state is read. */
  readonly connectionId: string;
  /** When following ends; milliseconds since 1970. */
  readonly until: number;
}

/** What this window follows, so that it continues after a reload. Contains no credential and no name. */
export interface Followed {
  all(): readonly FollowedCampaign[];
  add(one: FollowedCampaign): void;
  remove(entryId: string): void;
}

const key = "campaignJson.followed";

/** `state` is that of the open folder, so that another window does not follow the same campaigns. */
export function followedIn(state: vscode.Memento): Followed {
  const all = (): readonly FollowedCampaign[] => {
    const saved = state.get<unknown>(key);
    return Array.isArray(saved) ? saved.filter(isFollowed) : [];
  };
  const others = (entryId: string): FollowedCampaign[] => all().filter((one) => one.entryId !== entryId);
  return {
    all,
    add: (one) => void state.update(key, [...others(one.entryId), one]),
    remove: (entryId) => void state.update(key, others(entryId)),
  };
}

function isFollowed(value: unknown): value is FollowedCampaign {
  return (
    isObject(value) &&
    typeof value["entryId"] === "string" &&
    typeof value["connectionId"] === "string" &&
    typeof value["until"] === "number"
  );
}
