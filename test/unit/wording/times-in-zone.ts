import "../editor/fake-vscode";
import { readFileSync } from "node:fs";
import { nameFindings } from "../../../src/core/account/findings";
import type { Campaign } from "../../../src/core/campaign/generated/campaign";
import type { EarlierSubmission } from "../../../src/core/ledger/earlier";
import { dayOf, dayStart } from "../../../src/core/text/local-time";
import { describeDoubt } from "../../../src/core/wording/look-up-text";
import { describeEarlier } from "../../../src/core/wording/earlier-text";
import { describeAge, formatTime } from "../../../src/editor/history/age";
import { attempt } from "../submission/attempts";

/*
 * A program for `machine-zone.test.ts`: prints what a person reads about one moment, in the time zone of the process.
 */

export interface TimesInZone {
  readonly earlier: string;
  readonly taken: string;
  readonly lookAgain: string;
  readonly formatted: string;
  readonly old: string;
  /** The days of two years that do not start at their own first moment. */
  readonly wrongDays: readonly string[];
}

const at = Date.UTC(2026, 10, 28, 4, 46, 31, 627);
const campaign = JSON.parse(readFileSync("test/fixtures/samples/preview.request.json", "utf8")) as Campaign;
const prior: EarlierSubmission = {
  ...{ entryId: "1", at, knownSince: at, same: "body", created: "yes" },
  ...{ campaign: campaign.name, file: "spring.campaign.json" },
};
const listed = { id: "cd-1", name: campaign.name, state: "Ready", createdAt: at, contactLists: [] };
const entry = {
  ...attempt(),
  ...{ id: "1", at, state: "pending" as const, owner: "gone", leaseUntil: at },
};

function wrongDays(): string[] {
  const days = Array.from({ length: 731 }, (_, index) =>
    new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
  );
  return days.filter((day) => {
    const start = dayStart(day);
    return start === undefined || dayOf(start) !== day || dayOf(start - 1) === day;
  });
}

const times: TimesInZone = {
  earlier: describeEarlier(prior, at + 60_000, "practice"),
  taken: nameFindings(campaign, [listed])[0]?.message ?? "",
  lookAgain: describeDoubt({ kind: "cannot-tell", why: "too-soon", lookAgainAt: at }, entry, "terminal")
    .nextStep,
  formatted: formatTime(at),
  old: describeAge(at, at + 40 * 24 * 3_600_000),
  wrongDays: wrongDays(),
};
process.stdout.write(JSON.stringify(times));
