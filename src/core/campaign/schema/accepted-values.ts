import { toPointer } from "../pointer";
import type { Validate } from "./validator";

/** Whether a value is right in a certain place. */
export type Accepts = (candidate: unknown) => boolean;

/**
 * Tells whether the schema takes a value at a path. Asked of a campaign with nothing else in it, so that it costs the
 * same in any campaign; what is right in a place depends on no other place but the mode.
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
