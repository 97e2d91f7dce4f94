import type { EditorWindow } from "../host/window.mjs";

/**
 * Waits until the page has stored the connection of this window. VS Code writes its state with a delay, and a reload
 * does not wait for it.
 */
export async function untilConnectionIsRemembered(
  { page }: Pick<EditorWindow, "page">,
  which: "practice" | "another",
): Promise<void> {
  const pattern = which === "practice" ? '"practice"' : '"[0-9a-f-]{36}"';
  await page.waitForFunction(LOOK, `"campaignJson\\.connectionInUse":${pattern}`, {
    polling: 100,
    timeout: 30_000,
  });
}

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
