// Preloaded into a measured Node process: writes its peak memory in MiB to the file CAMPAIGN_JSON_PEAK when it ends.
// `process.resourceUsage` would include the peak of the process that started it.
const { readFileSync, writeFileSync } = require("node:fs");

process.on("exit", () => {
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
  writeFileSync(process.env.CAMPAIGN_JSON_PEAK ?? "", String(Number(kilobytes) / 1024));
});
