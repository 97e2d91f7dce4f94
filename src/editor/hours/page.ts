import type { CallingWeek, DrawnWindow, WeekDay } from "../../core/hours/calling-week";
import {
  dayClockText,
  placeOfZone,
  dayTitle,
  secondTimesText,
  weekNotes,
  windowFaults,
  windowText,
} from "../../core/hours/week-notes";
import { weekStyle } from "../../core/hours/week-style";
import { dayNames, days, describeMinutes } from "../../core/hours/week";
import { escapeMarkup } from "../../core/text/markup";

export interface PageOptions {
  /** A random value of this page, which its script and its style carry. */
  readonly nonce: string;
  /** The address of the script. */
  readonly script: string;
  /** The time zones to choose from. */
  readonly zones: readonly string[];
}

/** The page of the panel. It loads nothing but its own script. */
export function hoursPage({ nonce, script, zones }: PageOptions): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'`;
  const option = (value: string, text: string) =>
    `<option value="${escapeMarkup(value)}">${escapeMarkup(text)}</option>`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Calling Hours</title>
<style nonce="${nonce}">${weekStyle}${pageStyle}</style>
</head>
<body>
<main>
<h1 id="title">Calling Hours</h1>
<div id="gaps" role="status"></div>
<div class="controls">
<label>Second time zone <select id="zone">${option("", "None")}${zones.map((zone) => option(zone, zone)).join("")}</select></label>
<label>First call on <select id="first-call">${days.map((day) => option(day, dayNames[day])).join("")}</select></label>
</div>
<div id="picture"></div>
<p id="hint"></p>
<div id="details"></div>
</main>
<script nonce="${nonce}" src="${escapeMarkup(script)}"></script>
</body>
</html>`;
}

const pageStyle = `
body { padding: 0 16px 16px; background: var(--vscode-editor-background); color: var(--vscode-foreground); font-family: var(--vscode-font-family); font-size: var(--vscode-font-size); }
h1 { font-size: 1.2em; margin: 12px 0 8px; overflow-wrap: anywhere; }
#picture, #details { overflow-x: auto; }
#picture svg { display: block; width: 100%; min-width: 470px; max-width: 900px; height: auto; }
.controls { display: flex; flex-wrap: wrap; gap: 8px 16px; margin: 8px 0; }
.controls label { min-width: 0; max-width: 100%; }
select { max-width: 100%; color: var(--vscode-dropdown-foreground); background: var(--vscode-dropdown-background); border: 1px solid var(--vscode-dropdown-border); padding: 2px 4px; font: inherit; }
select:focus-visible, button:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 1px; }
#gaps p { border-left: 3px solid var(--vscode-editorWarning-foreground, currentColor); padding: 2px 8px; margin: 6px 0; }
#hint:empty { display: none; }
#hint { color: var(--vscode-descriptionForeground); }
table { border-collapse: collapse; margin: 12px 0; }
caption { text-align: left; font-weight: 600; padding-bottom: 4px; }
th, td { text-align: left; vertical-align: top; padding: 3px 12px 3px 0; border-bottom: 1px solid var(--vscode-contrastBorder, var(--vscode-panel-border)); }
th { font-weight: 600; }
tbody th, td:has(button) { white-space: nowrap; }
td button { text-align: left; background: none; border: none; padding: 0; color: var(--vscode-textLink-foreground); font: inherit; text-decoration: underline; cursor: pointer; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 12px; }
dt { font-weight: 600; }
dd { margin: 0; overflow-wrap: anywhere; }
.window { cursor: pointer; }
.mark line { pointer-events: none; }
.edge { cursor: ew-resize; outline: none; touch-action: none; }
.edge .grip-area { fill: transparent; }
.edge .grip { fill: var(--week-open); }
.edge:hover .grip { fill: var(--week-text); }
.edge:focus-visible .grip { fill: var(--week-text); }
.edge:focus-visible .grip-area { stroke: var(--week-focus); stroke-width: 2; }
@media (forced-colors: active) { .edge:focus-visible .grip-area { stroke: Highlight; } }
`;

/** The week in a table and a list: all that the picture shows, as text. */
export function weekDetails(week: CallingWeek): string {
  const { second } = week;
  const inSecond =
    second === undefined ? "" : `<th scope="col">In ${escapeMarkup(placeOfZone(second.zone))}</th>`;
  const rows = week.days.flatMap((day) => dayRows(day, second !== undefined));
  const notes = weekNotes(week).filter(([label]) => label !== "Note");
  return [
    "<table><caption>Calling windows</caption>",
    `<thead><tr><th scope="col">Day</th><th scope="col">Window</th><th scope="col">Length</th>${inSecond}<th scope="col">Remarks</th></tr></thead>`,
    `<tbody>${rows.join("")}</tbody></table>`,
    `<dl>${notes.map(([label, text]) => `<dt>${escapeMarkup(label)}</dt><dd>${escapeMarkup(text, 2000)}</dd>`).join("")}</dl>`,
  ].join("");
}

/** What cannot be shown and why, one paragraph each. */
export function weekGaps({ gaps }: CallingWeek): string {
  return gaps.map((gap) => `<p>${escapeMarkup(gap)}</p>`).join("");
}

function dayRows(day: WeekDay, hasSecond: boolean): readonly string[] {
  const title = `${dayTitle(day)}${day.isToday ? " (today)" : ""}`;
  const span = Math.max(1, day.windows.length);
  const head = `<th scope="row"${span > 1 ? ` rowspan="${span}"` : ""}>${escapeMarkup(title)}</th>`;
  const clock = dayClockRemark(day);
  if (day.windows.length === 0)
    return [`<tr>${head}<td>closed</td><td></td>${hasSecond ? "<td></td>" : ""}<td>${clock}</td></tr>`];
  return day.windows.map((window, index) => {
    const cells = [
      `<td><button type="button" data-reveal="${window.index}" aria-label="Show ${windowText(window)} on ${dayNames[day.day]} in the file">${windowText(window)}</button></td>`,
      `<td>${window.inverted ? "" : describeMinutes(window.end - window.start)}</td>`,
      ...(hasSecond ? [`<td>${secondTimesText(window, day) ?? ""}</td>`] : []),
      `<td>${remarks(window, index === 0 ? clock : "")}</td>`,
    ];
    return `<tr>${index === 0 ? head : ""}${cells.join("")}</tr>`;
  });
}

function dayClockRemark(day: WeekDay): string {
  return escapeMarkup(dayClockText(day) ?? "");
}

function remarks(window: DrawnWindow, clock: string): string {
  return [...windowFaults(window).map((fault) => escapeMarkup(fault)), clock]
    .filter((text) => text !== "")
    .join("; ");
}
