import { valueDiff, type Path } from "../answer/value-diff";
import { isForMode } from "../campaign/modes";
import { toPointer } from "../campaign/pointer";
import { isSame } from "../campaign/same-value";
import { isObject, type JsonObject } from "../text/json-guards";
import type { AccountValues } from "./account-values";

/** A value that the account has and the file omits. */
export interface Omission {
  /** An RFC 6901 pointer to a text, a number, true or false. */
  readonly pointer: string;
  readonly account: unknown;
}

/** An omitted value that an update changed. */
export interface ChangedOmission {
  readonly pointer: string;
  readonly before: unknown;
  /** Absent if the account does not return it after the update. */
  readonly after?: unknown;
}

/**
 * What an update could reset, because it replaces the whole campaign and the documentation does not cover omitted keys.
 * Does not include documented defaults, and properties that the file's dialing mode does not have. `file` is parsed JSON.
 */
export function omissionsOf(file: unknown, account: AccountValues): readonly Omission[] {
  return omittedOf(file, account).filter(({ pointer, account: value }) => !isDefault(pointer, value));
}

/** Which of the omissions before an update are different in the account after it. */
export function changedOmissions(
  file: unknown,
  before: readonly Omission[],
  account: AccountValues,
): readonly ChangedOmission[] {
  const now = new Map(omittedOf(file, account).map((one) => [one.pointer, one.account]));
  return before
    .filter(({ pointer, account: value }) => !isSame(now.get(pointer), value))
    .map(({ pointer, account: value }) => ({
      ...{ pointer, before: value },
      ...(now.has(pointer) ? { after: now.get(pointer) } : {}),
    }));
}

function omittedOf(file: unknown, account: AccountValues): readonly Omission[] {
  const campaign: JsonObject = isObject(file) ? file : {};
  return [...valueDiff(campaign, account)].flatMap((found) =>
    found.kind === "added" && isForMode(String(found.path[0]), campaign["dialingMode"])
      ? valuesIn(found.path, found.value)
      : [],
  );
}

/** A list counts as one value. */
function valuesIn(path: Path, value: unknown): readonly Omission[] {
  return isObject(value)
    ? Object.entries(value).flatMap(([key, below]) => valuesIn([...path, key], below))
    : [{ pointer: toPointer(path), account: value }];
}

/** By the vendor's sample of the create call. */
const DEFAULTS: Readonly<Record<string, unknown>> = { "/schedule/isSchedulingEnabled": false };

function isDefault(pointer: string, value: unknown): boolean {
  return Object.hasOwn(DEFAULTS, pointer) && String(DEFAULTS[pointer]) === String(value);
}
