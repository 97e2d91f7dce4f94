import { readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { formatTime } from "../../src/core/campaign/time-of-day";
import { days } from "../../src/core/hours/week";

/** The vendor's sample, as its page shows it. */
export const sample = readFileSync("test/fixtures/samples/preview.request.json", "utf8");

interface Sample {
  readonly name: string;
  readonly dialingStrategy: { readonly callingHours: object };
}

const parsed = JSON.parse(sample) as Sample;

/** The sample with a caller ID that exists, so that no linter reports a problem. The index makes it unique. */
export function validCampaign(index: number): string {
  const campaign = {
    ...parsed,
    ...{ name: `Campaign ${index}`, description: "Reminds customers of a payment." },
    contactLists: [`List ${index}`],
    dialingStrategy: { ...parsed.dialingStrategy, callerId: { phoneNumber: "+18165550100" } },
  };
  return `${JSON.stringify(campaign, null, 2)}\n`;
}

/** Writes so many valid campaigns to a folder, each with its own name and contact list. */
export async function writeCampaigns(folder: string, count: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let at = 0; at < count; at += 100)
    await Promise.all(
      Array.from({ length: Math.min(100, count - at) }, (_, index) =>
        writeFile(path.join(folder, `${at + index}.campaign.json`), validCampaign(at + index)),
      ),
    );
}

/** The sample with so many calling windows of five minutes, spread over the week. An inverted one is a problem. */
export function withWindows(count: number, inverted = false): string {
  const windows = Array.from({ length: count }, (_, index) => {
    const start = Math.floor(index / days.length) * 10;
    const [from, to] = [formatTime(start), formatTime(start + 5)];
    return {
      day: days[index % days.length],
      ...(inverted ? { start: to, end: from } : { start: from, end: to }),
    };
  });
  const { dialingStrategy } = parsed;
  const callingHours = { ...dialingStrategy.callingHours, days: windows };
  return JSON.stringify({ ...parsed, dialingStrategy: { ...dialingStrategy, callingHours } }, null, 2);
}

/** Copies of the sample, as a team makes them: all dial its list, and two at a time share a name. */
export function teamCampaigns(count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    JSON.stringify({ ...parsed, name: `Campaign ${index >> 1}` }, null, 2),
  );
}
