const { writeFileSync } = require("node:fs");
const { reporters } = require("mocha");
const { failureLine, retryLine } = require("./test-line.js");

/** Dots, the failures and second tries in full, and the counts in a file. */
class CountingReporter extends reporters.Dot {
  /**
   * @param {Mocha.Runner} runner
   * @param {Mocha.MochaOptions} options
   */
  constructor(runner, options) {
    super(runner, options);
    const file = countsFile(options.reporterOptions);
    /** @type {string[]} */
    const retried = [];
    /** @type {string[]} */
    const failed = [];
    runner.on("fail", (/** @type {Mocha.Test} */ test, /** @type {Error} */ error) => {
      failed.push(failureLine(test, error));
    });
    runner.on("retry", (/** @type {Mocha.Test} */ test, /** @type {Error} */ error) => {
      const words = retryLine(test);
      retried.push(words);
      console.log(`\n  SECOND TRY of ${words}, because: ${error.stack ?? error.message}\n`);
    });
    runner.once("end", () => {
      const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
      const counts = { passed: passes, failed: failures, skipped: pending, retried, failures: failed };
      if (file !== undefined) writeFileSync(file, JSON.stringify(counts));
    });
  }
}

/** @param {unknown} options */
function countsFile(options) {
  if (typeof options !== "object" || options === null || !("counts" in options)) return undefined;
  return typeof options.counts === "string" ? options.counts : undefined;
}

module.exports = CountingReporter;
