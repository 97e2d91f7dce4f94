// Messages that VS Code prints in every run: native modules that are not built, unreachable addresses, its own
// statistics. They would hide the output of the tests.
const harmless = [
  /Cannot find module '\.\/build\/Release\//,
  /Failed to register a ServiceWorker/,
  /open-vsx\.org/,
  /update\/check/,
  /^Canceled: Canceled/,
  /^(?:Resolv(?:ing|ed) connection token|Creating a socket|Updating additional builtin|ChatSessionStore: )/,
  /^\[(?:reconnection-grace-time|AgentHost:|AccountPolicyGate)/,
];

/** @param {string} message one message with its stack trace */
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
