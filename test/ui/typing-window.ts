import { execFile } from "node:child_process";
import { rmSync } from "node:fs";
import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { repositoryRoot } from "../host/cache.mjs";
import { obtainEditor, parseEditorKind, type EditorKind } from "../host/obtain.mjs";
import { openWindow, type EditorWindow } from "../host/window.mjs";

const run = promisify(execFile);

/**
 * The versions of VS Code to type in. A walk through everything takes minutes, so the lowest version samples every
 * fourth case. Both run the same completion.
 */
export function typedKinds(): readonly {
  readonly kind: EditorKind;
  readonly sampled: <T>(all: readonly T[]) => readonly T[];
}[] {
  const chosen = process.env["CAMPAIGN_JSON_EDITOR"];
  const kinds: readonly EditorKind[] = chosen ? [parseEditorKind(chosen)] : ["lowest", "newest"];
  return kinds.map((kind) => ({
    kind,
    sampled: (all) => (kind === "newest" ? all : all.filter((_, index) => index % 4 === 0)),
  }));
}
const deadlineMs = 30_000;

/** A list of suggestions: the labels of its visible rows, and the one that Enter accepts. */
export interface ShownList {
  readonly labels: readonly string[];
  readonly focused: string | undefined;
}

export interface TypingWindow extends EditorWindow {
  /** Shows a text with the caret at its `|`. */
  show(marked: string): Promise<void>;
  /** Types one key at a time and returns every list that was shown meanwhile, in order. */
  type(keys: string): Promise<readonly ShownList[]>;
  press(key: string): Promise<void>;
  /** The whole text of the editor. */
  text(): Promise<string>;
  /** The visible list, if any. */
  list(): Promise<ShownList | undefined>;
  /**
   * Waits for a list that matches. The error contains the visible one.
   * @param again keys to press every second while no list is visible
   */
  untilList(isRight: (list: ShownList) => boolean, what: string, ...again: string[]): Promise<ShownList>;
  untilNoList(): Promise<void>;
  /** Waits for a text that matches. The error contains the current one. */
  untilText(isRight: (text: string) => boolean): Promise<string>;
}

let packed: Promise<string> | undefined;

/** The package as it is published, built once for all windows. */
function vsix(): Promise<string> {
  packed ??= (async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "vsix-"));
    process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
    const file = path.join(folder, "campaign-json.vsix");
    const script = path.join(repositoryRoot, "scripts", "package.ts");
    await run(process.execPath, ["--import", "tsx", script, "--out", file], { cwd: repositoryRoot });
    return file;
  })();
  return packed;
}

/**
 * Opens a window with the packaged extension installed.
 * @param files content by name; the first is opened, and has to be an empty campaign
 */
