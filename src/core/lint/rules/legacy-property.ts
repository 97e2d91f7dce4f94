import { rule } from "../rule";

export const legacyProperty = rule({
  id: "legacy-property",
  severity: "warning",
  reads: ["dialingMode", "enableMachineDetect"],
  summary: "Preview and Progressive campaigns do not contain enableMachineDetect.",
  why: "Version 2 of the API removed enableMachineDetect for these modes. Whatever its value, the platform does not detect answering machines.",
  fix: "Removes the property.",
  source: [
    {
      title: "API list: changes in version 2",
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
      `"enableMachineDetect" has no effect in a ${mode} campaign: version 2 of the API removed it, so answering machines are not detected. Remove it.`,
      { title: 'Remove "enableMachineDetect"', edits: place.remove(), safe: true },
      { onKey: true, unnecessary: true },
    );
  },
});
