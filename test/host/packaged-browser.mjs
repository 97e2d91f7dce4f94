import { chmod, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";
import { cached, exists, progress } from "./cache.mjs";
import { installPackages } from "./npm-install.mjs";
import { runProgram } from "./run-program.mjs";

const packagedChromium = "143.0.4";
const packagedFonts = "2.37.3";

/** @returns {Promise<import("./obtain-browser.mjs").ObtainedBrowser>} */
export async function obtainPackagedBrowser() {
  if (process.platform !== "linux" || process.arch !== "x64")
    throw new Error(`@sparticuz/chromium has no build for ${process.platform} ${process.arch}.`);
  const folder = await cached(`chromium-${packagedChromium}`, unpackBrowser);
  const executablePath = join(folder, "chromium");
  // Only these fonts, so that a screenshot looks the same on every machine.
  const env = { FONTCONFIG_FILE: join(folder, "fonts.conf") };
  await writeFontConfiguration(folder);
  try {
    await runProgram(executablePath, ["--version"]);
    return { executablePath, env };
  } catch {
    progress("Chromium misses a library of the system: using those of its package");
    const withLibraries = { ...env, LD_LIBRARY_PATH: join(folder, "lib") };
    await runProgram(executablePath, ["--version"], { env: { ...process.env, ...withLibraries } });
    return { executablePath, env: withLibraries };
  }
}

/**
 * Unpacks the browser into the cache, completely or not at all. The package itself unpacks into the temporary folder
 * under fixed names, where an incomplete file may remain.
 * @param {string} folder
 */
async function unpackBrowser(folder) {
  await installPackages(folder, [
    `@sparticuz/chromium@${packagedChromium}`,
    `dejavu-fonts-ttf@${packagedFonts}`,
  ]);
  const packed = join(folder, "node_modules", "@sparticuz", "chromium", "bin");
  const executablePath = join(folder, "chromium");
  await writeFile(executablePath, await unbrotli(join(packed, "chromium.br")));
  await chmod(executablePath, 0o755);
  for (const name of ["al2023.tar", "fonts.tar"]) {
    const archive = join(folder, name);
    await writeFile(archive, await unbrotli(join(packed, `${name}.br`)));
    await runProgram("tar", ["-xf", archive, "-C", folder]);
    await rm(archive);
  }
  await rm(packed, { recursive: true });
}

/** @param {string} file */
const unbrotli = async (file) => promisify(brotliDecompress)(await readFile(file));

/**
 * Written at each use, because it contains absolute paths and the repository may have moved since the fetch.
 * @param {string} folder
 */
async function writeFontConfiguration(folder) {
  const file = join(folder, "fonts.conf");
  const wanted = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, "fonts")}</dir>
  <dir>${join(folder, "node_modules", "dejavu-fonts-ttf", "ttf")}</dir>
  <cachedir>${join(folder, "font-cache")}</cachedir>
  <alias><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
  <alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
</fontconfig>
`;
  const present = (await exists(file)) ? await readFile(file, "utf8") : "";
  if (present !== wanted) await writeFile(file, wanted);
}
