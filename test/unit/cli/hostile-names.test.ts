import assert from "node:assert/strict";
import path from "node:path";
import { assertVisible, hostileTexts } from "../hostile-text";
import { faultless } from "../lint/placed";
import { Folder } from "./lint-command";

describe("A hostile name, at the command line,", () => {
  let folder: Folder;
  afterEach(() => folder.remove());

  for (const [what, name] of Object.entries(hostileTexts)) {
    const campaign = { ...faultless(), name, queue_name: ` ${name}`, [name]: 1, contactLists: [name, name] };
    // Windows does not allow these characters in the name of a file.
    const file = process.platform === "win32" ? "a" : name.replaceAll("/", "_").slice(0, 60);
    const put = (): Folder =>
      new Folder({ [`${file}.campaign.json`]: campaign, "b.campaign.json": campaign });

    it(`with ${what} is visible in the report for a terminal`, async () => {
      folder = put();
      const { out, err } = await folder.lint([]);
      assert.match(out, /b\.campaign\.json/);
      for (const line of `${out}${err}`.split("\n")) assertVisible(line);
    });

    it(`with ${what} is inside one annotation of GitHub`, async () => {
      folder = put();
      const { out } = await folder.lint(["--format", "github"]);
      const lines = out.split("\n");
      for (const line of lines) {
        assertVisible(line);
        assert.match(line, /^(?:::(?:error|warning|notice) file=[^:]*::|\d+ campaigns checked|$)/);
      }
      assert.ok(lines.filter((line) => line.startsWith("::")).length >= 4);
    });

    it(`with ${what} names the same file in JSON and SARIF`, async () => {
      folder = put();
      const { out } = await folder.lint(["--format", "json"]);
      const { files } = JSON.parse(out) as { readonly files: readonly { readonly path: string }[] };
      assert.deepEqual(
        files.map((each) => path.basename(each.path)).sort(),
        [`${file}.campaign.json`, "b.campaign.json"].sort(),
      );
      const sarif = (await folder.lint(["--format", "sarif"])).out;
      assert.doesNotThrow(() => JSON.parse(sarif) as unknown);
    });
  }
});
