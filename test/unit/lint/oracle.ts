import { visit } from "jsonc-parser";

/*
 * The content of a text, read without the product: the parser's events, and rules written here by hand. A fix
 * that loses something also loses it here, regardless of how the product interprets it.
 */

/** Keys that only responses of the platform have, and the one that version 2 removed. Safe fixes may remove them. */
const removable = new Set([
  ...["lname", "status", "id", "_id", "createdAt", "updatedAt", "isFiltersEnabled", "useSystemMappings"],
  ...["isRecurrenceEnabled", "experienceFlow", "campaignInstanceUpdatedAt", "connection"],
  "enableMachineDetect",
]);

/** Keys of a request. Any other key may be a misspelling. */
const documented = new Set([
  ...["name", "description", "contactLists", "dncLists", "priority", "dialingMode", "dialingStrategy"],
  ...["callerId", "phoneNumber", "callingHours", "frequency", "timezone", "days", "day", "start", "end"],
  ...["dialingOrder", "maxAttemptsPerRecord", "defaultRetryPeriod", "maxRingTime", "queue_name", "maxSkips"],
  ...["experienceFlowName", "enableMachineDetect", "campaignType", "schedule", "isSchedulingEnabled"],
]);

/** A key of a window with its value. */
type Entry = readonly [key: string, value: string];

interface Window {
  readonly path: readonly string[];
  /** The list of the text that contains it, because a list may appear twice. */
  readonly list: number;
  readonly entries: Entry[];
}

interface Contents {
  /** Each value outside windows with its path, in a form that ignores only spelling. */
  readonly values: ReadonlyMap<string, { readonly path: readonly string[]; readonly plain: string }>;
  readonly windows: readonly Window[];
  readonly weekly: boolean;
  /** Each comment, with a number if it appears several times. */
  readonly comments: ReadonlySet<string>;
}

/** The content that is in `before` but not in `after`, except what a safe fix may remove or rename. */
export function lost(before: string, after: string): string[] {
  // The parser of this oracle recurses, so it skips texts that the check rejects for their depth.
  if (before === after) return [];
  const [old, now] = [contentsOf(before), read(after)];
  const comments = [...old.comments].filter((comment) => !now.comments.has(comment));
  const values = [...old.values].flatMap(([atom, { path, plain }]) => {
    const mayGo = path.some((key) => removable.has(key));
    return now.values.has(atom) || mayGo || isRenamed(path, plain, now) ? [] : [atom];
  });
  return [...comments, ...values, ...lostWindows(old, now)];
}

/** The same value at the same depth, without keys that no request has. */
function isRenamed(path: readonly string[], plain: string, now: Contents): boolean {
  if (path.every(isDocumented)) return false;
  return [...now.values.values()].some(
    (other) =>
      other.plain === plain &&
      other.path.length === path.length &&
      other.path.every((key, at) => key === path[at] || !isDocumented(path[at] ?? "")),
  );
}

function isDocumented(key: string): boolean {
  return key === "*" || documented.has(key);
}

/** A window stays unchanged, has one corrected key, or loses what may be removed. A plain WEEKLY one keeps its hours. */
function lostWindows(old: Contents, now: Contents): string[] {
  const whole = new Set<string>();
  const open: Open[] = [];
  for (const list of listsOf(now)) {
    const own = new Set<string>();
    const hours: Open[] = [];
    for (const window of list) {
      const plain = openOf(window, now.weekly);
      if (plain === undefined) whole.add(addCounted(own, wholeOf(window)));
      else hours.push(plain);
    }
    open.push(...joined(hours));
  }
  return listsOf(old).flatMap((list) => {
    const taken = new Set<string>();
    return list.flatMap((window) => {
      if (window.path.some((key) => removable.has(key))) return [];
      const isLeft = variantsOf(window).some((variant) => {
        const plain = openOf(variant, old.weekly);
        if (plain !== undefined)
          return open.some(
            ({ day, start, end }) => day === plain.day && start <= plain.start && plain.end <= end,
          );
        const one = counted(taken, wholeOf(variant));
        if (whole.has(one)) taken.add(one);
        return whole.has(one);
      });
      return isLeft ? [] : [JSON.stringify(window)];
    });
  });
}

