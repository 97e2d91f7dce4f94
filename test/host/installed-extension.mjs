import { mkdir, readFile, rm, symlink } from "node:fs/promises";
import { join } from "node:path";

/**
 * Makes an extension's folder an installed extension. VS Code finds it there at its first start. It is not named in
 * the page's address as one under development, since the newest then hides every notification.
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
