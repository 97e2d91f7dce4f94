import { existsSync } from "node:fs";
import path from "node:path";
import {
  noConfig,
  parseConfig,
  type LintConfig,
  type ParsedConfig,
} from "../../core/lint/configuration/config";
import { configLookup } from "../../core/lint/configuration/lookup";
import type { LegalProfile } from "../../core/lint/legal/profile";
import { readText } from "./text-file";

/** The result of reading a configuration. */
export type ConfigFile =
  | { readonly kind: "parsed"; readonly path: string; readonly text: string; readonly config: ParsedConfig }
  | { readonly kind: "unreadable"; readonly path: string; readonly reason: string };

/** The configurations for one run. */
export interface ConfigFiles {
  /** The configuration for a campaign file, by its absolute path. */
  configFor(file: string): Promise<LintConfig>;
  /** A configuration by its own path; undefined when it does not exist. Read once. */
  read(file: string): Promise<ConfigFile | undefined>;
  /** The configurations that applied to at least one file, sorted by path. */
  used(): readonly ConfigFile[];
}

export interface ConfigChoice {
  /** Use this configuration for every file. */
  readonly only?: ConfigFile;
  /** Legal profiles in addition to those of the configuration. */
  readonly profiles?: readonly LegalProfile[];
}

export function configFiles(cwd: string, { only, profiles = [] }: ConfigChoice = {}): ConfigFiles {
  const files = new Map<string, Promise<ConfigFile | undefined>>();
  const used = new Map<string, ConfigFile>();
  // Many campaigns share one configuration.
  const merged = new Map<ConfigFile | undefined, LintConfig>();
  if (only !== undefined) {
    files.set(only.path, Promise.resolve(only));
    used.set(only.path, only);
  }
  const read = (file: string): Promise<ConfigFile | undefined> => {
    const known = files.get(file) ?? readConfig(file);
    files.set(file, known);
    return known;
  };
  const lookup = configLookup(
    {
      read: (file) => read(path.normalize(file)),
      isRepository: (folder) => Promise.resolve(existsSync(path.join(folder, ".git"))),
    },
    withSlashes(cwd),
  );
  const found = async (file: string): Promise<ConfigFile | undefined> => {
    const config = only ?? (await lookup(withSlashes(file)))?.content;
    if (config !== undefined) used.set(config.path, config);
    return config;
  };
  return {
    async configFor(file) {
      const config = await found(file);
      const known = merged.get(config) ?? withProfiles(config, profiles);
      merged.set(config, known);
      return known;
    },
    read,
    used: () => [...used.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

function withProfiles(config: ConfigFile | undefined, profiles: readonly LegalProfile[]): LintConfig {
  const parsed = config?.kind === "parsed" ? config.config : noConfig;
  return {
    severities: parsed.severities,
    ruleOptions: parsed.ruleOptions,
    profiles: [...new Set([...parsed.profiles, ...profiles])],
  };
}

async function readConfig(file: string): Promise<ConfigFile | undefined> {
  const read = await readText(file);
  if (read.kind === "absent") return undefined;
  return read.kind === "text"
    ? { kind: "parsed", path: file, text: read.text, config: parseConfig(read.text) }
    : { kind: "unreadable", path: file, reason: read.reason };
}

function withSlashes(file: string): string {
  return file.split(path.sep).join("/");
}
