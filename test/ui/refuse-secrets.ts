import type { EditorWindow } from "../host/window.mjs";

/** From the next load on, the browser refuses access to the storage of secrets, as one that blocks site data does. */
export async function refuseSecrets({ page }: Pick<EditorWindow, "page">): Promise<void> {
  await page.addInitScript({ content: REFUSING });
}

const REFUSING = `{
  const { getItem } = Storage.prototype;
  Storage.prototype.getItem = function (key) {
    if (key === "secrets.provider") throw new DOMException("Access is denied for this document.", "SecurityError");
    return getItem.call(this, key);
  };
}`;
