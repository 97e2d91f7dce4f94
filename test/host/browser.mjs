import { mkdir } from "node:fs/promises";
import { chromium } from "playwright-core";
import { obtainBrowser } from "./obtain-browser.mjs";

/** How long to wait for a state, in milliseconds. It comes late on a busy machine. */
const deadlineMs = 90_000;

/** Every window has this size, so that screenshots can be compared. */
export const windowSize = { width: 1280, height: 800 };

/**
 * Starts a headless browser that keeps its storage in `profileDir`.
 * @param {string} profileDir
 */
export async function launchBrowser(profileDir) {
  const { executablePath, env } = await obtainBrowser();
  await mkdir(profileDir, { recursive: true });
  const context = await chromium.launchPersistentContext(profileDir, {
    executablePath,
    env: { ...definedOf(process.env), ...env },
    headless: true,
    viewport: windowSize,
    locale: "en-US",
    permissions: ["clipboard-read", "clipboard-write"],
    args: [
      ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--font-render-hinting=none"],
      ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
    ],
  });
  context.setDefaultTimeout(deadlineMs);
  return context;
}

/** @param {NodeJS.ProcessEnv} env @returns {Record<string, string>} */
function definedOf(env) {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
