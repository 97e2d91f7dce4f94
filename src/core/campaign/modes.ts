import type { Campaign } from "./generated/campaign";

type Mode = Campaign["dialingMode"];

/** The dialing modes in which a property has an effect. Properties not listed have one in all modes. */
const modesOf: Readonly<Record<string, readonly Mode[]>> = {
  queue_name: ["Preview", "Progressive"],
  maxSkips: ["Preview"],
  experienceFlowName: ["Agentless"],
  enableMachineDetect: ["Agentless"],
};

/** The modes in which a property has an effect; undefined for all. */
export function modesFor(key: string): readonly Mode[] | undefined {
  return Object.hasOwn(modesOf, key) ? modesOf[key] : undefined;
}

/** Whether a property has an effect in a mode; true for an unknown mode. */
export function isForMode(key: string, mode: unknown): boolean {
  const modes = modesFor(key);
  const known = mode === "Preview" || mode === "Progressive" || mode === "Agentless";
  return modes === undefined || !known || modes.includes(mode);
}
