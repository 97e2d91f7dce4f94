import type { Campaign } from "./generated/campaign";

type Mode = Campaign["dialingMode"];

/** The dialling modes in which a property means something; the properties that are not here mean something in all. */
const modesOf: Readonly<Record<string, readonly Mode[]>> = {
  queue_name: ["Preview", "Progressive"],
  maxSkips: ["Preview"],
  experienceFlowName: ["Agentless"],
  enableMachineDetect: ["Agentless"],
};

/** The modes that a property is for; undefined when it is for all. */
export function modesFor(key: string): readonly Mode[] | undefined {
  return Object.hasOwn(modesOf, key) ? modesOf[key] : undefined;
}

/** Whether a campaign of this mode has such a property; of an unknown mode it may. */
export function isForMode(key: string, mode: unknown): boolean {
  const modes = modesFor(key);
  const known = mode === "Preview" || mode === "Progressive" || mode === "Agentless";
  return modes === undefined || !known || modes.includes(mode);
}
