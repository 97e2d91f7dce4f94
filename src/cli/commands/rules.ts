import { Option, type Command } from "commander";
import { legalProfiles } from "../../core/lint/legal/load";
import { rules } from "../../core/lint/rules";
import { visibleJson } from "../../core/text/visible-json";
import { exit, type Terminal } from "../output/terminal";

/** Prints the rules and the legal profiles. */
export function registerRules(
  program: Command,
  { out, setExitCode }: Pick<Terminal, "out" | "setExitCode">,
): void {
  program
    .command("rules")
    .description("list the rules and legal profiles that .campaignlint.json can use")
    .addOption(new Option("--format <format>", "output format").choices(["text", "json"]).default("text"))
    .action(({ format }: { readonly format: "text" | "json" }) => {
      out(format === "json" ? json() : text());
      setExitCode(exit.clean, exit.usage);
    });
}

function json(): string {
  const catalogue = {
    rules: rules.map(({ id, severity, summary, why, fix, source = [], options }) => ({
      ...{ id, severity, summary, why, fixable: fix !== undefined },
      ...(fix !== undefined && { fix }),
      ...(source.length > 0 && { source }),
      ...(Object.keys(options).length > 0 && { options }),
    })),
    profiles: legalProfiles().profiles.map(
      ({ id, name, citation, url, source, readIn, modes, from, note }) => ({
        ...{ id, name, citation, source, readIn },
        ...(url !== undefined && { url }),
        ...(modes !== undefined && { modes }),
        ...(from !== undefined && { from }),
        ...(note !== undefined && { note }),
      }),
    ),
  };
  return `${visibleJson(JSON.stringify(catalogue, null, 2))}\n`;
}

function text(): string {
  const width = (names: readonly string[]) => Math.max(...names.map((name) => name.length));
  const ids = width(rules.map(({ id }) => id));
  const { profiles } = legalProfiles();
  const profileIds = width(profiles.map(({ id }) => id));
  return [
    "Always errors: syntax/* and schema/* (required by the platform's documentation).",
    "",
    "Rules and their default severities (change them in .campaignlint.json):",
    ...rules.flatMap(({ id, severity, summary, options }) => [
      `  ${id.padEnd(ids)}  ${severity.padEnd(7)}  ${summary}`,
      ...Object.entries(options).map(
        ([name, option]) =>
          `  ${"".padEnd(ids)}           Option "${name}" (${JSON.stringify(option.default)}): ${option.summary}`,
      ),
    ]),
    "",
    "Legal profiles (not legal advice):",
    ...profiles.map(({ id, name, citation }) => `  ${id.padEnd(profileIds)}  ${name}: ${citation}`),
    "",
  ].join("\n");
}
