import type * as vscode from "vscode";

const deadline = 10_000;

/** Calls `look` at once and after every event until it finds something. Rejects after 10 seconds. */
export async function until<T>(
  event: vscode.Event<unknown>,
  look: () => T | undefined,
  describe: () => string,
): Promise<T> {
  const found = look();
  if (found !== undefined) return found;
  return new Promise<T>((resolve, reject) => {
    const late = setTimeout(() => {
      listener.dispose();
      reject(new Error(`Timed out. ${describe()}`));
    }, deadline);
    const listener = event(() => {
      const now = look();
      if (now === undefined) return;
      clearTimeout(late);
      listener.dispose();
      resolve(now);
    });
  });
}

/** The same without an event: polls for at most 10 seconds. */
export async function answered<T>(ask: () => Thenable<T>, enough: (answer: T) => boolean): Promise<T> {
  const end = Date.now() + deadline;
  let answer = await ask();
  while (!enough(answer) && Date.now() < end) answer = await ask();
  return answer;
}
