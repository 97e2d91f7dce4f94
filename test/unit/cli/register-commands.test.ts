import assert from "node:assert/strict";
import { Command } from "commander";
import { registerCommands, type Commands } from "../../../src/cli/register-commands";

describe("The commands of the program", () => {
  async function registered(named?: string): Promise<string[]> {
    const program = new Command();
    const register = (name: string) => (parent: Command) => {
      parent.command(name);
      return Promise.resolve();
    };
    const commands: Commands = { lint: register("lint"), submit: register("submit") };
    await registerCommands(program, commands, named);
    return program.commands.map((command) => command.name());
  }

  it("are loaded one by one when named", async () => {
    assert.deepEqual(await registered("lint"), ["lint"]);
    assert.deepEqual(await registered("submit"), ["submit"]);
  });

  for (const named of [undefined, "--help", "help", "lnit", "constructor"])
    it(`are all loaded, in order, for ${named ?? "nothing"}`, async () =>
      assert.deepEqual(await registered(named), ["lint", "submit"]));
});
