import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { cached, progress } from "./cache.mjs";
import { installCodeServer, vscodeInside } from "./code-server.mjs";
import { installPackages } from "./npm-install.mjs";
import { obtainBrowser } from "./obtain-browser.mjs";

/**
 * @typedef {"lowest" | "newest"} EditorKind
 * @typedef {{ kind: EditorKind, version: string, node: string, serverMain: string }} ObtainedEditor
 *   `version` of VS Code itself; `node` runs `serverMain`
 */

/**
 * `node`: set if the Node that runs this does not support the release. `ripgrep`: set if the release fetches it with an
 * install script; `workspace.findFiles` needs it.
 * @type {Record<EditorKind, { codeServer: string, version: string } & Record<"node" | "ripgrep", string | undefined>>}
 */
const releases = {
  lowest: { codeServer: "4.100.3", version: "1.100.3", node: undefined, ripgrep: "1.18.0" },
  newest: { codeServer: "4.139.1", version: "1.139.1", node: "24.21.0", ripgrep: undefined },
};

/** @type {readonly EditorKind[]} */
export const editorKinds = ["lowest", "newest"];

/** @param {string} word @returns {EditorKind} */
export function parseEditorKind(word) {
  const kind = editorKinds.find((each) => each === word);
  if (kind === undefined) throw new Error(`"${word}" is no editor kind: say ${editorKinds.join(" or ")}`);
  return kind;
}

/** @param {EditorKind} kind @returns {Promise<ObtainedEditor>} */
export async function obtainEditor(kind) {
  const { codeServer, version, node, ripgrep } = releases[kind];
  const [folder, nodeProgram] = await Promise.all([
    cached(`${kind}-${codeServer}`, (partial) =>
      installCodeServer(partial, { version: codeServer, ripgrep }),
    ),
    node === undefined ? process.execPath : obtainNode(node),
  ]);
  return {
    kind,
    version,
    node: nodeProgram,
    serverMain: join(folder, vscodeInside, "out", "server-main.js"),
  };
}

/** @param {string} version */
async function obtainNode(version) {
  const name = `node-linux-${process.arch}`;
  const folder = await cached(`node-${version}-${process.arch}`, (partial) =>
    installPackages(partial, [`${name}@${version}`]),
  );
  return join(folder, "node_modules", name, "bin", "node");
}

async function main() {
  const { positionals } = parseArgs({ allowPositionals: true });
  const kinds = positionals.length > 0 ? positionals.map(parseEditorKind) : editorKinds;
  const [browser, ...editors] = await Promise.all([obtainBrowser(), ...kinds.map(obtainEditor)]);
  progress(`browser: ${browser.executablePath}`);
  for (const editor of editors) progress(`${editor.kind}: VS Code ${editor.version}, ${editor.serverMain}`);
}

// Without a top-level await, so that a CommonJS test can require this module.
if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  main().catch((/** @type {unknown} */ error) => {
    progress(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });
