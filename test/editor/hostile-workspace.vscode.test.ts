import assert from "node:assert/strict";
import { mkdir, rm, symlink, writeFile as write } from "node:fs/promises";
import { createServer, type AddressInfo, type Server } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import * as vscode from "vscode";
import { visibleLine } from "../../src/core/text/visible";
import { tellFigure, times } from "../run/endurance";
import { hostileTexts, assertVisible } from "../unit/hostile-text";
import {
  closeAll,
  codesOf,
  inWorkspace,
  openFile,
  rangeOf,
  springWith,
  untilCodes,
  writeFile,
} from "./campaigns";
import { completionAt, labelOf } from "./completion";
import { watchStalls } from "./stalls";
import { answered, until } from "./until";

/** `npm run endure` uses as many as a hostile folder may have. */
const MANY = times(500, 100_000);

describe("A hostile workspace", () => {
  afterEach(closeAll);

  describe("that names a remote $schema", () => {
    let server: Server;
    let connections = 0;
    beforeEach(async () => {
      connections = 0;
      server = createServer((socket) => {
        connections++;
        socket.destroy();
      });
      await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
    });
    afterEach(() => new Promise((resolve) => server.close(resolve)));

    it("does not make the editor fetch or follow it", async () => {
      const { port } = server.address() as AddressInfo;
      const remote = `http://127.0.0.1:${port}/campaign.schema.json`;
      const text = await springWith(
        ["{", `{\n  "$schema": "${remote}",\n  \n`],
        ['"priority": "5"', '"priority": "99"'],
      );
      const { document } = await openFile("remote.campaign.json", text);
      await untilCodes(document.uri, "schema/enum");
      const { items } = await completionAt(document, new vscode.Position(3, 2), (labels) =>
        labels.includes("schedule"),
      );
      assert.ok(items.map(labelOf).includes("schedule"));
      const hovers = await hoversAt(document, rangeOf(document, '"priority"').start);
      assert.ok(hovers.length > 0);
      assert.equal(connections, 0);
    });
  });

  for (const [index, [what, name]] of Object.entries(hostileTexts).entries())
    it(`shows a name with ${what} as text in a hover, without a link or a command`, async () => {
      const quoted = JSON.stringify(name).slice(1, -1);
      const text = await springWith(['"America/Chicago"', `"${quoted}"`]);
      const { document } = await openFile(`hover-${index}.campaign.json`, text);
      assert.equal(document.getText(), text);
      // The summary of the calling hours contains the name of their time zone.
      const hovers = await hoversAt(document, rangeOf(document, '"callingHours"').start.translate(0, 1));
      const shown: string[] = [];
      for (const content of hovers.flatMap(({ contents }) => contents)) {
        assert.ok(content instanceof vscode.MarkdownString);
        assert.ok(content.isTrusted !== true && content.supportHtml !== true);
        shown.push(content.value.replace(/\\([!-/:-@[-`{-~])/g, "$1"));
        assertVisible(content.value);
        assert.doesNotMatch(content.value, /\]\((?:command:|https:\/\/evil)/);
      }
      assert.ok(
        shown.some((value) => value.includes(visibleLine(name, 200))),
        shown.join("\n"),
      );
      for (const { message } of vscode.languages.getDiagnostics(document.uri)) assertVisible(message);
    });

  it("is searched once if its links lead in circles, in it and through another folder", async function () {
    if (process.platform === "win32") this.skip();
    const folder = inWorkspace("circles").fsPath;
    const outside = path.join(tmpdir(), `outside-${process.pid}`);
    await mkdir(path.join(folder, "a", "b"), { recursive: true });
    await mkdir(outside);
    const short = await springWith(['"maxRingTime": 30', '"maxRingTime": 14']);
    try {
      await write(path.join(outside, "beyond.campaign.json"), short);
      await symlink(folder, path.join(outside, "back"));
      await symlink(folder, path.join(folder, "a", "b", "up"));
      await symlink(outside, path.join(folder, "out"));
      await symlink("/dev/zero", path.join(folder, "endless.campaign.json"));
      await symlink(path.join(folder, "missing"), path.join(folder, "missing.campaign.json"));
      await write(path.join(folder, "a", "one.campaign.json"), short);
      await vscode.commands.executeCommand("campaignJson.lintWorkspace");
      // The names of both are compared, and no third one's.
      const shared = ["name-shared", "contact-list-shared", "ring-time-short"] as const;
      await untilCodes(inWorkspace("circles/a/one.campaign.json"), ...shared);
      const found = vscode.languages
        .getDiagnostics()
        .filter(([uri, problems]) => /(?:one|beyond)\.campaign\.json$/.test(uri.path) && problems.length > 0)
        .map(([uri]) => uri.path.slice(inWorkspace("circles").path.length));
      assert.deepEqual(found.sort(), ["/a/one.campaign.json", "/out/beyond.campaign.json"]);
    } finally {
      await rm(folder, { recursive: true });
      await rm(outside, { recursive: true });
    }
  });

  it("reports a file of 10 MiB as too large, and goes on with others", async () => {
    const large = `{"name": "${"x".repeat(10 * 2 ** 20)}"}`;
    const uri = await writeFile("large.campaign.json", large);
    const { document } = await openFile(
      "small.campaign.json",
      await springWith(['"maxRingTime": 30', '"maxRingTime": 14']),
    );
    await untilCodes(document.uri, "ring-time-short");
    await vscode.commands.executeCommand("campaignJson.lintWorkspace");
    await untilCodes(uri, "syntax/too-large");
    // VS Code itself asks before it opens a file of 10 MiB.
    const open = await openFile("open.campaign.json", large.slice(-(4 * 2 ** 20)));
    await untilCodes(open.document.uri, "syntax/too-large");
    await vscode.commands.executeCommand("vscode.executeDocumentSymbolProvider", open.document.uri);
    assert.deepEqual(codesOf(document.uri), ["ring-time-short"]);
  });

  it(`with ${MANY} campaigns does not freeze the window: a problem is shown while they are read`, async function () {
    this.timeout(60_000 + MANY * 10);
    const folder = inWorkspace("crowd").fsPath;
    let deletion: (() => number) | undefined;
    await mkdir(folder);
    try {
      const text = await springWith();
      for (let at = 0; at < MANY; at += 100)
        await Promise.all(
          Array.from({ length: Math.min(100, MANY - at) }, (_, index) =>
            write(
              path.join(folder, `${at + index}.campaign.json`),
              text.replace("Spring reminder", `Crowd ${at + index}`),
            ),
          ),
        );
      const stall = watchStalls();
      let ended = false;
      const linted = Promise.resolve(vscode.commands.executeCommand("campaignJson.lintWorkspace")).then(
        () => (ended = true),
      );
      const { document } = await openFile(
        "typed.campaign.json",
        await springWith(['"maxRingTime": 30', '"maxRingTime": 14']),
      );
      await until(
        vscode.languages.onDidChangeDiagnostics,
        () => (codesOf(document.uri).includes("ring-time-short") ? true : undefined),
        () => String(codesOf(document.uri)),
      );
      if (MANY > 10_000) assert.equal(ended, false);
      await linted;
      const { rss, heapUsed } = process.memoryUsage();
      tellFigure("MiB of memory of the extension host", (rss / 2 ** 20).toFixed(0));
      tellFigure("MiB of its heap", (heapUsed / 2 ** 20).toFixed(0));
      tellFigure("ms of its longest stall while they are read and checked", stall().toFixed(0));
      deletion = watchStalls();
    } finally {
      await rm(folder, { recursive: true });
      await sleep(times(500, 20_000));
      tellFigure("ms of its longest stall while they are deleted", deletion?.().toFixed(0) ?? "");
    }
  });
});

/** The features are loaded after the first problems. */
async function hoversAt(
  document: vscode.TextDocument,
  at: vscode.Position,
): Promise<readonly vscode.Hover[]> {
  return answered(
    () => vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", document.uri, at),
    (hovers) => hovers.length > 0,
  );
}
