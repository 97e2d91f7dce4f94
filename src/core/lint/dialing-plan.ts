import type { Node } from "jsonc-parser";
import { propertyOf, type CampaignDocument } from "../campaign/document";
import type { Campaign } from "../campaign/generated/campaign";
import { validate } from "../campaign/generated/validate";
import { syntaxFaults } from "../campaign/syntax/syntax-faults";
import type { DialingPlan } from "../hours/dialing-plan";
import { Selection, toSelector } from "./selection";

/**
 * The dialing plan for the key at an offset: all of it for `dialingStrategy`, the hours for `callingHours`, undefined
 * for other keys. It contains only valid parts, even when the rest of the file is broken. Of a duplicate key, the last
 * value counts.
 */
export function dialingPlanAt(document: CampaignDocument, offset: number): DialingPlan | undefined {
  const strategy = propertyOf(document.root, "dialingStrategy");
  const hours = propertyOf(strategy?.children?.[1], "callingHours");
  const whole = isKeyAt(strategy, offset);
  if (!whole && !isKeyAt(hours, offset)) return undefined;
  const syntax = syntaxFaults(document);
  if (!syntax.readable) return undefined;
  const parts = new Selection(document, validate(document.value) ? [] : (validate.errors ?? []));
  const valid = <K extends keyof DialingPlan>(key: K): DialingPlan[K] => {
    const place = propertyOf(strategy?.children?.[1], key);
    if (place === undefined || !syntax.trusts(place.offset) || !syntax.trusts(place.offset + place.length))
      return undefined;
    const [part] = parts.at(toSelector(`dialingStrategy/${key}`));
    // The part is valid, so it has this type.
    return part?.value as Campaign["dialingStrategy"][K] | undefined;
  };
  return {
    callingHours: valid("callingHours"),
    ...(whole && {
      maxAttemptsPerRecord: valid("maxAttemptsPerRecord"),
      defaultRetryPeriod: valid("defaultRetryPeriod"),
    }),
  };
}

function isKeyAt(property: Node | undefined, offset: number): boolean {
  const key = property?.children?.[0];
  return key !== undefined && offset >= key.offset && offset < key.offset + key.length;
}
