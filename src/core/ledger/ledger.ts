import type { Outcome } from "../platform/outcome";
import { finished, isOpen, isUnderWay, LEASE_MS, type Attempt, type FinishedEntry } from "./entry";
import type { LedgerEntry, PendingEntry } from "./entry";
import { orphanedEntries, type Orphaned } from "./orphaned";
import { ledgerText, type Damage } from "./ledger-text";
import { earlierSubmissions, type Acknowledged, type EarlierSubmission } from "./earlier";
import { obstacleOf, refusalOf, type BeginRefusal, type Obstacle } from "./refusal";
import { resolved, type ToResolve } from "./resolve";
import type { LedgerStore } from "./store";

export type { Damage } from "./ledger-text";
export type { Orphaned } from "./orphaned";
export type { Acknowledged, EarlierSubmission } from "./earlier";
export type { BeginRefusal, Obstacle } from "./refusal";
export type { ToResolve } from "./resolve";
export type { LedgerChange, LedgerStore } from "./store";

export interface LedgerDeps {
  readonly store: LedgerStore;
  /** Milliseconds since 1970, as `Date.now`. */
  readonly now: () => number;
  /** Unique for this window or process while it runs. */
  readonly owner: string;
  /** Called when a damaged text was set aside, whatever operation found it, so that a person is notified. */
  readonly onDamage: (damage: Damage) => void;
  /** Creates the IDs of entries; random UUIDs by default. */
  readonly randomId?: () => string;
}

export type BeginResult =
  /** The submission is recorded, so it may be sent. */
  { readonly kind: "begun"; readonly entry: PendingEntry } | BeginRefusal;

/** The log's knowledge about an attempt before it begins. */
export interface Assessment {
  /** Why it must not begin, even if a person confirms. */
  readonly obstacle?: Obstacle;
  /** The earlier submissions to show before a person confirms. */
  readonly prior: readonly EarlierSubmission[];
}

export interface History {
  /** Newest first. */
  readonly entries: readonly LedgerEntry[];
  readonly damage?: Damage;
}

/**
 * All operations reject if the store cannot be used, and for no other reason. At a start, call `repair`, then
 * `orphaned`.
 */
export interface Ledger {
  /**
   * Records a submission before it leaves. `acknowledged` is what `assess` reported and a person read. Aborting the
   * signal ends the wait for the store: the promise rejects and nothing was recorded.
   */
  begin(attempt: Attempt, acknowledged?: readonly Acknowledged[], signal?: AbortSignal): Promise<BeginResult>;
  /** Renews the lease. The owner calls it every `RENEW_MS` until the end. */
  renew(entry: PendingEntry): Promise<void>;
  /** Records the outcome, even if the entry was reported as orphaned or was removed from the log. */
  finish(entry: PendingEntry, outcome: Outcome): Promise<FinishedEntry>;
  /** Resolves an open entry. False if its owner is still active, its response arrived, or another window was faster. */
  resolve(id: string, resolution: ToResolve, signal?: AbortSignal): Promise<boolean>;
  /** Records the last known state of an accepted or found campaign. */
  noteState(id: string, campaignState: string): Promise<void>;
  orphaned(): Promise<Orphaned>;
  history(): Promise<History>;
  /** Assesses an attempt, from one reading. `begin` checks it again. */
  assess(attempt: Attempt): Promise<Assessment>;
  /** Sets a damaged text aside and continues with its readable part. Undefined if the text was intact. */
  repair(signal?: AbortSignal): Promise<Damage | undefined>;
}

/** The log of requests from this computer that change an account, shared by all windows and processes that use the store. */
export function createLedger({ store, now, owner, onDamage, randomId }: LedgerDeps): Ledger {
  const { read: readLedger, write: writeLedger } = ledgerText();
  const newId = randomId ?? (() => crypto.randomUUID());
  const entriesNow = async (): Promise<readonly LedgerEntry[]> => readLedger(await store.read()).entries;

  /** Applies one change to the entries. A damaged text is never overwritten: it is set aside first. */
  const change = async <T>(
    toChange: (entries: readonly LedgerEntry[], damage?: Damage) => Change<T>,
    signal?: AbortSignal,
  ): Promise<T> => {
    let done: { readonly result: T; readonly replaced?: Damage } | undefined;
    await store.update((text) => {
      const { entries, damage } = readLedger(text);
      const { entries: changed, result } = toChange(entries, damage);
      done = { result };
      if (changed === undefined) return { text };
      if (damage === undefined || text === undefined) return { text: writeLedger(changed) };
      done = { result, replaced: damage };
      return { text: writeLedger(changed), setAside: text };
    }, signal);
    if (done === undefined) throw new Error("The store did not call what it was given.");
    if (done.replaced !== undefined) onDamage(done.replaced);
    return done.result;
  };

  /** Changes one entry, or none. */
  const changeOne = (
    id: string,
    to: (entry: LedgerEntry) => LedgerEntry | undefined,
    signal?: AbortSignal,
  ): Promise<boolean> =>
    change((entries) => {
      const entry = entries.find((other) => other.id === id);
      const changed = entry === undefined ? undefined : to(entry);
      return changed === undefined
        ? { result: false }
        : { entries: entries.map((other) => (other === entry ? changed : other)), result: true };
    }, signal);

  return {
    begin: (attempt, acknowledged = [], signal) =>
      change<BeginResult>((entries, damage) => {
        const refusal = refusalOf(attempt, entries, damage, acknowledged, now());
        if (refusal !== undefined) return { result: refusal };
        const at = now();
        const entry: PendingEntry = {
          ...attempt,
          id: newId(),
          at,
          state: "pending",
          owner,
          leaseUntil: at + LEASE_MS,
        };
        return { entries: [...entries, entry], result: { kind: "begun", entry } };
      }, signal),
    renew: async ({ id }) => {
      await changeOne(id, (entry) =>
        entry.state === "pending" ? { ...entry, leaseUntil: now() + LEASE_MS } : undefined,
      );
    },
    finish: (pending, outcome) =>
      change((entries) => {
        const entry = finished(pending, outcome, now());
        const others = entries.filter(({ id }) => id !== entry.id);
        return { entries: [...others, entry].sort((a, b) => a.at - b.at), result: entry };
      }),
    resolve: (id, resolution, signal) =>
      changeOne(
        id,
        (entry) =>
          isOpen(entry) && !isUnderWay(entry, now()) ? resolved(entry, resolution, now()) : undefined,
        signal,
      ),
    noteState: async (id, campaignState) => {
      await changeOne(id, (entry) => (entry.state === "pending" ? undefined : { ...entry, campaignState }));
    },
    orphaned: async () => orphanedEntries(await entriesNow(), now()),
    history: async () => {
      const { entries, ...damage } = readLedger(await store.read());
      return { entries: entries.toReversed(), ...damage };
    },
    assess: async (attempt) => {
      const { entries, damage } = readLedger(await store.read());
      const obstacle = obstacleOf(attempt, entries, damage, now());
      return { ...(obstacle === undefined ? {} : { obstacle }), prior: earlierSubmissions(entries, attempt) };
    },
    repair: (signal) =>
      change(
        (entries, damage) => (damage === undefined ? { result: undefined } : { entries, result: damage }),
        signal,
      ),
  };
}

interface Change<T> {
  /** Absent if nothing is written. */
  readonly entries?: readonly LedgerEntry[];
  readonly result: T;
}
