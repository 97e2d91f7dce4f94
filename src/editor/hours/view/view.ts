/** The script of the panel's page: shows what the extension draws, and reports what a person does. */
import { formatTime } from "../../../core/campaign/time-of-day";
import type { DrawMessage, ViewMessage } from "../messages";

declare function acquireVsCodeApi(): {
  readonly postMessage: (message: ViewMessage) => void;
  /** What VS Code keeps of an open panel when the window closes. */
  readonly setState: (state: Pick<DrawMessage, "file" | "zone">) => void;
};

const { postMessage, setState } = acquireVsCodeApi();
const dayInMinutes = 1440;
/** The minutes to which the pointer snaps, and of one arrow key. */
const step = 15;

/** The extension may run on another computer than this window. */
const isMac = navigator.userAgent.includes("Macintosh");
let shown = 0;
let version = 0;
let sequence = 0;
let dragging = false;
/** Arrived during a drag, and shown after it. */
let waiting: DrawMessage | undefined;

function show(message: DrawMessage): void {
  // A picture without the last changes would take them back for a moment.
  if (message.sequence < sequence) return;
  if (dragging) {
    waiting = message;
    return;
  }
  const focused = selectorOf(document.activeElement);
  if (message.shown !== shown) last = undefined;
  shown = message.shown;
  version = message.version;
  setState({ file: message.file, zone: message.zone });
  byId("title").textContent = message.title;
  byId("hint").textContent = isMac ? message.hint.replace("Ctrl+", "⌘") : message.hint;
  byId("picture").innerHTML = message.picture;
  byId("details").innerHTML = message.details;
  // A live region speaks when it changes, so it changes only if its text does.
  const gaps = byId("gaps");
  if (gaps.dataset["shown"] !== message.gaps) gaps.innerHTML = message.gaps;
  gaps.dataset["shown"] = message.gaps;
  select("zone").value = message.zone;
  if (message.firstCallOn !== undefined) select("first-call").value = message.firstCallOn;
  select("first-call").disabled = message.firstCallOn === undefined;
  focus(focused);
}

function focus(selector: string | undefined): void {
  if (selector !== undefined) document.querySelector<HTMLElement | SVGElement>(selector)?.focus();
}

/** A selector of an edge, a button or a list, to find it in the next picture; undefined for anything else. */
function selectorOf(element: Element | null): string | undefined {
  const edge = element?.closest<SVGElement>(".edge");
  if (edge) {
    const { window: index = "", edge: side = "" } = edge.dataset;
    return `.edge[data-window="${index}"][data-edge="${side}"]`;
  }
  const button = element?.closest<HTMLElement>("[data-reveal]");
  if (button) return `[data-reveal="${button.dataset["reveal"] ?? ""}"]`;
  return element?.matches("select") ? `#${element.id}` : undefined;
}

/** What the keyboard was on. The browser forgets it when a person goes to the editor, or to this panel once more. */
let last: string | undefined;
function remember({ target }: Event): void {
  last = selectorOf(target instanceof Element ? target : null);
}
document.addEventListener("focusin", remember);
// After a click beside everything, keys that scroll must not move an edge.
document.addEventListener("pointerdown", remember);
window.addEventListener("focus", () => {
  if (document.activeElement === document.body) focus(last);
});