function listsOf({ windows }: Contents): readonly (readonly Window[])[] {
  const lists = new Map<number, Window[]>();
  for (const window of windows) lists.set(window.list, [...(lists.get(window.list) ?? []), window]);
  return [...lists.values()];
}

/** Hours of one day, in minutes. */
interface Open {
  readonly day: string;
  readonly start: number;
  readonly end: number;
}

function joined(hours: readonly Open[]): Open[] {
  const all: Open[] = [];
  for (const next of [...hours].sort((a, b) => a.day.localeCompare(b.day) || a.start - b.start)) {
    const last = all.at(-1);
    if (last?.day !== next.day || next.start > last.end) all.push(next);
    else all[all.length - 1] = { ...last, end: Math.max(last.end, next.end) };
  }
  return all;
}

const parts = ["day", "start", "end"];

/** The minutes in which a WEEKLY window without other keys is open. */
function openOf({ entries: given }: Window, weekly: boolean): Open | undefined {
  const entries = withoutRepeated(given);
  const says = new Map(entries.map(([key, value]) => [key, canonical(key, value)]));
  if (!weekly || says.size < entries.length || entries.some(([key]) => !parts.includes(key)))
    return undefined;
  const [start = NaN, end = NaN] = [says.get("start"), says.get("end")].map((time) =>
    time?.startsWith("minute ") === true ? Number(time.slice(7)) : NaN,
  );
  return start < end ? { day: says.get("day") ?? "", start, end } : undefined;
}

function wholeOf({ path, entries }: Window): string {
  const all = withoutRepeated(entries).map(([key, value]) => JSON.stringify([key, canonical(key, value)]));
  return JSON.stringify([path, all.sort()]);
}

/** A property that appears twice with one value counts once. */
function withoutRepeated(entries: readonly Entry[]): Entry[] {
  return [
    ...new Map(entries.map((entry) => [JSON.stringify([entry[0], canonical(...entry)]), entry])).values(),
  ];
}

function variantsOf(window: Window): Window[] {
  const { entries } = window;
  const once = withoutRepeated(entries);
  const without = once.flatMap(([key], at) => (removable.has(key) ? [once.toSpliced(at, 1)] : []));
  const kept = [once, once.filter(([key]) => !removable.has(key)), ...without];
  const renamed = kept.flatMap((some) =>
    some.flatMap(([key, value], at) =>
      isDocumented(key) || key.startsWith("comment ")
        ? []
        : parts.map((part) => some.with(at, [part, value] as const)),
    ),
  );
  return [entries, ...kept, ...renamed].map((some) => ({ ...window, entries: [...some] }));
}

interface Frame {
  readonly path: readonly string[];
  key?: string;
  readonly window?: Window;
}

/** The text that was read last, because many fixes of one text are compared in a row. */
let last: { readonly text: string; readonly contents: Contents } | undefined;

function contentsOf(text: string): Contents {
  if (last?.text !== text) last = { text, contents: read(text) };
  return last.contents;
}

