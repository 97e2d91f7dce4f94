// What VS Code says about itself in every run here: native modules that are not built, addresses that are not
// reachable, its own bookkeeping. Shown, it would bury what the tests say.
const harmless = [
  /Cannot find module '\.\/build\/Release\//,
  /Failed to register a ServiceWorker/,
  /open-vsx\.org/,
  /update\/check/,
  /^Canceled: Canceled/,
  /^(?:Resolv(?:ing|ed) connection token|Creating a socket|Updating additional builtin|ChatSessionStore: )/,
  /^\[(?:reconnection-grace-time|AgentHost:|AccountPolicyGate)/,
];

/** @param {string} message one message, stack and all */
export function isNoise(message) {
  return harmless.some((each) => each.test(message));
}

/**
 * The server's log without the objects that it prints for native modules that are not built.
 * @param {string} log
 */
export function withoutNoise(log) {
  return log.replace(/^Error: Cannot find module[^]*?^\}$/gm, "").replace(/^\s*$\n/gm, "");
}
