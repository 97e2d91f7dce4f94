import { certainTime, parseTime, readTimes } from "../time-of-day";
import { firstUnseen, nameAndCode } from "../../text/named-characters";
import { childOf } from "../document";
import type { Fix } from "../problem";
import { quoted, replace, type Explanation, type InvalidValue } from "./value-problem";

/** The problem of a time that the platform does not accept. */
export function explainTime(wrong: InvalidValue, text: string): Explanation {
  const { name, node } = wrong;
  const times = meantTimes(wrong, text);
  const unseen = firstUnseen(text);
  const fixes = timeFixes(wrong, text);
  if (unseen !== undefined && times.length === 1) {
    const message = `${name} is ${quoted(node.value)}: it contains a ${nameAndCode(unseen)}, which the platform does not accept. Write ${JSON.stringify(times[0])}.`;
    return { message, fixes };
  }
  const [likeliest] = times.length > 0 ? times : readTimes(text);
  const needs = "time needs hours, minutes and AM or PM";
  const message =
    likeliest === undefined || times.length > 1
      ? `${name} is ${quoted(node.value)}; a ${needs}, such as ${alternatives(times.length > 1 ? times : ["9:00 AM", "6:30 PM"])}.`
      : `${name} is ${quoted(node.value)}. Did you mean "${likeliest}"? A ${needs}.`;
  return { message, fixes };
}

/** One fix for a time with one reading. With several, a choice without a preferred fix. */
export function timeFixes(wrong: InvalidValue, text: string): readonly Fix[] {
  const times = meantTimes(wrong, text);
  const certain = certainTime(text);
  if (times.length > 1) return times.map((time) => ({ ...replace(wrong, time), preferred: false }));
  return times.map((time) => replace(wrong, time, time === certain));
}

/**
 * The readings of a time with which the window opens before it closes. Of AM and PM, only the likelier one. A bare
 * number such as 540 keeps both readings: 9:00 AM in minutes and 5:40 on a clock.
 */
function meantTimes({ key, node }: InvalidValue, text: string): readonly string[] {
  const isEnd = key === "end";
  const other: unknown = childOf(node.parent?.parent, isEnd ? "start" : "end")?.value;
  const others =
    typeof other === "string" ? (parseTime(other) === undefined ? readTimes(other) : [other]) : [];
  const midnight = isEnd ? ["11:59 PM"] : [];
  const readings = readTimes(text).flatMap((time) => (time === "12:00 AM" ? [time, ...midnight] : [time]));
  const minutes = (time: string) => parseTime(time) ?? 0;
  const open = readings.filter(
    (time) =>
      others.length === 0 ||
      others.some((one) => (isEnd ? minutes(one) < minutes(time) : minutes(time) < minutes(one))),
  );
  return isBareNumber(text) ? open : open.slice(0, 1);
}

/** 0900 has one reading: the zero shows that it is a clock time. */
function isBareNumber(text: string): boolean {
  return /^\s*[1-9]\d{2,3}\s*$/.test(text) && readTimes(text).length > 1;
}

function alternatives(times: readonly string[]): string {
  const words = times.map((time) => JSON.stringify(time));
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1) ?? ""}`;
}
