import type { Severity } from "../../core/campaign/problem";
import type { Rule } from "../../core/lint/rule";
import { rules } from "../../core/lint/rules";

/** SARIF has three levels. */
export const levels: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  info: "note",
  hint: "note",
};

/** The severity names of GitHub code scanning. */
const gravities: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  info: "recommendation",
  hint: "recommendation",
};

/** Descriptions for codes that are not rules. */
const families: Readonly<Record<string, readonly [short: string, full: string]>> = {
  syntax: [
    "The file is JSON.",
    "Comments and trailing commas are welcome. What follows a fault cannot be understood.",
  ],
  schema: [
    "The campaign is one that the platform's documentation allows.",
    "What has to be there, of which kind and within which bounds. The platform refuses anything else.",
  ],
  internal: [
    "Every rule runs.",
    "A rule failed, which is a bug of this program. What the rule checks is not known, so the campaign cannot be submitted.",
  ],
  config: [
    "The configuration of the checks is understood.",
    "What is not understood has no effect, so campaigns are checked otherwise than was meant.",
  ],
};

/** All rules, then the other codes that occur in the report. */
export function reportingDescriptors(codes: Iterable<string>): readonly object[] {
  const known = new Set(rules.map(({ id }) => id));
  const others = [...new Set(codes)].filter((code) => !known.has(code)).sort();
  return [...rules.map(ofRule), ...others.map(ofCode)];
}

function ofRule({ id, severity, summary, why, fix, source = [] }: Rule): object {
  const parts = [why, ...(fix === undefined ? [] : [`Fix: ${fix}`])];
  const sources = source.map(({ title, url }) => `- [${title}](${url})`);
  const markdown = [`**${summary}**`, ...parts, ...(sources.length === 0 ? [] : [sources.join("\n")])];
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: why },
    help: { text: [summary, ...parts].join("\n\n"), markdown: markdown.join("\n\n") },
    defaultConfiguration:
      severity === "off" ? { enabled: false, level: "note" } : { level: levels[severity] },
    properties: {
      tags: ["campaign"],
      "problem.severity": severity === "off" ? "recommendation" : gravities[severity],
    },
  };
}

function ofCode(code: string): object {
  const [family = ""] = code.split("/", 1);
  const [short, full] = families[family] ?? ["The file is in order.", ""];
  return {
    id: code,
    shortDescription: { text: short },
    fullDescription: { text: `${short} ${full}`.trim() },
    help: { text: `${short}\n\n${full}`.trim(), markdown: `**${short}**\n\n${full}`.trim() },
    defaultConfiguration: { level: "error" },
    properties: { tags: ["campaign"], "problem.severity": "error" },
  };
}
