import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import path from "node:path";
import type { TimesInZone } from "./times-in-zone";

const program = path.join(__dirname, "times-in-zone.ts");

/** The same moment, 2026-11-28T04:46:31.627Z, on the clock of each zone. In Santiago, a day of a year starts at 1:00. */
const zones: readonly (readonly [zone: string, day: string, minute: string, shown: string])[] = [
  ["UTC", "2026-11-28", "04:46", "Nov 28, 2026, 4:46:31 AM"],
  ["Asia/Kolkata", "2026-11-28", "10:16", "Nov 28, 2026, 10:16:31 AM"],
  ["America/New_York", "2026-11-27", "23:46", "Nov 27, 2026, 11:46:31 PM"],
  ["Pacific/Auckland", "2026-11-28", "17:46", "Nov 28, 2026, 5:46:31 PM"],
  ["America/Santiago", "2026-11-28", "01:46", "Nov 28, 2026, 1:46:31 AM"],
];

describe("A time that a person reads", () => {
  for (const [zone, day, minute, shown] of zones)
    it(`is on the clock of the computer: ${zone}`, () => {
      const out = execFileSync(process.execPath, ["--import", "tsx", program], {
        ...{ encoding: "utf8", env: { ...process.env, TZ: zone } },
      });
      const { earlier, taken, lookAgain, formatted, old, wrongDays } = JSON.parse(out) as TimesInZone;
      assert.ok(earlier.includes(`on ${day} ${minute}, 1 minute ago`), earlier);
      assert.ok(taken.includes(`, created ${day} ${minute})`), taken);
      assert.ok(lookAgain.includes(`after ${minute}:31`), lookAgain);
      assert.equal(formatted.replaceAll("\u202f", " "), shown);
      assert.ok(shown.startsWith(`${old},`), old);
      assert.deepEqual(wrongDays, []);
    }).timeout(60_000);
});
