import { isObject } from "../text/json-guards";
import { toPointer } from "../campaign/pointer";
import { withoutSchema } from "../campaign/request-body";
import { visibleLine } from "../text/visible";
import { valueDiff, type Path } from "./value-diff";

/**
 * The differences between the campaign in a response and the one that was sent. Pointers are RFC 6901, into the sent
 * one.
 */
export interface Echo {
  /** Properties that the platform returned with a different value. */
  readonly changed: readonly EchoChange[];
  /** Properties that the response omits, which is normal. Of an omitted object, only the object. */
  readonly notEchoed: readonly string[];
  /** Settings that the platform added. */
  readonly added: readonly EchoAddition[];
  /** How many of each are not listed; absent if all are. */
  readonly leftOut?: Readonly<Record<"changed" | "notEchoed" | "added", number>>;
}

export interface EchoChange {
  /** Ends in `/-`, after the last item, for an item that was not in the sent list. */
  readonly pointer: string;
  /** Undefined for an item that was not in the sent list. */
  readonly sent: unknown;
  /** Undefined for an item that is not in the platform's list. */
  readonly got: unknown;
}

export interface EchoAddition {
  readonly pointer: string;
  readonly value: unknown;
}

/**
 * Compares the `data` of a response with the sent campaign; undefined if the response contains no campaign. Lists are
 * compared by meaning (`valueDiff`). The result is small and free of invisible characters, whatever the response contains.
 * The caller removes secrets before.
 */
export function responseDiff(sent: unknown, response: unknown): Echo | undefined {
  const data = isObject(response) ? response["data"] : undefined;
  const campaign = withoutSchema(sent);
  if (!isObject(data) || !isObject(campaign)) return undefined;
  const found = [...valueDiff(campaign, data)];
  const changed = found.filter((one) => one.kind === "changed");
  const notEchoed = found.filter((one) => one.kind === "not-echoed");
  const added = found.filter((one) => one.kind === "added");
  const leftOut = { changed: beyond(changed), notEchoed: beyond(notEchoed), added: beyond(added) };
  return {
    changed: changed.slice(0, MAX_CHANGES).map((one) => {
      return { pointer: pointerTo(one.path), sent: shown(one.sent), got: shown(one.got) };
    }),
    notEchoed: notEchoed.slice(0, MAX_CHANGES).map(({ path }) => pointerTo(path)),
    added: added
      .slice(0, MAX_CHANGES)
      .map(({ path, value }) => ({ pointer: pointerTo(path), value: shown(value) })),
    ...(Object.values(leftOut).some((count) => count > 0) ? { leftOut } : {}),
  };
}

/** Limit for each kind. A campaign has about thirty values. */
const MAX_CHANGES = 20;
const LONGEST = 300;

function beyond({ length }: readonly unknown[]): number {
  return Math.max(0, length - MAX_CHANGES);
}

function pointerTo(path: Path): string {
  return visibleLine(toPointer(path), LONGEST);
}

/** The value itself if it is short and fully visible; else the beginning of its text. */
function shown(value: unknown): unknown {
  if (typeof value === "string") return visibleLine(value, LONGEST);
  if (typeof value !== "object" || value === null) return value;
  const text = JSON.stringify(value);
  const visible = visibleLine(text, LONGEST);
  return visible === text ? value : visible;
}
