import type * as vscode from "vscode";
import { accountNamesOf, type NamesIn } from "../../core/completion/known-names";
import type { LedgerEntry } from "../../core/ledger/entry";
import { visibleLine } from "../../core/text/visible";
import { describeAge } from "../history/age";
import type { Submissions } from "../submission/ledger";
import type { WorkspaceCampaigns } from "./campaigns";

export interface KnownNamesDeps {
  readonly campaigns: Pick<WorkspaceCampaigns, "namesBeside">;
  readonly submissions: Pick<Submissions, "ledger" | "onDidChange">;
  /** Whether a ledger exists. Without one, its code is not loaded. */
  readonly hasLedger: () => Promise<boolean>;
  readonly log: vscode.LogOutputChannel;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** The lists and queues that a person has used before. */
export interface KnownNamesSource {
  /** Those of submissions that created a campaign, newest first, then those of the other campaigns in the workspace. */
  namesFor(uri: vscode.Uri): Promise<readonly NamesIn[]>;
  dispose(): void;
}

/** Nothing here asks the account. */
export function registerKnownNames({
  campaigns,
  submissions,
  hasLedger,
  log,
  now = Date.now,
}: KnownNamesDeps): KnownNamesSource {
  let submitted: readonly Submitted[] | undefined;
  let reads = 0;
  const subscription = submissions.onDidChange(() => {
    submitted = undefined;
    reads++;
  });
  const readSubmitted = async (): Promise<readonly Submitted[]> => {
    if (submitted !== undefined) return submitted;
    if (!(await hasLedger())) return [];
    const read = reads;
    const { entries } = await (await submissions.ledger()).history();
    const found = entries.flatMap(toSubmitted);
    // The ledger may have changed meanwhile.
    if (read === reads) submitted = found;
    return found;
  };
  return {
    namesFor: async (uri) => {
      const sent = await readSubmitted().catch((error: unknown) => {
        log.debug(`Names in the submission log: ${String(error)}`);
        return [];
      });
      return [
        ...sent.map(({ names, at, connection }) => ({
          names,
          origin: `submitted ${describeAge(at, now(), "long")} to ${connection}`,
        })),
        ...campaigns.namesBeside(uri),
      ];
    },
    dispose: () => void subscription.dispose(),
  };
}

interface Submitted extends Pick<NamesIn, "names"> {
  readonly at: number;
  readonly connection: string;
}

/** Only names with which a campaign was created, because those of a rejected one may not exist. */
function toSubmitted(entry: LedgerEntry): Submitted[] {
  const { state, body, at, connectionName } = entry;
  const isCreated = state === "accepted" || (state === "unknown" && entry.resolution?.kind === "found");
  if (!isCreated || body === undefined) return [];
  return [{ names: accountNamesOf(parsed(body)), at, connection: visibleLine(connectionName, 40) }];
}

/** A stored body may be cut or redacted, so that it is not JSON any more. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
