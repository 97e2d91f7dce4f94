import { readLedger } from "../../core/ledger/ledger-text";
import type { LedgerEntry } from "../../core/ledger/entry";
import type { LedgerStore } from "../../core/ledger/store";
import { toResult } from "../../core/ledger/to-result";
import { parseDocument } from "../../core/campaign/document";
import { isObject, isText, type JsonObject } from "../../core/text/json-guards";
import { refuse, type Parsed } from "../../core/text/parsed";

/** What this computer recorded. A damaged ledger is repaired by the next submission. */
export async function recordedEntries(
  store: Pick<LedgerStore, "read">,
): Promise<Parsed<readonly LedgerEntry[]>> {
  const read = await toResult(store.read());
  return read.ok ? { valid: true, value: readLedger(read.value).entries } : refuse(read.detail);
}

/** A campaign that can be compared, although it may have errors. */
export function comparable(text: string): Parsed<JsonObject & { readonly name: string }> {
  const { value, syntaxErrors, refused } = parseDocument(text);
  if (refused !== undefined || syntaxErrors.length > 0 || !isObject(value))
    return refuse("The file is not valid JSON, so it can't be compared.");
  const { name } = value;
  return isText(name)
    ? { valid: true, value: { ...value, name } }
    : refuse("The campaign has no name, so it can't be found in the account.");
}
