import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { launchBrowser } from "./browser.mjs";
import { killExtensionHosts } from "./extension-hosts.mjs";
import { obtainEditor } from "./obtain.mjs";
import { linkExtension } from "./installed-extension.mjs";
import { startServer } from "./server.mjs";
import { writeSettings } from "./settings.mjs";
import { withDialogs } from "./window-dialogs.mjs";
import { withEditors } from "./window-editors.mjs";
import { withPalette } from "./window-palette.mjs";

/**
 * @typedef {object} WindowOptions
 * @property {import("./obtain.mjs").EditorKind} version
 * @property {string} folder absolute, real path of the folder to open
 * @property {string} [file] relative path of a file to open
 * @property {string} [extension] folder of an extension to install
 * @property {string} [profileDir] user data, browser storage and port; `close` keeps a given one
 * @property {string} [theme] ID of a color theme, as in `workbench.colorTheme`
 * @property {Record<string, unknown>} [settings] override the default ones of `settings.mjs`
 * @property {NodeJS.ProcessEnv} [env] passed to the extension host
 * @property {boolean} [workspaceTrust] the folder opens in Restricted Mode
 */

/** @typedef {Awaited<ReturnType<typeof openWindow>>} EditorWindow */

/**
 * Opens VS Code on a folder, for tests that act like a person: keyboard, palette, dialogs, screenshots.
 * @param {WindowOptions} options
 */
export async function openWindow(options) {
  const editor = await obtainEditor(options.version);
  const profileDir = options.profileDir ?? (await mkdtemp(join(tmpdir(), "editor-window-")));
  const userDataDir = join(profileDir, "user-data");
  const theme = options.theme === undefined ? {} : { "workbench.colorTheme": options.theme };
  const setSettings = (/** @type {Record<string, unknown>} */ more) =>
    writeSettings(userDataDir, { ...theme, ...options.settings, ...more });
  await setSettings({});
  const extensionsDir = join(profileDir, "extensions");
  if (options.extension !== undefined) await linkExtension(options.extension, extensionsDir);
  const { workspaceTrust } = options;
  // Submissions of a test are never recorded in the ledger of the person who runs it.
  const env = { CAMPAIGN_JSON_LEDGER: join(userDataDir, "ledger"), ...options.env };
  const server = await startServer({ editor, userDataDir, extensionsDir, env, workspaceTrust });
  const context = await launchBrowser(join(profileDir, "browser")).catch(
    async (/** @type {unknown} */ error) => {
      await server.stop();
      throw error;
    },
  );
  const { file } = options;
  const address = server.address(
    options.folder,
    file === undefined ? undefined : [["openFile", server.remoteUri(join(options.folder, file))]],
  );

  /** @param {import("playwright-core").Page} page */
  const windowOn = async (page) => {
    await page.goto(address);
    await untilReady(page, file);
    return {
      page,
      ...withPalette(page),
      ...withDialogs(page),
      ...withEditors(page),
      /** @param {string} path */
      screenshot: async (path) => {
        await page.screenshot({ path, animations: "disabled", caret: "hide" });
      },
      /** Reloads the page like "Developer: Reload Window": a new extension host, the same storage. */
      reload: async () => {
        await page.reload();
        await untilReady(page, file);
      },
    };
  };

  const stop = async () => {
    await context.close();
    await server.stop();
  };
  const close = async () => {
    await stop();
    if (options.profileDir === undefined)
      await rm(profileDir, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    return {
      ...(await windowOn(context.pages()[0] ?? (await context.newPage()))),
      profileDir,
      /** Another window on the same server and the same browser profile. */
      openAnother: async () => {
        const another = await windowOn(await context.newPage());
        return {
          ...another,
          /** Navigates away before it closes the page, because the server keeps the extension host of a lost page for hours. */
          close: async () => {
            await another.page.goto("about:blank");
            await another.page.close();
          },
        };
      },
      /** Changes user settings, effective after a reload at the latest. All others get the defaults of `settings.mjs`. */
      setSettings,
      /** Kills the extension hosts of this server's windows, and returns their number. */
      killExtensionHosts: () => killExtensionHosts(server.pid),
      serverLog: server.log,
      /** Ends browser and server. Their files remain. */
      stop,
      close,
    };
  } catch (error) {
    const log = server.log();
    await close();
    throw new Error(`The window did not open.\n${log.slice(-4000)}`, { cause: error });
  }
}

/** @param {import("playwright-core").Page} page @param {string} [file] */
async function untilReady(page, file) {
  await page.locator(".monaco-workbench").waitFor();
  await page.locator(".explorer-folders-view, .explorer-viewlet").first().waitFor();
  await page.locator(".part.statusbar .statusbar-item").first().waitFor();
  // A panel beside the file may have its name in its own.
  if (file !== undefined)
    await page
      .getByRole("tab", { name: basename(file) })
      .first()
      .waitFor();
}
