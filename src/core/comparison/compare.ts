import { valueDiff } from "../answer/value-diff";
import { toPointer } from "../campaign/pointer";
import { withoutSchema } from "../campaign/request-body";
import { isObject } from "../text/json-guards";
import type { AccountValues } from "./account-values";

/** A value that the account has differently. */
export interface Difference {
  /** An RFC 6901 pointer into the file. Ends in `/-`, after the last item, for an item that is only in the account. */
  readonly pointer: string;
  /** Absent for an item that is only in the account. */
  readonly file?: unknown;
  /** Absent for an item that is only in the file. */
  readonly account?: unknown;
}

export interface Comparison {
  /** In the order of the file. */
  readonly differences: readonly Difference[];
  /** Pointers of the properties that the account does not return. Of an omitted object, only the object. */
  readonly notCompared: readonly string[];
}

/**
 * Compares a campaign file with a campaign of the account by meaning: the order of keys, windows and lists, the spelling
 * of times and numbers, and values that only the account has do not matter. `file` is parsed JSON.
 */
export function compareWithAccount(file: unknown, account: AccountValues): Comparison {
  const campaign = withoutSchema(file);
  const found = [...valueDiff(isObject(campaign) ? campaign : {}, account)];
  return {
    differences: found
      .filter((one) => one.kind === "changed")
      .map(({ path, sent, got }) => ({
        pointer: toPointer(path),
        ...(sent === undefined ? {} : { file: sent }),
        ...(got === undefined ? {} : { account: got }),
      })),
    notCompared: found.filter((one) => one.kind === "not-echoed").map(({ path }) => toPointer(path)),
  };
}
