import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Locator } from "playwright-core";
import { pressButton } from "../host/press-button.mjs";
import type { EditorWindow } from "../host/window.mjs";

/** A notification, dialog or progress that the extension showed, as its log records it. */
export interface Notice {
  readonly kind: "notification" | "dialog" | "progress";
  readonly id: string;
  readonly text: string;
}

export interface Notices {
  /** The lines of the extension's log so far, in order. */
  log(): Promise<readonly string[]>;
  /** Everything that was shown so far, in order. */
  shown(): Promise<readonly Notice[]>;
  /** Waits for the next notification of this id and returns its text. Each call returns a later one. */
  notified(id: string): Promise<string>;
  /** Waits until the latest progress of this id has ended. */
  ended(id: string): Promise<void>;
  /** The latest notification or progress of this id, in the notification center. */
  inCenter(id: string): Promise<Locator>;
  /**
   * Presses a button of the latest notification or progress of this id, in the notification center.
   * @param button the name or a pattern for it; the first button when omitted
   */
  press(id: string, button?: string | RegExp): Promise<void>;
}

const deadlineMs = 90_000;
const lookEveryMs = 50;

/**
 * Finds notifications by their id in the log, not on the screen: VS Code drops a toast that follows three others within
 * 800 ms, hides it after some seconds, and closes it when the same message is shown again.
 */
export function noticesOf({ page, profileDir }: Pick<EditorWindow, "page" | "profileDir">): Notices {
  const given = new Map<string, number>();
  const log = (): Promise<string[]> => logLines(path.join(profileDir, "user-data"));
  const shown = async (): Promise<Notice[]> => noticesIn(await log());
  const ofId = async (id: string): Promise<Notice[]> =>
    (await shown()).filter((notice) => notice.id === id && notice.text !== "ended");

  /** Polls until `look` finds something. The error lists what was shown instead. */
  const untilFound = async <T>(what: string, look: () => Promise<T | undefined>): Promise<T> => {
    const end = Date.now() + deadlineMs;
    for (;;) {
      const found = await look();
      if (found !== undefined) return found;
      if (Date.now() > end) throw new Error(`${what}. Shown so far:\n${describeNotices(await shown())}`);
      await page.waitForTimeout(lookEveryMs);
    }
  };
  const notified = (id: string): Promise<string> => {
    const index = given.get(id) ?? 0;
    given.set(id, index + 1);
    const what = `Notification ${id} was not shown ${index + 1} times`;
    return untilFound(what, async () => (await ofId(id))[index]?.text);
  };
  const ended = async (id: string): Promise<void> => {
    await untilFound(`Progress ${id} did not end`, async () => {
      const latest = (await shown()).findLast((notice) => notice.id === id);
      return latest?.text === "ended" ? latest : undefined;
    });
  };

  const center = page.locator(".notifications-center");
  const inCenter = async (id: string): Promise<Locator> => {
    const text = await untilFound(
      `No notification ${id} was shown`,
      async () => (await ofId(id)).at(-1)?.text,
    );
    while (!(await center.isVisible())) {
      await page.locator("[id='status.notifications']").click({ timeout: deadlineMs });
      await center.waitFor({ timeout: 2_000 }).catch(() => undefined);
    }
    return center.locator(".notification-list-item").filter({ hasText: text }).first();
  };
  const press = async (id: string, button?: string | RegExp): Promise<void> => {
    const item = await inCenter(id);
    // A tooltip can cover the button, so the keyboard presses it.
    const buttons = item.locator(".notification-list-item-buttons-container");
    const named = buttons.getByRole("button", button === undefined ? {} : { name: button, exact: true });
    await pressButton(page, named.first(), deadlineMs);
  };
  return { log, shown, notified, ended, inCenter, press };
}

/** One line for each notice, for an error message. */
export function describeNotices(notices: readonly Notice[]): string {
  return notices.map(({ kind, id, text }) => `  ${kind} ${id}: ${text}`).join("\n");
}

function noticesIn(lines: readonly string[]): Notice[] {
  return lines.flatMap((line) => {
    const [, kind, id, text = ""] =
      /^\S+ \S+ \[info\] (notification|dialog|progress) (\S+): (.*)$/.exec(line) ?? [];
    return id !== undefined && isKind(kind) ? [{ kind, id, text }] : [];
  });
}

function isKind(kind: string | undefined): kind is Notice["kind"] {
  return kind === "notification" || kind === "dialog" || kind === "progress";
}

/** The log lines of every extension host of this window, in order of time. */
async function logLines(userDataDir: string): Promise<string[]> {
  const logs = path.join(userDataDir, "logs");
  const files = await readdir(logs, { recursive: true }).catch(() => []);
  const own = files.filter((file) => path.basename(file) === "Campaign Log.log");
  const texts = await Promise.all(own.map((file) => readFile(path.join(logs, file), "utf8")));
  // The last part may be half written. Each line begins with its time.
  const lines = texts.flatMap((text) => text.split("\n").slice(0, -1));
  return lines.sort((a, b) =>
    a.slice(0, 23) < b.slice(0, 23) ? -1 : a.slice(0, 23) > b.slice(0, 23) ? 1 : 0,
  );
}
