import type { EditorWindow } from "../host/window.mjs";

/** From the next load on, the browser refuses what VS Code keeps secrets in, as one does that blocks a site's storage. */
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
