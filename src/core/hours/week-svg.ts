import { day as dayLength, formatTime } from "../campaign/time-of-day";
import { escapeMarkup } from "../text/markup";
import type { CallingWeek, DrawnWindow, WeekDay } from "./calling-week";
import { describeDate, describeOpening, shortDay } from "./describe-time";
import {
  callText,
  dayClockText,
  dayTitle,
  placeOfZone,
  secondTimesText,
  windowFaults,
  windowName,
  windowText,
} from "./week-notes";
import { days, describeMinutes } from "./week";
import { weekStyle } from "./week-style";

/** Measures of the picture, in its own units. */
const left = 76;
const hourWidth = 18;
const right = 70;
const rowHeight = 34;
const top = 30;
const barHeight = 22;
const barTop = (rowHeight - barHeight) / 2;
const legendLine = 18;
const width = left + 24 * hourWidth + right;

export interface SvgOptions {
  /** What the picture shows, such as the name of a file. */
  readonly title: string;
  /**
   * `image` is complete in itself and contains its style. `panel` has no style, and each edge of a window is a slider
   * unless the file is read-only.
   */
  readonly kind: "image" | "panel";
  readonly editable?: boolean;
}

/**
 * Draws the week: one row a day, the legal hours behind the windows, and now, the next opening, clock changes and one
 * contact's calls on top. A well-formed XML document, whatever the file contains.
 */
