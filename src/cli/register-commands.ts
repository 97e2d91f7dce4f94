import type { Command } from "commander";

/** How each command is registered, by its name. */
export type Commands = Readonly<Record<string, (program: Command) => Promise<void>>>;

/**
 * Registers the command that a run names first, whose code alone is loaded. Any other word, such as `--help` or a
 * misspelled command, needs all of them.
 */
export async function registerCommands(
  program: Command,
  commands: Commands,
  named: string | undefined,
): Promise<void> {
  const one = named !== undefined && Object.hasOwn(commands, named) ? commands[named] : undefined;
  if (one !== undefined) return one(program);
  for (const register of Object.values(commands)) await register(program);
}
