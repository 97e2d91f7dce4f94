/** A process that works on a ledger: `<what> <folder> <name> <count>`. Prints the result on standard output. */
import fs from "node:fs";
import { createLedger } from "../../../src/core/ledger/ledger";
import { ledgerFile } from "../../../src/node/ledger/ledger-file";
import { accepted, attempt } from "../submission/attempts";

const [, , what = "", folder = "", name = "", count = "1"] = process.argv;
const times = Array.from({ length: Number(count) }, (_, index) => index);

function ledger() {
  const store = ledgerFile(folder);
  return createLedger({ store, now: Date.now, owner: name, onDamage: () => undefined });
}

/** A hash that is unique to this process and turn. */
function hashOf(index: number): string {
  return Buffer.from(`${name}-${index}`).toString("hex").padEnd(64, "0");
}

async function run(): Promise<unknown> {
  switch (what) {
    case "begin-same":
      return Promise.all(times.map(async () => (await ledger().begin(attempt())).kind));
    case "note": {
      const notes = ledger();
      for (const index of times) {
        const begun = await notes.begin(attempt({ campaign: `${name} ${index}`, bodyHash: hashOf(index) }));
        if (begun.kind === "begun") await notes.finish(begun.entry, accepted);
      }
      return undefined;
    }
    case "die":
      return ledgerFile(folder).update(() => {
        process.kill(process.pid, "SIGKILL");
        for (;;);
      });
    case "die-locking": {
      // The process is killed before or after call number `count` of `name`, a function of `node:fs`.
      const functions = fs as unknown as Record<string, (...args: unknown[]) => unknown>;
      const real = functions[name]!;
      functions[name] = (...args) => {
        if (count === "before") process.kill(process.pid, "SIGKILL");
        const result = real(...args);
        process.kill(process.pid, "SIGKILL");
        return result;
      };
      return ledgerFile(folder).update(() => ({ text: "" }));
    }
    case "stand-still":
      return ledgerFile(folder).update((text) => {
        process.kill(process.pid, "SIGSTOP");
        return { text: `${text ?? ""}from ${name}` };
      });
    case "write":
      return ledgerFile(folder).update(() => ({ text: "x".repeat(Number(count)) }));
    default:
      throw new Error(`There is no “${what}”.`);
  }
}

run().then(
  (value) => console.log(JSON.stringify(value ?? null)),
  (error: unknown) => {
    console.log(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
