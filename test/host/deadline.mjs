import { setTimeout as pause } from "node:timers/promises";

/** Between two attempts, in milliseconds. Without a pause, they slow down what they wait for. */
const pauseMs = 25;

/**
 * Repeats an attempt until it succeeds. After the deadline, throws the error of the last attempt.
 * @template T
 * @param {() => Promise<T>} attempt waits for its own short deadline
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
      await pause(pauseMs);
    }
  }
}
