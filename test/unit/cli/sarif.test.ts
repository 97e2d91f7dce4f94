import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { rules } from "../../../src/core/lint/rules";
import { campaign, Folder } from "./lint-command";

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The part of a SARIF log that the tests read. */
interface Log {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly artifacts: readonly { readonly location: { readonly uri: string } }[];
    readonly invocations: readonly {
      readonly executionSuccessful: boolean;
      readonly toolExecutionNotifications?: readonly { readonly message: { readonly text: string } }[];
    }[];
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: {
            readonly uri: string;
            readonly uriBaseId?: string;
            readonly index: number;
          };
          readonly region: Region;
        };
      }[];
      readonly partialFingerprints: Readonly<Record<string, string>>;
      readonly fixes?: readonly {
        readonly artifactChanges: readonly {
          readonly replacements: readonly {
            readonly deletedRegion: Region;
            readonly insertedContent: { readonly text: string };
          }[];
        }[];
      }[];
    }[];
  }[];
}

/** The schema of the standard. It uses an older draft of JSON Schema, but no keyword that changed since. */
function sarifValidator() {
  const file = require.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
  const schema = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
  delete schema["id"];
  schema["$schema"] = "http://json-schema.org/draft-07/schema#";
  // One of its patterns is invalid in strict mode.
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  return ajv.compile(schema);
}

describe("campaign-json lint --format sarif", () => {
  let folder: Folder;
  beforeEach(() => (folder = new Folder()));
  afterEach(() => folder.remove());
  const valid = sarifValidator();

  async function sarif(args: readonly string[] = []): Promise<Log["runs"][number]> {
    const { out } = await folder.lint([...args, "--format", "sarif"]);
    const log: unknown = JSON.parse(out);
    assert.ok(valid(log), JSON.stringify(valid.errors?.slice(0, 3)));
    const [run] = (log as Log).runs;
    assert.ok(run);
    return run;
  }

  it("conforms to the standard for every kind of report", async () => {
    await sarif();
    folder.put({
      "a.campaign.json": campaign({ name: " Spring", priority: 5, ownr: 1, dialingMode: "preview" }),
      "b.campaign.json": '{ "name": "x", "name": "y", }}',
      "c.campaign.json": "",
      "d.campaign.json": '{ "name": "x", "name": "y" }',
      "\u00e4 #%?.campaign.json": campaign({ name: " Spring" }),
      ".campaignlint.json": { rules: { nope: "off" } },
    });
    const { results, tool, invocations } = await sarif([".", "missing.campaign.json"]);
    const codes = new Set(results.map(({ ruleId }) => ruleId));
    for (const code of ["schema/type", "syntax/empty", "config/unknown-rule", "duplicate-key"])
      assert.ok(codes.has(code), code);
    for (const { ruleId, ruleIndex } of results) assert.equal(tool.driver.rules[ruleIndex]?.id, ruleId);
    for (const { id } of rules) assert.ok(tool.driver.rules.some((rule) => rule.id === id));
    assert.equal(invocations[0]?.executionSuccessful, false);
    assert.match(
      invocations[0].toolExecutionNotifications?.[0]?.message.text ?? "",
      /^missing\.campaign\.json: /,
    );
  });

  it("maps severities to three levels", async () => {
    folder.put({
      "a.campaign.json": campaign({ name: "Spring ", priority: 5, maxSkips: 0 }),
      ".campaignlint.json": { rules: { "untrimmed-name": "info" } },
    });
    const { results } = await sarif();
    assert.deepEqual(
      results.map(({ ruleId, level }) => [ruleId, level]),
      [
        ["untrimmed-name", "note"],
        ["schema/type", "error"],
        ["no-skips", "note"],
      ],
    );
  });

  it("counts positions from 1, and encodes file URIs relative to the folder", async () => {
    const name = "in/\u00e4 #%?.campaign.json";
    folder.put({ [name]: campaign({ name: " Spring" }) });
    const { results, artifacts } = await sarif();
    const place = results[0]?.locations[0]?.physicalLocation;
    const uri = "in/%C3%A4%20%23%25%3F.campaign.json";
    assert.deepEqual(place?.artifactLocation, { uri, uriBaseId: "%SRCROOT%", index: 0 });
    assert.deepEqual(place.region, { startLine: 2, startColumn: 11, endLine: 2, endColumn: 20 });
    assert.equal(artifacts[0]?.location.uri, uri);
  });

  it("uses the full URI for a file outside the folder", async () => {
    folder.put({ "a.campaign.json": campaign({ name: " Spring" }), "in/b.campaign.json": campaign() });
    const { out } = await folder.lint(["../a.campaign.json", "--format", "sarif"], { cwd: folder.at("in") });
    const log = JSON.parse(out) as Log;
    assert.ok(valid(log));
    const location = log.runs[0]?.results[0]?.locations[0]?.physicalLocation.artifactLocation;
    assert.match(location?.uri ?? "", /^file:\/\/\/.*\/a\.campaign\.json$/);
    assert.equal(location?.uriBaseId, undefined);
  });

  it("contains the fixes", async () => {
    folder.put({ "a.campaign.json": campaign({ name: " Spring" }) });
    const { results } = await sarif();
    assert.deepEqual(results[0]?.fixes?.[0]?.artifactChanges[0]?.replacements, [
      {
        deletedRegion: { startLine: 2, startColumn: 11, endLine: 2, endColumn: 20 },
        insertedContent: { text: '"Spring"' },
      },
    ]);
  });

  it("recognizes a problem on another line, and distinguishes two identical ones", async () => {
    const prints = async (text: string) => {
      folder.put({ "a.campaign.json": text });
      return (await sarif()).results.map(({ partialFingerprints }) => Object.values(partialFingerprints)[0]);
    };
    const text = JSON.stringify(campaign({ name: " Spring" }));
    assert.deepEqual(await prints(text), await prints(`// ours\n\n${text}`));
    const twice = await prints('{ "name": "x", "name": "x", "name": "x" }');
    assert.equal(new Set(twice).size, twice.length);
  });
});
