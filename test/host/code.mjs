#!/usr/bin/env node
// Replaces the desktop program `code` where only the npm registry is reachable. @vscode/test-electron starts it with the
// arguments of the desktop program, and it ends with the exit code of the tests.
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { launchBrowser } from "./browser.mjs";
import { isNoise } from "./noise.mjs";
import { obtainEditor, parseEditorKind } from "./obtain.mjs";
import { startServer } from "./server.mjs";

const deadlineMs = Number(process.env.CAMPAIGN_JSON_TEST_DEADLINE_SECONDS ?? 300) * 1000;
const logTailCharacters = 6000;

// If a signal stops this process, or its parent ends, the server ends too.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && process.exit(1), 1000).unref();
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));
const { folder, extensionDevelopmentPath, extensionTestsPath, userDataDir, extensionsDir } = readArguments();
const editor = await obtainEditor(parseEditorKind(process.env.CAMPAIGN_JSON_EDITOR ?? "newest"));
// Submissions of a test are never recorded in the ledger of the person who runs it.
const env = { CAMPAIGN_JSON_LEDGER: process.env.CAMPAIGN_JSON_LEDGER ?? join(userDataDir, "ledger") };
const server = await startServer({ editor, userDataDir, extensionsDir, env, testDriver: true });
const context = await launchBrowser(join(userDataDir, "browser"));
const code = await runTestsInPage();
if (code !== 0)
  process.stderr.write(`--- end of the server's log ---\n${server.log().slice(-logTailCharacters)}\n`);
await context.close();
await server.stop();
process.exit(code);

function readArguments() {
  const { values, positionals } = parseArgs({
    // The arguments include flags that only the desktop program uses.
    strict: false,
    allowPositionals: true,
    options: {
      extensionDevelopmentPath: { type: "string" },
      extensionTestsPath: { type: "string" },
      "user-data-dir": { type: "string" },
      "extensions-dir": { type: "string" },
    },
  });
  /** @param {string} name */
  const required = (name) => {
    const value = values[name];
    if (typeof value !== "string") throw new Error(`--${name} is missing.`);
    return resolve(value);
  };
  const [folder] = positionals;
  if (folder === undefined) throw new Error("A folder to open is missing.");
  return {
    folder: resolve(folder),
    extensionDevelopmentPath: required("extensionDevelopmentPath"),
    extensionTestsPath: required("extensionTestsPath"),
    userDataDir: required("user-data-dir"),
    extensionsDir: values["extensions-dir"] === undefined ? undefined : required("extensions-dir"),
  };
}

/** @returns {Promise<number>} */
async function runTestsInPage() {
  const page = context.pages()[0] ?? (await context.newPage());
  /** @type {Promise<number>} */
  const ended = new Promise((leave, fail) => {
    const late = () => fail(new Error(`No end after ${deadlineMs / 1000} s.`));
    setTimeout(late, deadlineMs).unref();
    page.once("crash", () => fail(new Error("The page crashed.")));
    context.once("close", () => fail(new Error("The browser ended before the tests did.")));
    page.exposeFunction("codeAutomationExit", leave).catch(fail);
  });
  try {
    await page.exposeFunction("codeAutomationLog", relay);
    await page.goto(
      server.address(folder, [
        ["extensionDevelopmentPath", server.remoteUri(extensionDevelopmentPath)],
        ["extensionTestsPath", server.remoteUri(extensionTestsPath)],
      ]),
    );
    return await ended;
  } catch (error) {
    process.stderr.write(`${String(error)}\n`);
    return 1;
  }
}

/** @param {string} type @param {unknown[]} parts */
function relay(type, parts) {
  const message = parts.map(String).join(" ");
  if (isNoise(message)) return;
  const stream = type === "error" || type === "warn" ? process.stderr : process.stdout;
  stream.write(`${message}\n`);
}
