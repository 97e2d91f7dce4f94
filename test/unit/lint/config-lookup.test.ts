import assert from "node:assert/strict";
import { configCandidates, configLookup, type ConfigTree } from "../../../src/core/lint/configuration/lookup";

/** A tree with these files and repositories, which records each read. */
function tree(files: readonly string[], repositories: readonly string[] = []) {
  const asked: string[] = [];
  const all: ConfigTree<string> = {
    read: (path) => {
      asked.push(path);
      return Promise.resolve(files.includes(path) ? path : undefined);
    },
    isRepository: (folder) => Promise.resolve(repositories.includes(folder)),
  };
  return { ...all, asked };
}

const at = (folder: string) => `${folder}/.campaignlint.json`;

async function found(files: readonly string[], repositories: readonly string[], root: string, file: string) {
  return (await configLookup(tree(files, repositories), root)(file))?.path;
}

describe("looking up a configuration", () => {
  it("uses the nearest one", async () => {
    const files = [at("/r"), at("/r/a/b")];
    assert.equal(await found(files, ["/r"], "/r", "/r/a/b/c/x.campaign.json"), at("/r/a/b"));
    assert.equal(await found(files, ["/r"], "/r", "/r/a/x.campaign.json"), at("/r"));
  });

  it("searches up to the root of the repository, regardless of the start folder", async () => {
    for (const root of ["/r", "/r/a", "/r/a/b", "/elsewhere", "/"])
      assert.equal(await found([at("/r")], ["/r"], root, "/r/a/b/x.campaign.json"), at("/r"), root);
  });

  it("does not search above that root", async () => {
    assert.equal(await found([at("/r")], ["/r/a"], "/r", "/r/a/b/x.campaign.json"), undefined);
    assert.equal(await found([at("/r/a")], ["/r/a"], "/r", "/r/a/b/x.campaign.json"), at("/r/a"));
  });

  it("searches up to the working folder without a repository", async () => {
    assert.equal(await found([at("/w")], [], "/w", "/w/a/x.campaign.json"), at("/w"));
    assert.equal(await found([at("/w")], [], "/w/a", "/w/a/b/x.campaign.json"), undefined);
    assert.equal(await found([at("/w")], [], "/w/", "/w/a/x.campaign.json"), at("/w"));
    assert.equal(await found([at("/wide")], [], "/w", "/wide/a/x.campaign.json"), undefined);
  });

  it("searches only the file's own folder outside the working folder", async () => {
    assert.equal(await found([at("/o/a")], [], "/w", "/o/a/x.campaign.json"), at("/o/a"));
    assert.equal(await found([at("/o")], [], "/w", "/o/a/x.campaign.json"), undefined);
  });

  it("works at the root of a disk and of Windows drives", async () => {
    assert.equal(await found(["/.campaignlint.json"], [], "/", "/x.campaign.json"), "/.campaignlint.json");
    assert.equal(await found([at("C:")], [], "C:/", "C:/a/x.campaign.json"), at("C:"));
    assert.deepEqual(configCandidates("C:/a/x.json"), ["C:/a/.campaignlint.json", "C:/.campaignlint.json"]);
    assert.deepEqual(configCandidates("/a/b/x.json"), [at("/a/b"), at("/a"), "/.campaignlint.json"]);
  });

  it("returns the content of the file", async () => {
    const lookup = configLookup<number>(
      { read: () => Promise.resolve(7), isRepository: () => Promise.resolve(false) },
      "/",
    );
    assert.deepEqual(await lookup("/a/x.campaign.json"), { path: at("/a"), content: 7 });
  });

  it("reads each file once, regardless of the number of campaigns", async () => {
    const all = tree([], ["/r"]);
    const lookup = configLookup(all, "/r");
    for (let number = 0; number < 50; number++) await lookup(`/r/a/${number % 5}/${number}.campaign.json`);
    assert.equal(all.asked.length, 7);
    assert.equal(new Set(all.asked).size, 7);
  });
});
