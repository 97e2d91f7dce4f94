import { rule } from "../rule";

export const legacyProperty = rule({
  id: "legacy-property",
  severity: "warning",
  reads: ["dialingMode", "enableMachineDetect"],
  summary: "Preview and Progressive campaigns have no machine detection.",
  why: "Version 2 of the call removed enableMachineDetect for these modes: answering machines are not detected, whatever it says.",
  fix: "Removes the property.",
  source: [
    {
      title: "API list, what changed in version 2",
      url: "https://koreai.mintlify.app/ai-for-service/apis/contact-center/api-list",
    },
  ],
  examples: {
    good: [["Agentless", "detect"]],
    bad: [
      ["Preview", true],
      ["Progressive", "no"],
    ],
  },
  check([mode], at) {
    if (mode === "Agentless") return undefined;
    const place = at("enableMachineDetect");
    return place.problem(
      `"enableMachineDetect" was removed for ${mode} campaigns in version 2, so no machine is detected. Remove it.`,
      { title: 'Remove "enableMachineDetect"', edits: place.remove(), safe: true },
      { onKey: true, unnecessary: true },
    );
  },
});
