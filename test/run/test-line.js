/** In characters. Room for what a window showed and for the text of a campaign. */
const longestError = 2_000;

/**
 * A failed test and its error on one line, as it is listed before the last line of a run: of a long log, often only the
 * end is kept.
 * @param {Mocha.Test} test
 * @param {Error} error
 */
function failureLine(test, error) {
  const message = error.message.split(/\s+/).join(" ");
  return `"${test.fullTitle()}": ${message.slice(0, longestError)}`;
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