export async function openTypingWindow(
  version: EditorKind,
  files: Readonly<Record<string, string>>,
): Promise<TypingWindow> {
  const parent = await realpath(await mkdtemp(path.join(tmpdir(), "typing-")));
  const folder = path.join(parent, "campaigns");
  const profileDir = path.join(parent, "profile");
  await mkdir(folder);
  await mkdir(path.join(profileDir, "user-data"), { recursive: true });
  const editor = await obtainEditor(version);
  const data = path.join(profileDir, "user-data");
  await run(editor.node, [
    editor.serverMain,
    ...["--accept-server-license-terms", "--install-extension", await vsix()],
    ...["--extensions-dir", path.join(profileDir, "extensions")],
    ...["--user-data-dir", data, "--server-data-dir", path.join(data, "server")],
  ]);
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content);
  // The text is read from the drawn lines, so nothing may cover or fold them.
  const settings = {
    "editor.fontSize": 9,
    "editor.stickyScroll.enabled": false,
    "editor.codeLens": false,
    "editor.folding": false,
    "editor.hover.enabled": false,
    // A paste that asks providers first places the caret after keys that follow it.
    "editor.pasteAs.enabled": false,
    "editor.renderWhitespace": "none",
    "editor.wordWrap": "off",
  };
  const window = await openWindow({ version, folder, profileDir, settings });
  const { page } = window;
  await page.setViewportSize({ width: 1600, height: 1400 });
  await window.openFile(Object.keys(files)[0] ?? "");
  const widget = page.locator(".suggest-widget.visible");
  await page.evaluate(recorder);

  const list = () => page.evaluate<ShownList | null>("window.shownNow()");
  const text = async () => (await window.editorText()).replace(/\n$/, "");
  const until = async <T>(look: () => Promise<T | undefined>, what: () => Promise<string>): Promise<T> => {
    for (const end = Date.now() + deadlineMs; Date.now() < end;) {
      const seen = await look();
      if (seen !== undefined) return seen;
      await page.waitForTimeout(15);
    }
    throw new Error(await what());
  };
  const press = async (key: string) => page.keyboard.press(key);
  /** Waits until the caret is drawn at the end of the last of these lines. */
  const untilCaret = (lines: readonly string[]) => {
    const expected = JSON.stringify({ line: lines.length - 1, column: lines.at(-1)?.length ?? 0 });
    return until(
      async () => ((await page.evaluate("window.caretNow()")) === expected ? true : undefined),
      async () => `The caret is at ${String(await page.evaluate("window.caretNow()"))}, not at ${expected}`,
    );
  };
  const untilList: TypingWindow["untilList"] = (isRight, what, ...again) => {
    let looked = Date.now();
    return until(
      async () => {
        const now = await list();
        if (now === null && Date.now() - looked > 1_000) {
          for (const key of again) await press(key);
          looked = Date.now();
        }
        return now !== null && isRight(now) ? now : undefined;
      },
      async () => {
        const caret = String(await page.evaluate("window.caretNow()"));
        const state = await page.evaluate<string>(widgetState);
        const before = await page.evaluate<ShownList[]>("window.shownLists.slice(-6)");
        const lists = before.map(
          ({ labels, focused }) => `${labels.length} with ${focused ?? "none"} in focus`,
        );
        return `No list with ${what}, but ${JSON.stringify(await list())}, caret ${caret}, ${state}, before: ${lists.join(", ")}; on\n${await text()}`;
      },
    );
  };
  // The first request loads the completion.
  await press("Control+Space");
  await untilList(({ labels }) => labels.includes("preview"), "preview", "Escape", "Control+Space");
  await press("Escape");
  return {
    ...window,
    list: async () => (await list()) ?? undefined,
    text,
    press,
    show: async (marked) => {
      const caret = marked.indexOf("|");
      const plain = marked.slice(0, caret) + marked.slice(caret + 1);
      await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(plain)})`);
      await page.locator(".editor-instance .view-lines").first().click();
      for (const key of ["Escape", "Escape", "Control+A", "Delete"]) await press(key);
      if (plain !== "") await press("Control+V");
      // The page reads the clipboard asynchronously.
      await until(
        async () => ((await text()) === plain.replace(/\n$/, "") ? true : undefined),
        async () => `The text did not arrive:\n${await text()}`,
      );
      await untilCaret(plain.split("\n"));
      await press("Control+Home");
      await untilCaret([""]);
      const lines = marked.slice(0, caret).split("\n");
      for (let line = 1; line < lines.length; line++) await press("ArrowDown");
      for (let column = lines.at(-1)?.length ?? 0; column > 0; column--) await press("ArrowRight");
      await untilCaret(lines);
    },
    type: async (keys) => {
      await page.evaluate("window.shownLists.length = 0");
      for (const key of keys) {
        await (key === "\n" ? press("Enter") : page.keyboard.type(key));
        await page.waitForTimeout(40);
      }
      await page.waitForTimeout(250);
      return page.evaluate<ShownList[]>("window.shownLists");
    },
    untilList,
    untilNoList: () => widget.waitFor({ state: "hidden", timeout: deadlineMs }),
    untilText: (isRight) =>
      until(
        async () => {
          const now = await text();
          return isRight(now) ? now : undefined;
        },
        async () => `The text is not right:\n${await text()}`,
      ),
    close: async () => {
      await window.close();
      await rm(parent, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Tells a closed list, an empty one and one with a message apart, and where the keyboard is. */
const widgetState = `(() => {
  const widget = document.querySelector(".suggest-widget");
  const active = document.activeElement;
  return [
    "list " + (widget?.className ?? "missing"),
    (widget?.querySelectorAll(".monaco-list-row").length ?? 0) + " rows",
    "keyboard at " + (active?.className || active?.tagName),
  ].join(", ");
})()`;

/** Records every list of suggestions that the page shows, however briefly, and finds the caret. */
const recorder = `(() => {
  window.caretNow = () => {
    const lines = [...document.querySelectorAll(".editor-instance .view-lines .view-line > span")]
      .map((element) => ({ box: element.getBoundingClientRect(), length: element.textContent.length }))
      .sort((one, other) => one.box.top - other.box.top);
    const caret = document.querySelector(".editor-instance .cursors-layer .cursor").getBoundingClientRect();
    const longest = lines.reduce((most, line) => (line.length > most.length ? line : most));
    const width = longest.length === 0 ? 1 : longest.box.width / longest.length;
    const middle = (caret.top + caret.bottom) / 2;
    const line = lines.findIndex(({ box }) => box.top <= middle && middle <= box.bottom);
    const left = line < 0 ? NaN : Math.round((caret.left - lines[line].box.left) / width);
    return JSON.stringify({ line, column: left });
  };
  window.shownLists = [];
  window.shownNow = () => {
    const widget = document.querySelector(".suggest-widget.visible");
    if (widget === null || widget.classList.contains("message")) return null;
    const name = (row) => (row.querySelector(".label-name")?.textContent ?? "").replaceAll("\\u00a0", " ");
    const rows = [...widget.querySelectorAll(".monaco-list-row")];
    if (rows.length === 0) return null;
    rows.sort((a, b) => Number(a.dataset.index) - Number(b.dataset.index));
    const focused = rows.find((row) => row.classList.contains("focused"));
    return { labels: rows.map(name), focused: focused && name(focused) };
  };
  let last = "null";
  new MutationObserver(() => {
    const now = window.shownNow();
    const written = JSON.stringify(now);
    if (written !== last && now !== null) window.shownLists.push(now);
    last = written;
  }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["class"] });
})()`;