function read(text: string): Contents {
  const values = new Map<string, { path: readonly string[]; plain: string }>();
  const comments = new Set<string>();
  const frames: Frame[] = [];
  const windows: Window[] = [];
  const frequencies = new Set<string>();
  let list = 0;
  const here = (): string[] => {
    const top = frames.at(-1);
    return top === undefined ? [] : [...top.path, top.key ?? "*"];
  };
  const put = (plain: string) => {
    const path = here();
    const top = frames.at(-1);
    if (top?.window !== undefined) top.window.entries.push([top.key ?? "", plain]);
    else values.set(`${JSON.stringify(path)}=${canonical(path.at(-1) ?? "", plain)}`, { path, plain });
  };
  visit(
    text.replace(/^\uFEFF/, " "),
    {
      onObjectBegin: () => {
        const path = here();
        if (path.at(-1) === "*" && path.at(-2) === "days") {
          const window = { path, list, entries: [] };
          windows.push(window);
          frames.push({ path, window });
        } else {
          put("{}");
          frames.push({ path });
        }
      },
      onObjectEnd: () => void frames.pop(),
      onArrayBegin: () => {
        put("[]");
        list++;
        frames.push({ path: here() });
      },
      onArrayEnd: () => void frames.pop(),
      onObjectProperty: (key) => {
        const top = frames.at(-1);
        if (top !== undefined) top.key = key;
      },
      onLiteralValue: (value: unknown, offset, length) => {
        const plain = plainOf(typeof value === "string" ? value : text.slice(offset, offset + length));
        if (here().at(-1) === "frequency") frequencies.add(plain.toUpperCase());
        put(plain);
      },
      onComment: (offset, length) => {
        const words = text.slice(offset, offset + length);
        // A comment inside a window is part of it.
        frames.findLast(({ window }) => window !== undefined)?.window?.entries.push([`comment ${words}`, ""]);
        addCounted(comments, words);
      },
    },
    { allowTrailingComma: true },
  );
  return { values, windows, comments, weekly: frequencies.size === 1 && frequencies.has("WEEKLY") };
}

function addCounted(found: Set<string>, one: string): string {
  const name = counted(found, one);
  found.add(name);
  return name;
}

/** Appends the first number that makes the text unique. */
function counted(found: ReadonlySet<string>, one: string): string {
  let count = 1;
  while (found.has(`${one} #${count}`)) count++;
  return `${one} #${count}`;
}

/** Without quotes, surrounding space and invisible characters. */
function plainOf(text: string): string {
  return text
    .replace(/[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
    .replace(/\p{Cc}/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** Keys whose values are words of the platform, so that a safe fix may change their letter case. */
const choices = new Set([
  "frequency",
  "day",
  "dialingMode",
  "dialingOrder",
  "campaignType",
  "enableMachineDetect",
]);

/** A value in a normalized spelling, by its key. Every other value keeps its letter case. */
function canonical(key: string, plain: string): string {
  if (key === "start" || key === "end") return minuteOf(plain) ?? plain;
  if (key === "phoneNumber" && !/[a-z@]/i.test(plain)) return plain.replace(/\(0\)/g, "").replace(/\D/g, "");
  if (key === "timezone") return clockOf(plain);
  return choices.has(key) ? plain.toLowerCase() : plain;
}

/** "minute 540" for "9:00 AM", "09:00" and "9:00:00 am". */
function minuteOf(text: string): string | undefined {
  const [, hour = "", minute = "", second = "0", half] =
    /^(\d{1,2}):(\d\d)(?::(\d\d(?:\.\d+)?))? ?(am|pm)?$/i.exec(text) ?? [];
  if (hour === "") return undefined;
  const base = half === undefined ? Number(hour) : (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0);
  return `minute ${base * 60 + Number(minute) + Number(second) / 60}`;
}

/** The clock of a zone through a year, or the name itself if this computer does not have the zone. */
function clockOf(zone: string): string {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const clock = readClock(zone);
  clocks.set(zone, clock);
  return clock;
}

const clocks = new Map<string, string>();

function readClock(timeZone: string): string {
  try {
    const format = new Intl.DateTimeFormat("en", { timeZone, dateStyle: "short", timeStyle: "long" });
    return [0, 3, 6, 9]
      .map((month) => format.format(Date.UTC(2024, month, 15)).replace(/ [A-Z+].*$/, ""))
      .join();
  } catch {
    return timeZone.toLowerCase();
  }
}
