/** A UTC offset as a person writes it. */
export interface UtcOffset {
  /** Minutes ahead of UTC. */
  readonly minutes: number;
  /** Whether it is written as in the tz database, where `Etc/GMT+5` is five hours behind UTC. */
  readonly reversed: boolean;
}

/** The maximum length of an offset. */
const maxLength = 24;

/**
 * Reads `UTC+5`, `GMT-08:00`, `+5:30`, `+0530`, `UTC 5.30`, `Etc/GMT+05`; undefined for other text. Also reads offsets
 * that no clock has.
 */
export function readUtcOffset(text: string): UtcOffset | undefined {
  const parts = partsOf(text);
  if (parts === undefined || parts.hours === "") return undefined;
  const minutes = Number(parts.hours) * 60 + Number(parts.minutes.padEnd(2, "0"));
  return { minutes: parts.behind === parts.reversed ? minutes : -minutes, reversed: parts.reversed };
}

/**
 * The offsets that a typed text may become, an exact match first: `UTC+1` is one hour, or the start of ten to fourteen.
 */
export function offsetsStartingWith(text: string, offsets: Iterable<number>): number[] {
  const parts = partsOf(text);
  if (parts === undefined) return [];
  const sign = parts.behind === parts.reversed ? 1 : -1;
  const isMeant = (minutes: number) => sign * minutes >= 0 && starts(Math.abs(minutes), parts);
  const exact = readUtcOffset(text)?.minutes;
  const found = [...offsets].filter(isMeant).sort((a, b) => Math.abs(a) - Math.abs(b));
  return exact !== undefined && found.includes(exact)
    ? [exact, ...found.filter((minutes) => minutes !== exact)]
    : found;
}

function starts(minutes: number, written: Parts): boolean {
  const hours = String(Math.floor(minutes / 60));
  const rest = String(minutes % 60).padStart(2, "0");
  if (written.minutes !== "" || written.hours.startsWith("0"))
    return hours === String(Number(written.hours)) && rest.startsWith(written.minutes);
  return hours.startsWith(written.hours);
}

/** `5.5` is five and a half hours; `5.30` is five hours and thirty minutes. */
const fractions: ReadonlyMap<string, string> = new Map([
  [".5", "30"],
  [".50", "30"],
  [".75", "45"],
]);

interface Parts {
  readonly behind: boolean;
  readonly reversed: boolean;
  readonly hours: string;
  readonly minutes: string;
}

function partsOf(text: string): Parts | undefined {
  if (text.length > maxLength) return undefined;
  const plain = text.trim().replace(/[\u2010-\u2015\u2212]/g, "-");
  const match =
    /^(?:(etc\/)?(utc|gmt) ?([+-]| (?=\d))|([+-])) ?(?:(\d{2})(\d{2})|(\d{0,2})(?:[:.](\d{0,2}))?)$/i.exec(
      plain,
    );
  if (match === null) return undefined;
  const [, etc, base, after, alone, fourHours, fourMinutes, hours, minutes] = match;
  return {
    behind: (after ?? alone) === "-",
    reversed: etc !== undefined && base?.toUpperCase() === "GMT",
    hours: fourHours ?? hours ?? "",
    minutes: fourMinutes ?? fractions.get(plain.slice(plain.lastIndexOf("."))) ?? minutes ?? "",
  };
}
