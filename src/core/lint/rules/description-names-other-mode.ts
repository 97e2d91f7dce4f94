import { rule } from "../rule";

/** Matches a mode named as such: "progressive dialing", "Preview mode", "agentless voice campaign". */
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
  summary: "The description mentions only the campaign's own dialing mode.",
  why: "Readers of the description expect a different dialing mode.",
  examples: {
    good: [
      ["Reminds customers of the bill that is due.", "Preview"],
      ["Preview our new catalog", "Progressive"],
      ["Progressive dialing, formerly Preview dialing", "Progressive"],
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
      `The description mentions ${other} dialing, but dialingMode is ${mode}, so the description misleads readers. Change the one that is wrong.`,
      { related: [{ place: at("dialingMode"), message: `The dialing mode is ${mode}.` }] },
    );
  },
});
