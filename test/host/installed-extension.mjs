import { mkdir, readFile, rm, symlink } from "node:fs/promises";
import { join } from "node:path";

/**
 * Installs an extension's folder, which VS Code finds at its first start. The page's address does not name it as an
 * extension in development, because the newest version then hides every notification.
 * @param {string} extension
 * @param {string} extensionsDir
 */
export async function linkExtension(extension, extensionsDir) {
  /** @type {unknown} */
  const manifest = JSON.parse(await readFile(join(extension, "package.json"), "utf8"));
  const { publisher, name, version } = /** @type {Record<"publisher" | "name" | "version", unknown>} */ (
    manifest
  );
  await mkdir(extensionsDir, { recursive: true });
  const place = join(extensionsDir, `${String(publisher)}.${String(name)}-${String(version)}`);
  await rm(place, { force: true });
  await symlink(extension, place);
}
