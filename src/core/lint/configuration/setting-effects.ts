import type { RuleSetting } from "./settings";

/** The effect of each setting on a submission, for people who choose one. */
export const settingEffects: Readonly<Record<RuleSetting, string>> = {
  error: "Stops a submission.",
  warning: "Is shown again in the confirmation of a submission.",
  info: "Is shown, but never stops a submission.",
  hint: "Is shown faintly, but never stops a submission.",
  off: "Is not checked.",
};
