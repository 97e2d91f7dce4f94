import assert from "node:assert/strict";
import type { CheckOptions } from "../../../src/core/lint/check-options";
import { inForce } from "../../../src/core/lint/legal/in-force";
import type { LegalProfile } from "../../../src/core/lint/legal/profile";
import { profileNamed, profiles } from "../../../src/core/lint/legal/profiles";
import { describeWeek, minutesOf } from "../../../src/core/hours/week";
import { different, fixedValue, says, silent, ruleProblems, type Differences } from "./rule-problems";

const under = (...ids: string[]): CheckOptions => ({
  profiles: ids.flatMap((id) => profileNamed(id) ?? []),
});

const days = (...windows: readonly object[]): Differences => ({ hours: { days: windows } });

describe("legal profiles", () => {
  const monday = { day: "MO", start: "8:00 AM", end: "9:00 PM" };

  it("are each named with their limit and its source", () => {
    says(
      "legal-hours",
      days(monday),
      "8:00 AM to 9:00 PM is outside the hours Florida law allows (8:00 AM–8:00 PM on Monday; Fla. Stat. 501.616(6)) and the hours France's consumer code allows (10:00 AM–1:00 PM and 2:00 PM–8:00 PM on Monday; Code de la consommation, L. 223-1 and D. 223-9 (décret 2022-1313)). Calls outside may be unlawful.",
      under("us-florida", "fr-consumer-code", "us-tcpa", "us-tsr"),
    );
    silent("legal-hours", days(monday), under("us-tcpa", "us-tsr"));
  });

  it("limit a window without a day to the hours that are allowed on every day", () => {
    const daily = { start: "10:00 AM", end: "6:00 PM" };
    says(
      "legal-hours",
      { hours: { frequency: "DAILY", days: [daily] } },
      "10:00 AM to 6:00 PM is outside the hours France's consumer code allows (no calls every day;",
      under("fr-consumer-code"),
    );
    silent("legal-hours", { hours: { frequency: "DAILY", days: [daily] } }, under("ca-crtc"));
  });

  it("limit a window to the hours that all of them allow", () => {
    const clipped = (window: object, ...ids: string[]) => {
      const text = different(days(window, { day: "TU", start: "10:00 AM", end: "11:00 AM" }));
      const [problem] = ruleProblems("legal-hours", text, under(...ids));
      const value = fixedValue(text, problem) as { dialingStrategy: { callingHours: { days: unknown[] } } };
      return [problem?.fixes[0]?.title, ...value.dialingStrategy.callingHours.days.slice(0, -1)];
    };
    const window = (start: string, end: string) => ({ day: "MO", start, end });
    assert.deepEqual(clipped(window("7:00 AM", "10:00 PM"), "us-tcpa", "us-florida"), [
      ...["Shorten to 8:00 AM–8:00 PM", window("8:00 AM", "8:00 PM")],
    ]);
    assert.deepEqual(clipped(window("12:00 PM", "8:00:30 PM"), "us-florida"), [
      ...["Shorten to 12:00 PM–8:00 PM", window("12:00 PM", "8:00 PM")],
    ]);
    assert.deepEqual(clipped(window("9:00 AM", "7:30:30 PM"), "fr-consumer-code"), [
      "Shorten to 10:00 AM–1:00 PM and 2:00 PM–7:30 PM",
      ...[window("10:00 AM", "1:00 PM"), window("2:00 PM", "7:30:30 PM")],
    ]);
    assert.deepEqual(clipped({ ...window("9:00 AM", "10:00 AM"), day: "SU" }, "uk-dma"), [
      "Remove the window",
    ]);
  });

  it("never remove the only window, or one for every day", () => {
    const fixes = (differences: Differences) =>
      ruleProblems("legal-hours", different(differences), under("uk-dma")).map((problem) => problem.fixes);
    assert.deepEqual(fixes(days({ ...monday, day: "SU" })), [[]]);
    const daily = { start: "9:00 AM", end: "10:00 AM" };
    assert.deepEqual(fixes({ hours: { frequency: "DAILY", days: [daily, daily] } }), [[], []]);
  });

  it("mark the end of the window if the start is allowed, and otherwise the start", () => {
    const shown = (start: string, end: string) => {
      const text = different(days({ day: "MO", start, end }));
      const [problem] = ruleProblems("legal-hours", text, under("fr-consumer-code"));
      return text.slice(problem?.offset).split(",")[0]?.trim().split("\n")[0];
    };
    assert.equal(shown("10:00 AM", "2:00 PM"), '"2:00 PM"');
    assert.equal(shown("1:00 PM", "3:00 PM"), '"1:00 PM"');
    assert.equal(shown("12:59 PM", "3:00 PM"), '"3:00 PM"');
    assert.equal(shown("9:59 AM", "1:00 PM"), '"9:59 AM"');
  });

  it("ignore windows that never open", () => {
    silent("legal-hours", days({ ...monday, end: "7:00 AM" }), under("us-tcpa"));
    silent("legal-hours", days({ ...monday, start: "11:00 PM", end: "11:00 PM" }), under("us-tcpa"));
  });

  it("count the calls of a day or of several days", () => {
    const often = (maxAttemptsPerRecord: number) => ({
      strategy: { maxAttemptsPerRecord, defaultRetryPeriod: 10 },
    });
    const both = under("us-florida", "us-regf", "us-tcpa");
    says(
      "legal-attempts",
      often(8),
      "This campaign can call one person 8 times in 24 hours, but Florida law allows 3 (Fla. Stat. 501.616(6)); 8 times in 7 days, but US debt-collection law (Regulation F) allows 7 (12 CFR 1006.6(b)(1) and 1006.14(b)(2)). More",
      both,
    );
    says("legal-attempts", often(4), "This campaign can call one person 4 times in 24 hours, but Flor", both);
    silent("legal-attempts", often(3), both);
    silent("legal-attempts", { ...often(8), hours: { days: [] } }, both);
  });

  it("require the longest of their ring times", () => {
    const about = { id: "x", name: "a stricter law", citation: "1 X 2", readIn: "2026-10" };
    const stricter: LegalProfile = { ...about, source: "secondary", ringSeconds: 20 };
    const options = { profiles: [...(under("us-tsr", "us-tcpa").profiles ?? []), stricter] };
    const rings = (maxRingTime: number) => ({ strategy: { maxRingTime } });
    says(
      "legal-ring-time",
      rings(10),
      "maxRingTime is 10 seconds; the US Telemarketing Sales Rule requires 15 (16 CFR 310.4(b)(4)), a stricter law requires 20 (1 X 2). Shorter",
      options,
    );
    says("legal-ring-time", rings(15), "maxRingTime is 15 seconds; a stricter law requires 20", options);
    silent("legal-ring-time", rings(20), options);
    const text = different(rings(10));
    const [problem] = ruleProblems("legal-ring-time", text, options);
    assert.equal(problem?.fixes[0]?.title, "Ring 20 seconds");
    // A requirement of the law is not reported again as a recommendation.
    silent("ring-time-short", rings(14), options);
    says("ring-time-short", rings(14), "maxRingTime is 14 seconds instead of", under("us-tcpa"));
  });
});

