import type { Comparison, Difference } from "../../comparison/compare";
import type { ChangedOmission, Omission } from "../../comparison/omission";
import type { CampaignReading } from "../../lifecycle/read-campaign";
import type { ListedCampaign } from "../../platform/list-campaigns";
import { minuteOf } from "../../text/local-time";
import { visibleLine } from "../../text/visible";
import { readFailure } from "../read-failure";
import { inWords, nameOf } from "../response-diff-text";

/** A difference as a sentence. */
export function differenceText({ pointer, file, account }: Difference): string {
  const list = pointer.endsWith("/-") ? pointer.slice(0, -2) : undefined;
  if (list !== undefined)
    return `${nameOf(list)}: the account also has ${inWords(account)}, the file does not.`;
  return account === undefined
    ? `${nameOf(pointer)}: the account does not have ${inWords(file)}.`
    : `${nameOf(pointer)}: ${inWords(file)} in the file, ${inWords(account)} in the account.`;
}

/** A value that the account has and the file omits, as a sentence. */
export function omissionText({ pointer, account }: Omission): string {
  return `${nameOf(pointer)}: ${inWords(account)} in the account, missing in the file.`;
}

/** An omitted value that an update changed, as a sentence. */
export function changedText({ pointer, before, after }: ChangedOmission): string {
  const now = after === undefined ? "not returned" : inWords(after);
  return `${nameOf(pointer)}: ${inWords(before)} before the update, ${now} after it, missing in the file.`;
}

/** Undefined if everything was compared. */
export function notComparedText({ notCompared }: Pick<Comparison, "notCompared">): string | undefined {
  const names = notCompared.slice(0, MAX_NAMES).map(nameOf);
  const more = notCompared.length - names.length;
  const all = [...names, ...(more > 0 ? [`${more} more`] : [])].join(", ");
  return names.length === 0 ? undefined : `Not compared, because the platform does not return it: ${all}.`;
}

/** What a campaign file cannot contain of the account's schedule. At least one key. */
export function leftOutText(keys: readonly string[]): string {
  return `The account's schedule also has ${visibleLine(keys.join(", "), 200)}, which a campaign file can't contain.`;
}

const MAX_NAMES = 10;

/** "2 values". */
export function countOf(differences: readonly unknown[]): string {
  return differences.length === 1 ? "1 value" : `${differences.length} values`;
}

/** A campaign of the account: “Spring” (cd-…, Ready). */
export function campaignText({ name, id, state }: Pick<ListedCampaign, "name" | "id" | "state">): string {
  const shown = [visibleLine(id, 60), ...(state === undefined ? [] : [visibleLine(state, 40)])];
  return `“${visibleLine(name, 100)}” (${shown.join(", ")})`;
}

/** Why a campaign of the account was not read, as a sentence. */
export function notReadText(reading: Exclude<CampaignReading, { readonly kind: "read" }>): string {
  switch (reading.kind) {
    case "missing":
      return "The account has no such campaign.";
    case "ambiguous":
      return `The account has ${reading.campaigns.length} campaigns of this name: ${listed(reading.campaigns)}.`;
    case "unavailable":
      return `The campaign could not be read: ${readFailure(reading.outcome)}.`;
    case "incomplete":
      return "Could not determine whether the account has the campaign: it has more campaigns than could be read.";
  }
}

function listed(campaigns: readonly ListedCampaign[]): string {
  const shown = campaigns.slice(0, MAX_NAMES).map(({ id, state, createdAt }) => {
    const made = createdAt === undefined ? [] : [`created ${minuteOf(createdAt)}`];
    const facts = [...(state === undefined ? [] : [visibleLine(state, 40)]), ...made].join(", ");
    return `${visibleLine(id, 60)}${facts === "" ? "" : ` (${facts})`}`;
  });
  const more = campaigns.length - shown.length;
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join(", ");
}
