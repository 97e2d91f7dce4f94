import { visibleLine } from "../text/visible";
import type { CallingWeek, WeekDay } from "./calling-week";
import { describeMinutes } from "./week";
import { dayClockText, dayTitle, secondTimesText, weekNotes, windowFaults, windowText } from "./week-notes";

/** The minutes of one character in the bar of a day. */
const step = 30;
const dayInMinutes = 1440;

/** Limit on the length of a value of the file. */
const maxLength = 200;

/**
 * The week for a terminal, in plain text with aligned columns: a bar of the day, its windows, and the facts below.
 * @param title such as the name of the file
 */
export function weekText(title: string, week: CallingWeek): string {
  const titleWidth = Math.max(...week.days.map((day) => dayTitle(day).length)) + 1;
  const pad = " ".repeat(titleWidth + 1);
  const notes = weekNotes(week);
  const labelWidth = Math.max(...notes.map(([label]) => label.length));
  return [
    visibleLine(title, maxLength),
    "",
    `${pad}${hourLine()}`,
    ...week.days.flatMap((day) => dayLines(day, titleWidth, pad, week)),
    "",
    `${pad}${legend(week)}`,
    "",
    ...notes.map(([label, text]) => `${label.padEnd(labelWidth)}  ${visibleLine(text, 2 * 1000)}`),
    "",
  ].join("\n");
}

function hourLine(): string {
  return ["12 AM", "3", "6", "9", "12 PM", "3", "6", "9"].map((hour) => hour.padEnd(6)).join("");
}

function dayLines(day: WeekDay, width: number, pad: string, { second }: CallingWeek): readonly string[] {
  const title = `${dayTitle(day).padEnd(width)}${day.isToday ? ">" : " "}`;
  const [first, ...rest] = day.windows.map((window) =>
    [windowText(window), ...windowFaults(window)].join("; "),
  );
  const total = day.minutes === 0 ? "" : ` (${describeMinutes(day.minutes)})`;
  const more = " ".repeat(pad.length + dayInMinutes / step + 2);
  const clock = dayClockText(day);
  return [
    `${title}${barOf(day)}  ${first === undefined ? "closed" : first + (rest.length === 0 ? total : "")}`,
    ...rest.map((line, index) => more + line + (index === rest.length - 1 ? total : "")),
    ...day.windows.flatMap((window) => {
      const times = secondTimesText(window, day);
      return times === undefined || second === undefined
        ? []
        : [`${more}${windowText(window)} is ${times} in ${visibleLine(second.zone, maxLength)}`];
    }),
    ...(clock === undefined ? [] : [more + clock]),
  ];
}

/** "#" open, "!" outside the legal hours, "=" open twice, "x" inverted, "-" legal but closed, "." closed. */
function barOf({ windows, legal = [] }: WeekDay): string {
  let bar = "";
  for (let at = 0; at < dayInMinutes; at += step) {
    const meets = ({ start, end }: { readonly start: number; readonly end: number }) =>
      start < at + step && end > at;
    const open = windows.filter((window) => !window.inverted && meets(window));
    const inverted = windows.some(
      ({ inverted, start, end }) => inverted && meets({ start: end, end: Math.max(start, end + 1) }),
    );
    if (open.some(({ outside }) => outside.some(meets))) bar += "!";
    else if (open.some(({ overlaps }) => overlaps.some(meets))) bar += "=";
    else if (open.length > 0) bar += "#";
    else if (inverted) bar += "x";
    else bar += legal.some(meets) ? "-" : ".";
  }
  return bar;
}

/** Explains the characters that the bars contain. */
function legend({ days }: CallingWeek): string {
  const bars = days.map(barOf).join("");
  return [
    ["#", "open"],
    ["!", "open outside the legal hours"],
    ["=", "open twice"],
    ["x", "inverted"],
    ["-", "legal, but closed"],
    [".", "closed"],
  ]
    .filter(([character = ""]) => bars.includes(character))
    .map(([character, meaning]) => `${character} ${meaning}`)
    .join("   ");
}