describe("retries", () => {
  const retries = (maxAttemptsPerRecord: number, defaultRetryPeriod: number): Differences => ({
    strategy: { maxAttemptsPerRecord, defaultRetryPeriod },
  });

  it("outlast the windows when they are as long as the longest one or longer", () => {
    says("retry-outlasts-window", retries(2, 180), "The retry period is 3 h, but the longest calling");
    silent("retry-outlasts-window", retries(2, 179));
    silent("retry-outlasts-window", retries(1, 180));
    silent("retry-outlasts-window", { ...retries(2, 180), hours: { days: [] } });
  });

  it("do not outlast two windows that follow each other", () => {
    const days = [
      { day: "MO", start: "9:00 AM", end: "11:00 AM" },
      { day: "MO", start: "11:00 AM", end: "1:00 PM" },
    ];
    silent("retry-outlasts-window", { ...retries(3, 180), hours: { days } });
    says("retry-outlasts-window", { ...retries(3, 240), hours: { days } }, "The retry period is 4 h");
  });

  it("can limit calls in several periods at once", () => {
    const attempts = (maxAttemptsPerRecord: number, defaultRetryPeriod: number) => ({
      strategy: { maxAttemptsPerRecord, defaultRetryPeriod },
    });
    says(
      "legal-attempts",
      attempts(3, 10),
      "This campaign can call one person 3 times in 24 hours, but the UAE's rules on telemarketing allows 1 (Cabinet Resolution 56 of 2024); 3 times in 7 days, but the UAE's rules on telemarketing allows 2",
      under("ae-telemarketing"),
    );
    const week = ["MO", "TU", "WE"].map((day) => ({ day, start: "9:00 AM", end: "10:00 AM" }));
    says(
      "legal-attempts",
      { ...attempts(3, 1440), ...days(...week) },
      "This campaign can call one person 3 times in 7 days",
      under("ae-telemarketing"),
    );
    silent("legal-attempts", attempts(1, 10), under("ae-telemarketing"));
  });

  it("apply from their first day on, and what applied before until then", () => {
    const evening = days({ day: "MO", start: "10:00 AM", end: "9:00 PM" });
    const on = (today: string): CheckOptions => ({ ...under("us-pennsylvania"), today });
    silent("legal-hours", evening, on("2026-10-17"));
    const until7 =
      "10:00 AM to 9:00 PM is outside the hours Pennsylvania law allows (9:00 AM–7:00 PM on Monday;";
    says("legal-hours", evening, until7, on("2026-10-18"));
    says("legal-hours", evening, until7, under("us-pennsylvania"));
    const early = days({ day: "MO", start: "7:00 AM", end: "9:00 AM" });
    silent("legal-hours", early, { ...under("us-oregon"), today: "2025-12-31" });
    says("legal-hours", early, "7:00 AM to 9:00 AM is outside", {
      ...under("us-oregon"),
      today: "2026-01-01",
    });
  });

  it("apply to the dialing modes that they are about", () => {
    const evening = days({ day: "MO", start: "10:00 AM", end: "6:00 PM" });
    silent("legal-hours", evening, under("us-maine-automated"));
    says(
      "legal-hours",
      { ...evening, mode: "Agentless" },
      "10:00 AM to 6:00 PM is outside the hours Maine's law on automated calls allows",
      under("us-maine-automated"),
    );
    const [maine] = under("us-maine-automated").profiles ?? [];
    assert.ok(maine);
    assert.deepEqual(inForce([maine], {}), [maine]);
    assert.deepEqual(inForce([maine], { mode: "Preview" }), []);
  });

  it("name a source, the month in which it was read, and something to check", () => {
    assert.equal(new Set(profiles.map(({ id }) => id)).size, profiles.length);
    for (const { id, citation, readIn, from, hours, attempts = [], ringSeconds } of profiles) {
      assert.match(id, /^[a-z]{2}-[a-z-]+$/);
      assert.ok(citation !== "", id);
      assert.match(readIn, /^20\d\d-(0[1-9]|1[0-2])$/, id);
      if (from !== undefined) assert.match(from, /^20\d\d-\d\d-\d\d$/, id);
      assert.ok(hours !== undefined || attempts.length > 0 || ringSeconds !== undefined, id);
      if (hours === undefined) continue;
      assert.ok(minutesOf(hours) > 0, id);
      for (const { start, end } of Object.values(hours).flat())
        assert.ok(0 <= start && start < end && end <= 1440, id);
    }
  });

  it("allow what their sources say", () => {
    const allowed: Readonly<Record<string, string>> = {
      "us-regf": "every day 8:00 AM–9:00 PM",
      "us-washington": "every day 8:00 AM–8:00 PM",
      "us-texas": "Mon–Sat 9:00 AM–9:00 PM; Sun 12:00 PM–9:00 PM",
      "us-pennsylvania": "Mon–Sat 9:00 AM–7:00 PM",
      "us-connecticut": "every day 9:00 AM–8:00 PM",
      "us-louisiana": "Mon–Sat 8:00 AM–8:00 PM",
      "us-utah": "Mon–Sat 8:00 AM–9:00 PM",
      "us-south-dakota": "Mon–Sat 9:00 AM–9:00 PM",
      "us-rhode-island": "Mon–Fri 9:00 AM–6:00 PM; Sat 10:00 AM–5:00 PM",
      "us-kentucky": "every day 10:00 AM–9:00 PM",
      "us-nevada": "every day 9:00 AM–8:00 PM",
      "us-minnesota": "every day 9:00 AM–9:00 PM",
      "ae-telemarketing": "every day 9:00 AM–6:00 PM",
      "au-debt": "Mon–Fri 7:30 AM–9:00 PM; Sat, Sun 9:00 AM–9:00 PM",
      "es-consumer": "Mon–Fri 9:00 AM–9:00 PM",
      "it-code": "Mon–Fri 9:00 AM–8:00 PM; Sat 10:00 AM–7:00 PM",
      "za-cpa": "Mon–Fri 8:00 AM–8:00 PM; Sat 9:00 AM–1:00 PM",
      "in-rbi-recovery": "every day 8:00 AM–7:00 PM",
      "fr-consumer-code": "Mon–Fri 10:00 AM–1:00 PM and 2:00 PM–8:00 PM",
    };
    for (const [id, words] of Object.entries(allowed))
      assert.equal(describeWeek(profileNamed(id)?.hours ?? assert.fail(id)), words, id);
  });

  it("include what all US state laws allow together", () => {
    const hours = profileNamed("us-strictest")?.hours;
    assert.ok(hours);
    assert.deepEqual(hours.MO, [{ start: 600, end: 1080 }]);
    assert.deepEqual(hours.FR, [{ start: 600, end: 1080 }]);
    assert.deepEqual(hours.SA, [{ start: 600, end: 1020 }]);
    assert.deepEqual(hours.SU, []);
  });
});
