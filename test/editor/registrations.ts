import * as vscode from "vscode";

type Functions = Record<string, unknown>;

/** The parts of VS Code that give the extension something to dispose. */
const namespaces = ["commands", "env", "extensions", "languages", "tasks", "window", "workspace"] as const;

/** Output channels stay until the window closes: see `deactivate`. Each name gets the one that it had before. */
const CHANNELS = "createOutputChannel";

export interface Registrations {
  /** How many of each kind were made since the start and are not disposed, for example `window.createTreeView`. */
  live(): Readonly<Record<string, number>>;
  dispose(): void;
}

/** Counts the listeners, providers, watchers, commands and views that the extension has from now on. */
export function countRegistrations(): Registrations {
  const counts = new Map<string, number>();
  const channels = new Map<unknown, unknown>();
  const restore: (() => void)[] = [];
  for (const namespace of namespaces) {
    const functions = vscode[namespace] as unknown as Functions;
    for (const name of Object.keys(functions).filter((key) => /^(?:on[A-Z]|register|create)/.test(key))) {
      const real = functions[name];
      if (typeof real !== "function") continue;
      const counted = (...args: unknown[]): unknown => {
        const make = (): unknown => Reflect.apply(real, functions, args);
        if (name !== CHANNELS) return countUntilDisposed(`${namespace}.${name}`, make(), counts);
        const channel = channels.get(args[0]) ?? make();
        channels.set(args[0], channel);
        return channel;
      };
      Object.defineProperty(functions, name, { value: counted, configurable: true, enumerable: true });
      restore.push(() =>
        Object.defineProperty(functions, name, { value: real, configurable: true, enumerable: true }),
      );
    }
  }
  return {
    live: () => Object.fromEntries([...counts].filter(([, count]) => count !== 0)),
    dispose: () => restore.forEach((undo) => undo()),
  };
}

function countUntilDisposed(what: string, made: unknown, counts: Map<string, number>): unknown {
  if (typeof made !== "object" || made === null || !("dispose" in made)) return made;
  const disposable = made as vscode.Disposable;
  const dispose = disposable.dispose.bind(disposable);
  let isLive = true;
  counts.set(what, (counts.get(what) ?? 0) + 1);
  const counted = (): unknown => {
    if (isLive) counts.set(what, (counts.get(what) ?? 0) - 1);
    isLive = false;
    return dispose() as unknown;
  };
  Object.defineProperty(made, "dispose", { value: counted, configurable: true });
  return made;
}
