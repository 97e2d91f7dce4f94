import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { parseDocument } from "../../../src/core/campaign/document";
import { formatTime } from "../../../src/core/campaign/time-of-day";
import type { Campaign } from "../../../src/core/campaign/generated/campaign";
import { validate } from "../../../src/core/campaign/generated/validate";

const root = path.join(__dirname, "../../..");

/** Every valid voice campaign among the samples, the examples and the fixtures of the linter, by its file. */
export function storedCampaigns(): [file: string, campaign: Campaign][] {
  return ["test/fixtures", "examples"].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".json"))
      .flatMap((file): [string, Campaign][] => {
        const { value } = parseDocument(readFileSync(path.join(root, folder, file), "utf8"));
        return validate(value) && value.campaignType === "voice" ? [[`${folder}/${file}`, value]] : [];
      }),
  );
}

const text = fc.string({ unit: "binary", minLength: 1, maxLength: 40 });
const time = fc.oneof(
  fc.nat(1439).map(formatTime),
  fc.nat(1439).map((minutes) => formatTime(minutes).padStart(8, "0")),
  fc.constant("11:59:59.999 PM"),
);
const window = fc.record({ day: fc.constantFrom("MO", "TU", "WE", "SU"), start: time, end: time });

/** Valid campaigns of every dialing mode, with names of any characters. */
export const campaigns: fc.Arbitrary<Campaign> = fc
  .record(
    {
      name: text,
      description: fc.string({ maxLength: 60 }),
      contactLists: fc.array(text, { minLength: 1, maxLength: 4 }),
      dncLists: fc.record({ name: text }),
      priority: fc.constantFrom("1", "2", "3", "4", "5"),
      dialingStrategy: fc.record({
        callerId: fc.record({ phoneNumber: text }),
        callingHours: fc.record({
          frequency: fc.constantFrom("WEEKLY", "DAILY", "CUSTOM"),
          timezone: text,
          days: fc.array(window, { maxLength: 8 }),
        }),
        dialingOrder: fc.constantFrom("FIFO", "LIFO"),
        maxAttemptsPerRecord: fc.integer({ min: 1, max: 100 }),
        defaultRetryPeriod: fc.integer({ min: 1, max: 1440 }),
        maxRingTime: fc.integer({ min: 5, max: 120 }),
      }),
      schedule: fc.record({ isSchedulingEnabled: fc.boolean() }),
      campaignType: fc.constant("voice"),
    },
    {
      requiredKeys: [
        "name",
        "description",
        "contactLists",
        "dncLists",
        "priority",
        "dialingStrategy",
        "campaignType",
      ],
    },
  )
  .chain((common) =>
    fc
      .oneof(
        fc.record({ dialingMode: fc.constant("Preview"), queue_name: text, maxSkips: fc.nat(9) }),
        fc.record({ dialingMode: fc.constant("Progressive"), queue_name: text }),
        fc.record({
          dialingMode: fc.constant("Agentless"),
          experienceFlowName: text,
          enableMachineDetect: fc.constantFrom("no", "detect", "disconnect"),
        }),
      )
      .map((ofMode) => JSON.parse(JSON.stringify({ ...common, ...ofMode })) as Campaign),
  );
