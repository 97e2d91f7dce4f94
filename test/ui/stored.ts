import type { EditorWindow } from "../host/window.mjs";
import { untilPage } from "./until-page";

/**
 * Waits until the page has stored the connection of this window. VS Code writes its state with a delay, and a reload
 * does not wait for it.
 */
export async function untilConnectionIsRemembered(
  { page }: Pick<EditorWindow, "page">,
  which: "practice" | "another",
): Promise<void> {
  const pattern = which === "practice" ? '"practice"' : '"[0-9a-f-]{36}"';
  const what = `stored ${which} as the connection of this window`;
  await untilPage({ page }, stored(`"campaignJson\\.connectionInUse":${pattern}`), what);
}

/** Waits until the page has stored the panel of calling hours with its second time zone. */
export async function untilHoursAreRemembered(
  { page }: Pick<EditorWindow, "page">,
  zone: string,
): Promise<void> {
  // VS Code stores its open editors when a person turns to another program, and every minute.
  await page.evaluate("window.dispatchEvent(new Event('blur'))");
  const what = `stored the panel with ${zone}`;
  await untilPage({ page }, stored(`campaignJson\\.callingHours.*${zone}`), what, 90_000);
}

/** An expression: whether the page has stored a value with this pattern. */
function stored(pattern: string): string {
  return `(${LOOK})(${JSON.stringify(pattern)})`;
}

/**
 * Watches what the page stores as secrets, now and after each reload. VS Code encrypts and stores them after it has
 * reported them as stored, and a reload does not wait for it.
 */
export async function watchSecrets({ page }: Pick<EditorWindow, "page">): Promise<void> {
  await page.addInitScript({ content: WATCH });
  await page.evaluate(WATCH);
}

/** Waits until the browser has stored the connection, or has stored that it is removed. */
export async function untilSecretsInclude(
  { page }: Pick<EditorWindow, "page">,
  connection: string,
  included = true,
): Promise<void> {
  const expression = `window.secretsInclude(${JSON.stringify(connection)}) === ${String(included)}`;
  await untilPage(
    { page },
    expression,
    `stored the secrets ${included ? "with" : "without"} “${connection}”`,
  );
}

/** Waits until a reload keeps a connection that this window uses. `watchSecrets` has to come before it is saved. */
export async function untilConnectionIsStored(
  window: Pick<EditorWindow, "page">,
  words: string,
): Promise<void> {
  await untilSecretsInclude(window, words);
  await untilConnectionIsRemembered(window, "another");
}

/** The secrets are sealed as one text, and each seal is stored at once. */
const WATCH = `{
  const { encrypt } = SubtleCrypto.prototype;
  const { setItem } = Storage.prototype;
  let sealed = "";
  let stored = "";
  SubtleCrypto.prototype.encrypt = async function (algorithm, key, data) {
    const result = await encrypt.call(this, algorithm, key, data);
    sealed = new TextDecoder().decode(data);
    return result;
  };
  Storage.prototype.setItem = function (key, value) {
    setItem.call(this, key, value);
    if (key === "secrets.provider") stored = sealed;
  };
  window.secretsInclude = (text) => stored.includes(text);
}`;

const LOOK = `async (pattern) => {
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  for (const { name } of await indexedDB.databases()) {
    if (!name.startsWith("vscode-web-state-db-")) continue;
    const database = await done(indexedDB.open(name));
    try {
      if (!database.objectStoreNames.contains("ItemTable")) continue;
      const values = await done(database.transaction("ItemTable").objectStore("ItemTable").getAll());
      if (values.some((value) => new RegExp(pattern).test(String(value)))) return true;
    } finally {
      database.close();
    }
  }
  return false;
}`;
