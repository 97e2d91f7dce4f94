import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { EditorWindow } from "../host/window.mjs";

/** What the extension has shown, as its log names it. */
export interface Notice {
  readonly kind: "notification" | "dialog" | "progress";
  readonly id: string;
  readonly words: string;
}

export interface Notices {
  /** All that was shown so far, the latest at the end. */
  shown(): Promise<readonly Notice[]>;
  /** Waits until a message of this id was shown that no call has been given yet; returns its words. */
  told(id: string): Promise<string>;
  /** Waits until what was under way by this id has ended. */
  ended(id: string): Promise<void>;
  /**
   * Presses a button of the latest message of this id, or of what is under way, where all of them are kept.
   * @param button its name or what its name matches; the first button when it is left out
   */
  press(id: string, button?: string | RegExp): Promise<void>;
}

const deadlineMs = 90_000;
const lookEveryMs = 50;

/**
 * Messages by the id in the log of the window: VS Code drops a toast that comes soon after three others, hides one
 * after some seconds, and closes one when the same message comes again.
 */
export function noticesOf({ page, profileDir }: Pick<EditorWindow, "page" | "profileDir">): Notices {
  const given = new Map<string, number>();
  const shown = async (): Promise<Notice[]> => noticesIn(await logLines(path.join(profileDir, "user-data")));
  const ofId = async (id: string): Promise<Notice[]> =>
    (await shown()).filter((notice) => notice.id === id && notice.words !== "ended");

  /** Looks again and again; the error says what was shown instead. */
  const untilFound = async <T>(what: string, look: () => Promise<T | undefined>): Promise<T> => {
    const end = Date.now() + deadlineMs;
    for (;;) {
      const found = await look();
      if (found !== undefined) return found;
      if (Date.now() > end) throw new Error(`${what}. Shown so far:\n${inWords(await shown())}`);
      await page.waitForTimeout(lookEveryMs);
    }
  };
  const told = (id: string): Promise<string> => {
    const index = given.get(id) ?? 0;
    given.set(id, index + 1);
    const what = `Nothing was told as ${id}, or not ${index + 1} times`;
    return untilFound(what, async () => (await ofId(id))[index]?.words);
  };
  const ended = async (id: string): Promise<void> => {
    await untilFound(`What is under way as ${id} did not end`, async () => {
      const latest = (await shown()).findLast((notice) => notice.id === id);
      return latest?.words === "ended" ? latest : undefined;
    });
  };

  const center = page.locator(".notifications-center");
  const press = async (id: string, button?: string | RegExp): Promise<void> => {
    const words = await untilFound(`Nothing was told as ${id}`, async () => (await ofId(id)).at(-1)?.words);
    while (!(await center.isVisible())) {
      await page.locator("[id='status.notifications']").click({ timeout: deadlineMs });
      await center.waitFor({ timeout: 2_000 }).catch(() => undefined);
    }
    const item = center.locator(".notification-list-item").filter({ hasText: words }).first();
    // By keyboard: nothing can lie over it.
    const buttons = item.locator(".notification-list-item-buttons-container");
    await buttons
      .getByRole("button", button === undefined ? {} : { name: button, exact: true })
      .first()
      .press("Enter", { timeout: deadlineMs });
  };
  return { shown, told, ended, press };
}

/** For an error message. */
export function inWords(notices: readonly Notice[]): string {
  return notices.map(({ kind, id, words }) => `  ${kind} ${id}: ${words}`).join("\n");
}

function noticesIn(lines: readonly string[]): Notice[] {
  return lines.flatMap((line) => {
    const [, kind, id, words = ""] =
      /^\S+ \S+ \[info\] (notification|dialog|progress) (\S+): (.*)$/.exec(line) ?? [];
    return id !== undefined && isKind(kind) ? [{ kind, id, words }] : [];
  });
}

function isKind(kind: string | undefined): kind is Notice["kind"] {
  return kind === "notification" || kind === "dialog" || kind === "progress";
}

/** Of every extension host that the window has had, in the order of time. */
async function logLines(userDataDir: string): Promise<string[]> {
  const logs = path.join(userDataDir, "logs");
  const files = await readdir(logs, { recursive: true }).catch(() => []);
  const own = files.filter((file) => path.basename(file) === "Campaign Log.log");
  const texts = await Promise.all(own.map((file) => readFile(path.join(logs, file), "utf8")));
  // A line is whole when its end is there. Each begins with its time.
  const lines = texts.flatMap((text) => text.split("\n").slice(0, -1));
  return lines.sort((a, b) =>
    a.slice(0, 23) < b.slice(0, 23) ? -1 : a.slice(0, 23) > b.slice(0, 23) ? 1 : 0,
  );
}