function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no ${id}.`);
  return found;
}

function select(id: string): HTMLSelectElement {
  return byId(id) as HTMLSelectElement;
}

function minutesOf(edge: Element): number {
  return Number(edge.getAttribute("aria-valuenow"));
}

/** Moves an edge in the picture, before the extension draws it anew. */
function moveInPicture(edge: SVGElement, minutes: number): void {
  const svg = edge.closest("svg");
  if (svg === null) return;
  const label = edge.getAttribute("aria-label") ?? "";
  edge.setAttribute("aria-valuenow", String(minutes));
  edge.setAttribute("aria-valuetext", `${label} ${formatTime(Math.min(minutes, dayInMinutes - 1))}`);
  edge.setAttribute("transform", `translate(${xOf(svg, minutes)} 0)`);
  const { window: index = "" } = edge.dataset;
  const row = edge.parentElement;
  const [start, end] = [...(row?.querySelectorAll<SVGElement>(`.edge[data-window="${index}"]`) ?? [])];
  const hours = row?.querySelector(`.window[data-window="${index}"] .hours`);
  if (start === undefined || end === undefined || !hours) return;
  const edges = [xOf(svg, minutesOf(start)), xOf(svg, minutesOf(end))];
  hours.setAttribute("x", String(Math.min(...edges)));
  hours.setAttribute("width", String(Math.max(...edges) - Math.min(...edges)));
}

function xOf(svg: SVGElement, minutes: number): number {
  const { left = "0", minute = "1" } = svg.dataset;
  return Number(left) + minutes * Number(minute);
}

function send(edge: SVGElement, minutes: number): void {
  sequence++;
  const { window: index = "", edge: side } = edge.dataset;
  postMessage({
    ...{ kind: "move", window: Number(index), edge: side === "end" ? "end" : "start" },
    ...{ minutes, shown, version, sequence },
  });
}

function clamp(minutes: number): number {
  return Math.min(Math.max(minutes, 0), dayInMinutes);
}

/** How far a key moves an edge, in minutes; undefined for other keys. */
function distanceOf({ key, shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent): number | undefined {
  // These belong to the editor's keyboard shortcuts.
  if (ctrlKey || altKey || metaKey) return undefined;
  const size = shiftKey ? 60 : step;
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return size;
    case "ArrowLeft":
    case "ArrowDown":
      return -size;
    case "PageUp":
      return 60;
    case "PageDown":
      return -60;
    case "Home":
      return -dayInMinutes;
    case "End":
      return dayInMinutes;
    default:
      return undefined;
  }
}

/** Which key takes a change back or makes it again; undefined for other keys. */
function historyKey({ key, shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent): "undo" | "redo" | undefined {
  if (ctrlKey === metaKey || altKey) return undefined;
  switch (key.toLowerCase()) {
    case "z":
      return shiftKey ? "redo" : "undo";
    case "y":
      return ctrlKey && !shiftKey ? "redo" : undefined;
    default:
      return undefined;
  }
}

document.addEventListener("keydown", (event) => {
  const kind = historyKey(event);
  if (kind !== undefined) {
    event.preventDefault();
    sequence++;
    postMessage({ kind, shown, sequence });
    return;
  }
  const edge = event.target instanceof Element ? event.target.closest<SVGElement>(".edge") : null;
  if (edge === null) return;
  const distance = distanceOf(event);
  if (distance !== undefined) {
    event.preventDefault();
    const minutes = clamp(minutesOf(edge) + distance);
    moveInPicture(edge, minutes);
    send(edge, minutes);
  } else if (event.key === "Enter") postMessage({ kind: "reveal", window: Number(edge.dataset["window"]) });
});

document.addEventListener("pointerdown", (event) => {
  const edge = event.target instanceof Element ? event.target.closest<SVGElement>(".edge") : null;
  const svg = edge?.closest("svg");
  if (edge === null || !svg || event.button !== 0) return;
  event.preventDefault();
  edge.focus();
  edge.setPointerCapture(event.pointerId);
  dragging = true;
  const from = minutesOf(edge);
  const toMinutes = ({ clientX }: PointerEvent): number => {
    const box = svg.getBoundingClientRect();
    const x = ((clientX - box.left) / box.width) * svg.viewBox.baseVal.width;
    const { left = "0", minute = "1" } = svg.dataset;
    return clamp(Math.round((x - Number(left)) / Number(minute) / step) * step);
  };
  let moved = false;
  const drag = (next: PointerEvent): void => {
    // The first pixels of a click do not move an edge to the grid.
    moved ||= Math.abs(next.clientX - event.clientX) > 3;
    if (moved) moveInPicture(edge, toMinutes(next));
  };
  const end = (save: boolean) => (): void => {
    edge.removeEventListener("pointermove", drag);
    edge.removeEventListener("pointerup", drop);
    edge.removeEventListener("pointercancel", cancel);
    dragging = false;
    const minutes = minutesOf(edge);
    if (save && minutes !== from) send(edge, minutes);
    else moveInPicture(edge, from);
    const next = waiting;
    waiting = undefined;
    if (next !== undefined) show(next);
  };
  const drop = end(true);
  const cancel = end(false);
  edge.addEventListener("pointermove", drag);
  edge.addEventListener("pointerup", drop);
  edge.addEventListener("pointercancel", cancel);
});

document.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target : undefined;
  const window_ =
    target?.closest<HTMLElement>("[data-reveal]")?.dataset["reveal"] ??
    target?.closest<SVGElement>(".window")?.dataset["window"];
  if (window_ !== undefined) postMessage({ kind: "reveal", window: Number(window_) });
});

select("zone").addEventListener("change", ({ target }) => {
  if (target instanceof HTMLSelectElement) postMessage({ kind: "zone", zone: target.value });
});
select("first-call").addEventListener("change", ({ target }) => {
  const value = target instanceof HTMLSelectElement ? target.value : "";
  postMessage({ kind: "firstCallOn", day: value as Extract<ViewMessage, { kind: "firstCallOn" }>["day"] });
});

// Only the extension posts to this page: VS Code puts it into a frame of its own origin.
window.addEventListener("message", ({ data }: MessageEvent<DrawMessage>) => show(data));
postMessage({ kind: "ready" });
