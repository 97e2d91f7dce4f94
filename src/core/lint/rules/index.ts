import type { Rule } from "../rule";
import { attemptsReachGlobalDnc } from "./attempts-reach-global-dnc";
import { blankValue } from "./blank-value";
import { callerIdCountry } from "./caller-id-country";
import { callerIdFormat } from "./caller-id-format";
import { callerIdPlaceholder } from "./caller-id-placeholder";
import { campaignType } from "./campaign-type";
import { contactListIsDnc } from "./contact-list-is-dnc";
import { contactListRepeated } from "./contact-list-repeated";
import { contactListShared } from "./contact-list-shared";
import { contactListsTooMany } from "./contact-lists-too-many";
import { descriptionNamesOtherMode } from "./description-names-other-mode";
import { duplicateKey } from "./duplicate-key";
import { frequencyUndocumented } from "./frequency-undocumented";
import { invisibleCharacter } from "./invisible-character";
import { legacyProperty } from "./legacy-property";
import { legalAttempts } from "./legal-attempts";
import { legalHours } from "./legal-hours";
import { legalRingTime } from "./legal-ring-time";
import { listNameTooLong } from "./list-name-too-long";
import { nameShared } from "./name-shared";
import { noCallingHours } from "./no-calling-hours";
import { noSkips } from "./no-skips";
import { numberPrecision } from "./number-precision";
import { placeholder } from "./placeholder";
import { propertyNotForMode } from "./property-not-for-mode";
import { responseOnlyProperty } from "./response-only-property";
import { retryOutlastsWindow } from "./retry-outlasts-window";
import { retryUnused } from "./retry-unused";
import { ringTimeLong } from "./ring-time-long";
import { ringTimeShort } from "./ring-time-short";
import { scheduleEnabled } from "./schedule-enabled";
import { timezoneAbbreviation } from "./timezone-abbreviation";
import { timezoneAlias } from "./timezone-alias";
import { timezoneFixedOffset } from "./timezone-fixed-offset";
import { timezoneUnknown } from "./timezone-unknown";
import { unknownProperty } from "./unknown-property";
import { untrimmedName } from "./untrimmed-name";
import { windowInverted } from "./window-inverted";
import { windowOverlap } from "./window-overlap";
import { windowRepeated } from "./window-repeated";

/** All rules, in the order of the documentation. */
export const rules: readonly Rule[] = [
  duplicateKey,
  unknownProperty,
  responseOnlyProperty,
  legacyProperty,
  propertyNotForMode,
  campaignType,
  blankValue,
  untrimmedName,
  invisibleCharacter,
  placeholder,
  numberPrecision,
  contactListRepeated,
  contactListsTooMany,
  listNameTooLong,
  contactListIsDnc,
  descriptionNamesOtherMode,
  callerIdPlaceholder,
  callerIdFormat,
  callerIdCountry,
  windowInverted,
  windowOverlap,
  windowRepeated,
  noCallingHours,
  frequencyUndocumented,
  timezoneUnknown,
  timezoneAbbreviation,
  timezoneAlias,
  timezoneFixedOffset,
  retryOutlastsWindow,
  retryUnused,
  attemptsReachGlobalDnc,
  ringTimeShort,
  ringTimeLong,
  noSkips,
  scheduleEnabled,
  nameShared,
  contactListShared,
  legalHours,
  legalAttempts,
  legalRingTime,
];
