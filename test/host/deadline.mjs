/**
 * Tries until it succeeds; the last refusal is the error when the deadline passes.
 * @template T
 * @param {() => Promise<T>} attempt each one waits by itself, for its own short deadline
 * @param {number} [deadlineMs]
 * @returns {Promise<T>}
 */
export async function untilDone(attempt, deadlineMs = 20_000) {
  const end = Date.now() + deadlineMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}
