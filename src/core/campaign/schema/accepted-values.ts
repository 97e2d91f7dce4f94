import { toPointer } from "../pointer";
import type { Validate } from "./validator";

/** Whether the schema accepts a value at a certain path. */
export type Accepts = (candidate: unknown) => boolean;

/**
 * Returns a test of values at a path. It validates a campaign that contains only the value and the mode, on which
 * validity depends, so the cost is the same for every campaign.
 */
export function acceptsAt(campaign: unknown, path: readonly string[], validate: Validate): Accepts {
  const mode = (campaign as { dialingMode?: unknown } | null | undefined)?.dialingMode;
  const isIndex = (segment: string) => /^\d+$/.test(segment);
  const pointer = toPointer(path.map((segment) => (isIndex(segment) ? 0 : segment)));
  return (candidate) => {
    const probe = path.reduceRight<unknown>(
      (value, segment) => (isIndex(segment) ? [value] : { [segment]: value }),
      candidate,
    );
    validate(path.length === 0 ? probe : { dialingMode: mode, ...(probe as object) });
    const errors = validate.errors ?? [];
    return !errors.some(
      ({ instancePath }) => instancePath === pointer || instancePath.startsWith(`${pointer}/`),
    );
  };
}
