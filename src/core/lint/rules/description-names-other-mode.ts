import { rule } from "../rule";

/** "progressive dialing", "Preview mode", "agentless voice campaign": a mode spoken of as one. */
const spoken = {
  Preview: /\bpreview[\s-]+(?:voice[\s-]+)?(?:dial|mode|campaign|call)/i,
  Progressive: /\bprogressive[\s-]+(?:voice[\s-]+)?(?:dial|mode|campaign|call)/i,
  Agentless: /\bagentless[\s-]+(?:voice[\s-]+)?(?:dial|mode|campaign|call)/i,
} as const;

const modes = ["Preview", "Progressive", "Agentless"] as const;

export const descriptionNamesOtherMode = rule({
  id: "description-names-other-mode",
  severity: "hint",
  reads: ["description", "dialingMode"],
  summary: "The description speaks of the campaign's own dialling mode.",
  why: "Whoever reads the description expects another way of dialling than people get.",
  examples: {
    good: [
      ["Reminds customers of the bill that is due.", "Preview"],
      ["Preview our new catalogue", "Progressive"],
      ["Progressive dialling, formerly Preview dialling", "Progressive"],
    ],
    bad: [
      ["Progressive dialing campaign to remind customers", "Preview"],
      ["An agentless voice campaign", "Progressive"],
    ],
  },
  check([description, mode], at) {
    const other = modes.find((name) => name !== mode && spoken[name].test(description));
    if (other === undefined || spoken[mode].test(description)) return undefined;
    return at("description").problem(
      `The description speaks of ${other} dialling, but the campaign dials in ${mode} mode, which misleads who reads it. Change the one that is wrong.`,
      { related: [{ place: at("dialingMode"), message: `The dialling mode is ${mode}.` }] },
    );
  },
});
