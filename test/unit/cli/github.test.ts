import assert from "node:assert/strict";
import { checkCampaign as checked } from "../../../src/core/lint/check";
import { campaign, Folder } from "./lint-command";

describe("campaign-json lint --format github", () => {
  let folder: Folder;
  beforeEach(() => (folder = new Folder()));
  afterEach(() => folder.remove());

  it("writes one command for each problem", async () => {
    folder.put({ "a.campaign.json": campaign({ name: " Spring", priority: 5, maxSkips: 0 }) });
    const lines = (await folder.lint(["--format", "github"])).out.split("\n");
    assert.deepEqual(
      lines.map((line) => line.replace(/(?<=.)::.*$/, "::")),
      [
        "::warning file=a.campaign.json,line=2,col=11,endLine=2,endColumn=19,title=untrimmed-name::",
        "::error file=a.campaign.json,line=10,col=15,endLine=10,endColumn=15,title=schema/type::",
        "::notice file=a.campaign.json,line=39,col=15,endLine=39,endColumn=15,title=no-skips::",
        "1 campaign checked: 1 error, 1 warning, 1 hint",
        "",
      ],
    );
  });

  it("escapes characters that would end a command or a property", async () => {
    folder.put({ "a,b:c%d\n.campaign.json": campaign({ "100%\r\n::error::x": 1 }) });
    const { out } = await folder.lint(["--format", "github"]);
    const [line, sum] = out.split("\n");
    assert.match(line ?? "", /^::warning file=a%2Cb%3Ac%25d%0A\.campaign\.json,line=/);
    assert.match(line ?? "", /100%25/);
    assert.match(sum ?? "", /^1 campaign checked/);
  });

  it("names files from the root of the checkout", async () => {
    folder.put({ "in/a.campaign.json": campaign({ name: " Spring" }) });
    const changes = { cwd: folder.at("in"), env: { GITHUB_WORKSPACE: folder.path } };
    const { out } = await folder.lint(["--format", "github"], changes);
    assert.match(out, /^::warning file=in\/a\.campaign\.json,/);
  });

  it("omits columns if a range spans lines, because GitHub would drop it", async () => {
    folder.put({ "a.campaign.json": campaign() });
    const range = { offset: 0, length: 5 };
    const { out } = await folder.lint(["--format", "github"], {
      check: (text, options) => ({
        ...checked(text, options),
        problems: [{ ...range, code: "x", severity: "hint", message: "x", pointer: "", fixes: [] }],
      }),
    });
    assert.match(out, /^::notice file=a\.campaign\.json,line=1,endLine=2,title=x::x\n/);
  });

  it("annotates a file that could not be read", async () => {
    const { out } = await folder.lint(["--format", "github", "missing.campaign.json"]);
    assert.match(
      out,
      /^::error file=missing\.campaign\.json,title=not read::This file or folder does not exist/,
    );
  });
});
