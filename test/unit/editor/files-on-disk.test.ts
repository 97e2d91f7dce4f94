import "./fake-vscode";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type * as vscode from "vscode";
import { URI } from "vscode-uri";
import { onDisk } from "../../../src/editor/workspace/files";

const toUri = (file: string): vscode.Uri => {
  const uri: unknown = URI.file(file);
  return uri as vscode.Uri;
};

describe("The files of this computer", () => {
  let folder: string;
  before(async () => (folder = await mkdtemp(path.join(tmpdir(), "files-"))));
  after(() => rm(folder, { recursive: true }));
  const at = (name: string) => toUri(path.join(folder, name));
  const isCoded = (code: string) => (error: unknown) => (error as { readonly code?: unknown }).code === code;

  it("are read with their size, whatever their names", async () => {
    const uri = at("100% ready #1.campaign.json");
    await writeFile(uri.fsPath, "é{}");
    assert.equal((await onDisk.stat(uri)).size, 4);
    assert.deepEqual(await onDisk.readAtMost(uri, 4), Buffer.from("é{}"));
    assert.equal(await onDisk.readAtMost(uri, 3), undefined);
  });

  it("are absent when they or their folder do not exist", async () => {
    await writeFile(at("file").fsPath, "");
    for (const uri of [at("gone"), at("gone/a"), at("file/a")])
      for (const read of [onDisk.stat, onDisk.readAtMost])
        await assert.rejects(async () => read(uri, 1), isCoded("FileNotFound"));
  });

  it("are not read when they are folders or pipes, which may never end", async () => {
    execFileSync("mkfifo", [at("pipe").fsPath]);
    for (const uri of [toUri(folder), at("pipe")])
      await assert.rejects(async () => onDisk.readAtMost(uri, 1), isCoded("Unavailable"));
  });
});
