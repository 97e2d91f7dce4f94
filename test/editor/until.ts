import type * as vscode from "vscode";

/** Milliseconds, below the limit of a test. A busy computer takes more than ten seconds for some answers. */
const deadline = 45_000;

/** Returns what `look` finds, now or after an event. Fails after 45 seconds. */
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
      reject(new Error(`Not in time. ${describe()}`));
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

/** Polls something without an event, for at most 45 seconds. */
export async function answered<T>(ask: () => Thenable<T>, enough: (answer: T) => boolean): Promise<T> {
  const end = Date.now() + deadline;
  let answer = await ask();
  while (!enough(answer) && Date.now() < end) answer = await ask();
  return answer;
}
