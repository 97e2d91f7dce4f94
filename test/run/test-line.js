/**
 * A failed test and the first line of its error, as it is listed before the last line of a run.
 * @param {Mocha.Test} test
 * @param {Error} error
 */
function failureLine(test, error) {
  return `"${test.fullTitle()}": ${error.message.split("\n", 1).join("")}`;
}

/**
 * A test that was tried again, and the reason why it may be.
 * @param {Mocha.Test} test
 */
function retryLine(test) {
  const why = "retryReason" in test ? String(test.retryReason) : "no reason given";
  return `"${test.fullTitle()}" (${why})`;
}

module.exports = { failureLine, retryLine };
