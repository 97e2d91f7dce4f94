import { parseTime, readTimes } from "../hours/time";
import { childOf } from "./document";
import { quoted, replace, type Words, type Wrong } from "./wrong";

/** A time that the platform would not read. */
export function wrongTime(wrong: Wrong, text: string): Words {
  const { name, node } = wrong;
  const [likeliest] = readTimes(text);
  const time = meantTime(wrong, text);
  const guess =
    likeliest === undefined ? ', such as "9:00 AM" or "6:30 PM".' : `. Did you mean "${time ?? likeliest}"?`;
  const message = `${name} is ${quoted(node.value)}; a time is written with hours, minutes and AM or PM${guess}`;
  return { message, fixes: time === undefined ? [] : [replace(wrong, time)] };
}

/** The reading of a time with which the window opens before it closes. */
export function meantTime({ key, node }: Wrong, text: string): string | undefined {
  const isEnd = key === "end";
  const other: unknown = childOf(node.parent?.parent, isEnd ? "start" : "end")?.value;
  const others =
    typeof other === "string" ? (parseTime(other) === undefined ? readTimes(other) : [other]) : [];
  const midnight = isEnd ? ["11:59 PM"] : [];
  const readings = readTimes(text).flatMap((time) => (time === "12:00 AM" ? [time, ...midnight] : [time]));
  const minutes = (time: string) => parseTime(time) ?? 0;
  return readings.find(
    (time) =>
      others.length === 0 ||
      others.some((one) => (isEnd ? minutes(one) < minutes(time) : minutes(time) < minutes(one))),
  );
}
