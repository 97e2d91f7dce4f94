import { pathToFileURL } from "node:url";
import { Lines, type Range } from "../../core/campaign/lines";
import type { Fix } from "../../core/campaign/problem";
import { visibleJson } from "../../core/text/visible-json";
import type {
  CheckedFile,
  DocumentPart,
  ExemptedPlacedProblem,
  Format,
  FormatOptions,
  PlacedProblem,
  Summary,
  UnreadFile,
} from "./format";
import { jsonPieces, WrittenItems } from "./json-pieces";
import type { ReportRoot } from "./report-root";
import { levels, reportingDescriptors } from "./sarif-rules";

/** SARIF 2.1.0, for code scanning. */
export const sarif: Format = {
  part: (file, { root }, index) => {
    const location = artifactLocation(file.path, root);
    return {
      kind: "document",
      file: toJson({ location, encoding: "UTF-8", sourceLanguage: "json" }),
      problems: resultsOf(file, { ...location, index }).map((result) => ({
        code: result.ruleId,
        json: toJson({ ...result, ruleIndex: unknownYet }),
      })),
    };
  },
  end: documentOf,
};

function* documentOf(
  summary: Summary,
  { root, version }: FormatOptions,
  parts: readonly DocumentPart[],
): Generator<string> {
  const codes = new Set(parts.flatMap(({ problems = [] }) => problems.map(({ code }) => code)));
  const rules = reportingDescriptors(codes);
  const ruleIndexes = new Map(rules.map((rule, index) => ["id" in rule ? rule.id : "", index]));
  const run = {
    tool: { driver: { name: "campaign-json", semanticVersion: version, rules } },
    columnKind: "utf16CodeUnits",
    originalUriBaseIds: {
      [sourceRoot]: {
        description: { text: "The root of the repository, or the working folder without one." },
      },
    },
    artifacts: new WrittenItems(parts.map(({ file }) => file)),
    invocations: [invocation(summary, root)],
    results: new WrittenItems(resultTexts(parts, ruleIndexes)),
  };
  const log = { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] };
  for (const piece of jsonPieces(log)) yield visibleJson(piece);
  yield "\n";
}

function* resultTexts(
  parts: readonly DocumentPart[],
  ruleIndexes: ReadonlyMap<unknown, number>,
): Generator<string> {
  for (const { problems = [] } of parts)
    for (const { code, json } of problems) yield withRuleIndex(json, ruleIndexes.get(code) ?? -1);
}

/** Replaces the index of a rule until all files are checked: only then are all rules of the report known. */
const unknownYet = -1;

/** Quotation marks inside a text are escaped, so only the property matches. */
function withRuleIndex(result: string, ruleIndex: number): string {
  return result.replace(`"ruleIndex": ${unknownYet}`, `"ruleIndex": ${ruleIndex}`);
}

function toJson(value: object): string {
  return visibleJson(JSON.stringify(value, null, 2));
}

const sourceRoot = "%SRCROOT%";

interface ArtifactLocation {
  readonly uri: string;
  readonly uriBaseId?: string;
  readonly index?: number;
}

/** Relative to the root if the file is inside it. SARIF does not allow ".." to leave a base. */
function artifactLocation(file: string, root: ReportRoot): ArtifactLocation {
  const inRoot = root.pathOf(file);
  if (inRoot === undefined) return { uri: pathToFileURL(root.absolute(file)).href };
  return { uri: inRoot.split("/").map(encodeURIComponent).join("/"), uriBaseId: sourceRoot };
}

/** An exempted problem is a result that is suppressed. */
function allOf({ problems, exempted }: CheckedFile): readonly (PlacedProblem | ExemptedPlacedProblem)[] {
  return [...problems, ...exempted];
}

function resultsOf(file: CheckedFile, artifact: ArtifactLocation) {
  const lines = new Lines(file.text);
  const prints = new Map<string, number>();
  return allOf(file).map((problem) => {
    const { code, severity, message, pointer, related = [], fixes } = problem;
    const print = fingerprint(file.text, problem);
    const nth = (prints.get(print) ?? 0) + 1;
    prints.set(print, nth);
    return {
      ruleId: code,
      level: levels[severity],
      message: { text: message },
      locations: [
        {
          physicalLocation: { artifactLocation: artifact, region: region(problem.range) },
          ...(pointer !== "" && { logicalLocations: [{ fullyQualifiedName: pointer }] }),
        },
      ],
      partialFingerprints: { "campaignProblem/v1": `${print}:${nth}` },
      ...(related.length > 0 && {
        relatedLocations: related.map((place, id) => ({
          id: id + 1,
          physicalLocation: { artifactLocation: artifact, region: region(lines.range(place)) },
          message: { text: place.message },
        })),
      }),
      ...(fixes.length > 0 && { fixes: fixes.map((fix) => toFix(fix, lines, artifact)) }),
      ...("reason" in problem && {
        suppressions: [{ kind: "inSource", status: "accepted", justification: problem.reason }],
      }),
    };
  });
}

function toFix({ title, edits }: Fix, lines: Lines, artifact: ArtifactLocation): object {
  const replacements = edits.map((edit) => ({
    deletedRegion: region(lines.range(edit)),
    insertedContent: { text: edit.content },
  }));
  return { description: { text: title }, artifactChanges: [{ artifactLocation: artifact, replacements }] };
}

/** Lines and columns from 1; the end is exclusive. */
function region({ start, end }: Range): object {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** Stays the same when the problem moves to another line. */
function fingerprint(text: string, { code, pointer, offset, length }: PlacedProblem): string {
  const value = text.slice(offset, offset + length);
  // Only a report in this format needs the module, which takes long to load.
  const { createHash } = process.getBuiltinModule("node:crypto");
  return createHash("sha256")
    .update(JSON.stringify([code, pointer, value]))
    .digest("hex")
    .slice(0, 32);
}

function invocation({ unread, unfixed }: Summary, root: ReportRoot): object {
  const notes = [...unread, ...unfixed].map(({ path: file, reason }: UnreadFile) => ({
    level: "error",
    message: { text: `${file}: ${reason}` },
    locations: [{ physicalLocation: { artifactLocation: artifactLocation(file, root) } }],
  }));
  return {
    executionSuccessful: notes.length === 0,
    ...(notes.length > 0 && { toolExecutionNotifications: notes }),
  };
}
