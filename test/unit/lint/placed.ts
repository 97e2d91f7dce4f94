import type { Reads, Rule } from "../../../src/core/lint/rule";

export type Mode = "Preview" | "Progressive" | "Agentless";

/** A campaign without problems, for each mode. */
export function faultless(mode: Mode = "Preview"): Record<string, unknown> {
  const common = {
    name: "Spring reminder",
    description: "Reminds customers of the bill that is due.",
    contactLists: ["Spring contacts"],
    dncLists: { name: "Never call" },
    priority: "5",
    dialingMode: mode,
    dialingStrategy: {
      callerId: { phoneNumber: "+18165550100" },
      callingHours: {
        frequency: "WEEKLY",
        timezone: "Asia/Kolkata",
        days: [
          { day: "MO", start: "10:00 AM", end: "1:00 PM" },
          { day: "WE", start: "10:00 AM", end: "1:00 PM" },
        ],
      },
      dialingOrder: "FIFO",
      maxAttemptsPerRecord: 3,
      defaultRetryPeriod: 10,
      maxRingTime: 30,
    },
    campaignType: "voice",
  };
  switch (mode) {
    case "Preview":
      return { ...common, queue_name: "Default Queue", maxSkips: 1 };
    case "Progressive":
      return { ...common, queue_name: "Default Queue" };
    case "Agentless":
      return { ...common, experienceFlowName: "Survey", enableMachineDetect: "no" };
  }
}

/** The text of a campaign with an example of a rule at the places that the rule reads. */
export function placed(rule: Rule, example: unknown): string {
  if (rule.reads === "#" && typeof example === "string") return example;
  return JSON.stringify(withParts(rule.reads, example), null, 2);
}

function withParts(reads: Reads, example: unknown): unknown {
  if (typeof reads === "string") return withPart(faultlessFor([reads]), reads, example);
  if ("each" in reads) return withPart(faultlessFor(reads.each), reads.each[0]!, example);
  if ("all" in reads) return withPart(faultless(), listOf(reads), example);
  const parts = example as unknown[];
  const paths = reads.map((one) => (typeof one === "string" ? one : listOf(one)));
  const mode = parts[paths.indexOf("dialingMode")];
  let campaign: unknown = mode === undefined ? faultlessFor(paths) : faultless(mode as Mode);
  paths.forEach((path, index) => (campaign = withPart(campaign, path, parts[index])));
  return campaign;
}

/** The path of a list whose items a rule reads together. */
function listOf({ all }: { readonly all: string }): string {
  return all.replace(/\/\*$/, "");
}

function faultlessFor(reads: readonly string[]): unknown {
  return faultless(reads[0] === "experienceFlowName" ? "Agentless" : "Preview");
}

function withPart(campaign: unknown, path: string, part: unknown): unknown {
  return path === "#"
    ? { ...(campaign as object), ...(part as object) }
    : put(campaign, path.split("/"), part);
}

function put(holder: unknown, [head, ...rest]: string[], part: unknown): unknown {
  if (head === undefined) return part;
  if (head === "*") {
    const [first, ...others] = holder as unknown[];
    return [put(first, rest, part), ...others];
  }
  const object = (holder ?? {}) as Record<string, unknown>;
  return { ...object, [head]: put(object[head], rest, part) };
}