export function weekSvg(week: CallingWeek, { title, kind, editable = false }: SvgOptions): string {
  const bottom = top + days.length * rowHeight;
  const axis = week.second === undefined ? 0 : 36;
  const height = bottom + axis + 26 + legendLine;
  const image = kind === "image";
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="calling-week" viewBox="0 0 ${width} ${height}" ${
      image
        ? `width="${width}" height="${height}" role="img"`
        : `data-left="${left}" data-minute="${hourWidth / 60}" role="group"`
    } aria-label="${escapeMarkup(`Calling week: ${title}`)}">`,
    ...(image
      ? [
          `<title>${escapeMarkup(`Calling week: ${title}`)}</title>`,
          `<style>${weekStyle}</style>`,
          `<rect class="paper" width="${width}" height="${height}"/>`,
        ]
      : []),
    hourAxis(),
    ...week.days.map((day, index) => row(week, day, index, kind === "panel" && editable)),
    ...(week.second === undefined ? [] : [secondAxis(week, bottom)]),
    legend(week, bottom + axis),
    "</svg>",
    "",
  ].join("\n");
}

function x(minutes: number): string {
  return number(left + (minutes / 60) * hourWidth);
}

function widthOf({ start, end }: { readonly start: number; readonly end: number }): string {
  return number(((end - start) / 60) * hourWidth);
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Labels every third hour. */
function hourAxis(): string {
  const labels = [0, 3, 6, 9, 12, 15, 18, 21].map(
    (hour) => `<text x="${x(hour * 60)}" y="18">${formatTime(hour * 60).replace(":00", "")}</text>`,
  );
  return `<g class="axis" aria-hidden="true">${labels.join("")}</g>`;
}

/** The same hours in the second zone, as they are now. */
function secondAxis({ second, now }: CallingWeek, y: number): string {
  if (second === undefined || now === undefined) return "";
  const labels = [0, 3, 6, 9, 12, 15, 18, 21].map((hour) => {
    const shown = (((hour * 60 + second.ahead) % dayLength) + dayLength) % dayLength;
    return `<text x="${x(hour * 60)}" y="${y + 16}">${formatTime(shown).replace(":00", "")}</text>`;
  });
  const name = escapeMarkup(`now in ${placeOfZone(second.zone)}`, 60);
  const place = `<text class="place" x="${left}" y="${y + 30}">${name}</text>`;
  return `<g class="axis second" aria-hidden="true">${place}${labels.join("")}</g>`;
}

/** Explains the shapes that the picture contains. */
function legend({ days: weekDays, opening, attempts, now }: CallingWeek, y: number): string {
  const windows = weekDays.flatMap((day) => day.windows);
  const box = (style: string) => `<rect class="${style}" x="0" y="-9" width="12" height="10"/>`;
  const line = `<line x1="5" x2="5" y1="-10" y2="2"/>`;
  const items: readonly (readonly [shown: boolean, style: string, shape: string, text: string])[] = [
    [windows.some(({ inverted }) => !inverted), "window", box("hours"), "open"],
    [weekDays.some(({ legal }) => legal !== undefined), "", box("legal"), "legal hours"],
    [windows.some(({ outside }) => outside.length > 0), "", box("outside"), "outside them"],
    [windows.some(({ overlaps }) => overlaps.length > 0), "", box("overlap"), "overlap"],
    [windows.some(({ inverted }) => inverted), "window inverted", box("hours"), "inverted"],
    [now !== undefined, "mark now", line, "now"],
    [opening?.kind === "closed", "mark", `${line}<text x="7" y="-1">▸</text>`, "next opening"],
    [attempts !== undefined, "call", `<path d="M5 -8 l4 8 h-8 z"/>`, "calls to one contact"],
  ];
  let at = 4;
  let legendRow = 0;
  const drawn = items.flatMap(([shown, style, shape, text]) => {
    if (!shown) return [];
    const length = 30 + text.length * 5.6;
    if (at + length > width) [at, legendRow] = [4, legendRow + 1];
    const place = at;
    at += length;
    return [
      `<g transform="translate(${number(place)} ${y + 19 + legendRow * legendLine})"><g class="${style}">${shape}</g><text class="note" x="17" y="0">${text}</text></g>`,
    ];
  });
  return `<g class="legend" aria-hidden="true">${drawn.join("")}</g>`;
}

function row(week: CallingWeek, day: WeekDay, index: number, editable: boolean): string {
  const y = top + index * rowHeight;
  const legal = (day.legal ?? []).map(
    (stretch) =>
      `<rect class="legal" x="${x(stretch.start)}" y="2" width="${widthOf(stretch)}" height="${rowHeight - 4}"/>`,
  );
  const lines = Array.from(
    { length: 9 },
    (_, each) => `<line class="hour" x1="${x(each * 180)}" x2="${x(each * 180)}" y1="0" y2="${rowHeight}"/>`,
  );
  const windows = day.windows.map((window) =>
    windowShape(week, day, window, editable && isFirst(week, day, window)),
  );
  const total = day.minutes === 0 ? "closed" : describeMinutes(day.minutes);
  return [
    `<g class="day${day.isToday ? " today" : ""}" transform="translate(0 ${y})">`,
    `<line class="rule" x1="0" x2="${width}" y1="0" y2="0"/>`,
    `<text class="name" x="4" y="15">${shortDay(day.day)}</text>`,
    ...(day.date === undefined ? [] : [`<text class="date" x="4" y="28">${describeDate(day.date)}</text>`]),
    ...legal,
    ...lines,
    ...windows,
    ...marks(week, day, index),
    `<text class="total" x="${width - 4}" y="21">${total}</text>`,
    "</g>",
  ].join("\n");
}

/** A window without a day appears on every day, but has one pair of edges. */
function isFirst({ days: weekDays }: CallingWeek, { day }: WeekDay, { index }: DrawnWindow): boolean {
  return weekDays.find(({ windows }) => windows.some((window) => window.index === index))?.day === day;
}

function windowShape(week: CallingWeek, day: WeekDay, window: DrawnWindow, editable: boolean): string {
  const name = windowName(week, day, window);
  const second = secondTimesText(window, day);
  const details = [
    `${name} ${windowText(window)}`,
    ...(window.inverted ? [] : [describeMinutes(window.end - window.start)]),
    ...windowFaults(window),
    ...(second === undefined || week.second === undefined
      ? []
      : [`${second} in ${placeOfZone(week.second.zone)}`]),
  ].join("; ");
  // An inverted window is drawn from its end to its start.
  const shape = window.inverted ? { start: window.end, end: window.start } : window;
  const box = (stretch: { readonly start: number; readonly end: number }, style: string) =>
    `<rect class="${style}" x="${x(stretch.start)}" y="${barTop}" width="${widthOf(stretch)}" height="${barHeight}"/>`;
  const room = ((shape.end - shape.start) / 60) * hourWidth;
  const label = (
    window.inverted ? [`inverted ${windowText(window)}`, "inverted"] : [windowText(window)]
  ).find((text) => text.length * 6.2 < room);
  return [
    `<g class="window${window.inverted ? " inverted" : ""}" data-window="${window.index}" role="img" aria-label="${escapeMarkup(details)}">`,
    `<title>${escapeMarkup(details)}</title>`,
    box(shape, "hours"),
    ...window.outside.map((stretch) => box(stretch, "outside")),
    ...window.overlaps.map((stretch) => box(stretch, "overlap")),
    ...(label === undefined ? [] : [`<text x="${x((shape.start + shape.end) / 2)}" y="21">${label}</text>`]),
    "</g>",
    ...(editable ? (["start", "end"] as const).map((edge) => slider(name, window, edge)) : []),
  ].join("\n");
}

/** An edge that can be dragged, or moved with the arrow keys. */
function slider(name: string, window: DrawnWindow, edge: "start" | "end"): string {
  const minutes = window[edge];
  const at = left + (minutes / 60) * hourWidth;
  return [
    `<g class="edge" role="slider" tabindex="0" data-window="${window.index}" data-edge="${edge}"`,
    ` aria-label="${name} ${edge}" aria-valuemin="0" aria-valuemax="${dayLength}" aria-valuenow="${minutes >= dayLength - 1 ? dayLength : Math.floor(minutes)}"`,
    ` aria-valuetext="${name} ${edge} ${formatTime(minutes)}" transform="translate(${number(at)} 0)">`,
    `<rect class="grip-area" x="-6" y="2" width="12" height="${rowHeight - 4}"/>`,
    `<rect class="grip" x="-2" y="${barTop - 2}" width="4" height="${barHeight + 4}" rx="2"/></g>`,
  ].join("");
}

function marks(week: CallingWeek, day: WeekDay, index: number): readonly string[] {
  const clock = dayClockText(day);
  const { now, opening, at } = week;
  return [
    ...callMarks(week, index),
    ...(clock === undefined || day.clockChange === undefined
      ? []
      : [mark("clock", day.clockChange.before.minutes, `${dayTitle(day)}: ${clock}`, "◷")]),
    ...(opening?.kind === "closed" && opening.opens.day === day.day
      ? [mark("opening", opening.opens.minutes, describeOpening(opening, at), "▸")]
      : []),
    ...(now !== undefined && day.isToday
      ? [mark("now", now.minutes, `now, ${formatTime(now.minutes)}`, "")]
      : []),
  ];
}

function mark(style: string, minutes: number, text: string, sign: string): string {
  const at = x(minutes);
  return [
    `<g class="mark ${style}" role="img" aria-label="${escapeMarkup(text)}"><title>${escapeMarkup(text)}</title>`,
    `<line x1="${at}" x2="${at}" y1="0" y2="${rowHeight}"/>`,
    ...(sign === "" ? [] : [`<text x="${number(Number(at) + 3)}" y="10">${sign}</text>`]),
    "</g>",
  ].join("");
}

/** Calls that fall on the same spot are drawn once. */
function callMarks({ attempts }: CallingWeek, dayIndex: number): readonly string[] {
  const drawn = new Map<string, string>();
  (attempts?.calls ?? []).forEach((call, order) => {
    // Calls of later weeks are listed in the text only.
    if (Math.floor(call / dayLength) !== dayIndex) return;
    const at = x(call % dayLength);
    const text = `${order === 0 ? "first call" : `retry ${order}`}: ${callText(call)}`;
    if (!drawn.has(at))
      drawn.set(
        at,
        `<g class="call" role="img" aria-label="${escapeMarkup(text)}"><title>${escapeMarkup(text)}</title><path d="M${at} ${rowHeight - 8} l3 6 h-6 z"/></g>`,
      );
  });
  return [...drawn.values()];
}
