import type { Context } from "mocha";

/**
 * A test that may fail once, for a reason that is not the product's. Whoever allows it says which; every second try is
 * listed before the last line of the run.
 */
export function retried(
  why: string,
  run: (this: Context) => Promise<void>,
): (this: Context) => Promise<void> {
  return async function (this: Context) {
    this.retries(1);
    if (this.test !== undefined) Object.assign(this.test, { retryReason: why });
    await run.call(this);
  };
}
