/** A process that works on a ledger: `<what> <folder> <name> <count>`. Prints the result on standard output. */
import fs from "node:fs";
import fsPromises from "node:fs/promises";
import { createLedger } from "../../../src/core/ledger/ledger";
import { ledgerFile } from "../../../src/node/ledger/ledger-file";
import { accepted, attempt } from "../submission/attempts";

const [, , what = "", folder = "", name = "", count = "1"] = process.argv;
const times = Array.from({ length: Number(count) }, (_, index) => index);

function ledger() {
  const store = ledgerFile(folder);
  return createLedger({ store, now: Date.now, owner: name, onDamage: () => undefined });
}

type Functions = Record<string, (...args: unknown[]) => unknown>;

/** Kills this process before an operation on files, counted from 0: after all earlier ones are complete. */
function dieBefore(last: number): void {
  let step = 0;
  const watch = (functions: Functions, name: string): void => {
    const real = functions[name]!.bind(functions);
    functions[name] = (...args) => {
      if (step++ === last) process.kill(process.pid, "SIGKILL");
      const result = real(...args);
      if (name === "open" && result instanceof Promise)
        return result.then((handle: Functions) => {
          for (const each of ["writeFile", "sync", "close"]) watch(handle, each);
          return handle;
        });
      return result;
    };
  };
  const inTurn = fs as unknown as Functions;
  for (const name of ["openSync", "writeSync", "closeSync", "linkSync", "renameSync", "rmSync"])
    watch(inTurn, name);
  for (const name of ["mkdir", "open", "rm"]) watch(fsPromises as unknown as Functions, name);
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
    case "die-before": {
      dieBefore(Number(count));
      const begun = await ledger().begin(attempt({ campaign: name, bodyHash: hashOf(0) }));
      if (begun.kind === "begun") await ledger().finish(begun.entry, accepted);
      return begun.kind;
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
