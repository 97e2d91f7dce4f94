import { checkCampaign } from "../../src/core/lint/check";
import { profileNamed } from "../../src/core/lint/legal/profiles";
import { profileSection } from "./profile-terms";
import type { RuleOption, RuleOptions } from "../../src/core/lint/configuration/rule-options";
import type { Reads, Rule } from "../../src/core/lint/rule";
import { invisibleIn } from "../../src/core/text/invisible";
import { readNumber } from "../../src/core/lint/read-phone-number";

/** The page of a rule. The messages below the examples come from the rule itself. */
export function rulePage(rule: Rule): string {
  const { id, severity, summary, why, fix, source, options, examples } = rule;
  const sections = [
    `# ${id}`,
    summary,
    `**Default:** ${severity}${fix === undefined ? "" : " · can be fixed"}`,
    `## Why`,
    why,
    `## Wrong`,
    ...beside(rule),
    ...examples.bad.flatMap((example) => [shown(rule, example), ...messages(rule, example)]),
    `## Right`,
    ...examples.good.map((example) => shown(rule, example)),
    ...(fix === undefined ? [] : [`## Fix`, fix]),
    ...optionsSection(id, severity, options),
    ...(source === undefined
      ? []
      : [`## Source`, source.map(({ title, url }) => `- [${title}](${url})`).join("\n")]),
    ...(rule.id === "legal-hours" ? profileSection() : []),
    ...(rule.needs === "profiles" && rule.id !== "legal-hours"
      ? ["[All legal profiles](legal-hours.md#profiles)"]
      : []),
    `[All rules](README.md)`,
  ];
  return sections.join("\n\n") + "\n";
}

function optionsSection(id: string, severity: Rule["severity"], options: RuleOptions): string[] {
  const entries = Object.entries(options);
  if (entries.length === 0) return [];
  const values = Object.fromEntries(
    entries.map(([name, option]) => [name, option.kind === "number" ? option.default : ["US"]]),
  );
  const setting = [severity === "off" ? "info" : severity, values];
  const rows = entries.map(
    ([name, option]) =>
      `| \`${name}\` | ${allowed(option)} | \`${JSON.stringify(option.default)}\` | ${option.summary} |`,
  );
  return [
    "## Options",
    ["| Option | Value | Default | Meaning |", "| --- | --- | --- | --- |", ...rows].join("\n"),
    "```jsonc\n" + JSON.stringify({ rules: { [id]: setting } }) + "\n```",
  ];
}

function allowed(option: RuleOption): string {
  return option.kind === "number"
    ? `a whole number from ${option.minimum} to ${option.maximum}`
    : "a list of ISO 3166 country codes";
}

function shown(rule: Rule, example: unknown): string {
  return "```jsonc\n" + inPlace(rule.reads, example) + "\n```";
}

function messages(rule: Rule, example: unknown): string[] {
  const { profiles = [], others = [] } = rule.examples;
  const { problems } = checkCampaign(inPlace(rule.reads, example), {
    rules: [rule],
    severities: { [rule.id]: "hint" },
    profiles: profiles.flatMap((name) => profileNamed(name) ?? []),
    others,
    readNumber,
  });
  const found = problems.filter(({ code }) => code === rule.id).map(({ message }) => `> ${message}`);
  if (found.length === 0) throw new Error(`${rule.id} reports no problem for ${JSON.stringify(example)}.`);
  return [found.join("\n>\n")];
}

/** The context of the examples. */
function beside({ examples: { profiles, others } }: Rule): string[] {
  return [
    ...(profiles === undefined ? [] : [`The legal profile is ${profiles.join(", ")}.`]),
    ...(others ?? []).map((other) => {
      const lists = other.contactLists.map((list) => JSON.stringify(list)).join(", ");
      const dials = lists === "" ? "" : `, which dials ${lists}`;
      return `The workspace also contains ${other.file}, named ${JSON.stringify(other.name)}${dials}.`;
    }),
  ];
}

/** The parts that a rule reads, at their place in an otherwise empty campaign. */
function inPlace(reads: Reads, example: unknown): string {
  if (reads === "#" && typeof example === "string") return example;
  return withEscapes(JSON.stringify(withParts(reads, example)));
}

/** Writes invisible characters as JSON escapes. */
function withEscapes(json: string): string {
  return invisibleIn(json).reduceRight((text, { offset, character }) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    return `${text.slice(0, offset)}\\u${code}${text.slice(offset + character.length)}`;
  }, json);
}

function withParts(reads: Reads, example: unknown): unknown {
  if (typeof reads === "string") return withPart({}, reads, example);
  if ("each" in reads) return withPart({}, reads.each[0] ?? "", example);
  if ("all" in reads) return withPart({}, listOf(reads), example);
  const parts: readonly unknown[] = Array.isArray(example) ? example : [];
  const paths = reads.map((one) => (typeof one === "string" ? one : listOf(one)));
  return paths.reduce<unknown>((campaign, path, index) => withPart(campaign, path, parts[index]), {});
}

/** The path of a list whose items a rule reads together. */
function listOf({ all }: { readonly all: string }): string {
  return all.replace(/\/\*$/, "");
}

function withPart(campaign: unknown, path: string, part: unknown): unknown {
  return path === "#" ? { ...record(campaign), ...record(part) } : put(campaign, path.split("/"), part);
}

function put(holder: unknown, [head, ...rest]: readonly string[], part: unknown): unknown {
  if (head === undefined) return part;
  if (head === "*") return [put(Array.isArray(holder) ? holder[0] : undefined, rest, part)];
  const object = record(holder);
  return { ...object, [head]: put(object[head], rest, part) };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
