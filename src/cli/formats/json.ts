import { visibleJson } from "../../core/text/visible-json";
import type { DocumentPart, Format, PlacedProblem, Summary } from "./format";
import { jsonPieces, WrittenItems } from "./json-pieces";

/** The documented JSON. `exempted`, `unread`, `unfixed`, `fixed` and `unfinished` appear only when they apply. */
export const json: Format = {
  part: ({ path, problems, exempted }) => {
    const record = {
      path,
      problems: problems.map(toRecord),
      ...(exempted.length > 0 && {
        exempted: exempted.map((problem) => ({ ...toRecord(problem), reason: problem.reason })),
      }),
    };
    return { kind: "document", file: visibleJson(JSON.stringify(record, null, 2)) };
  },
  end: documentOf,
};

function* documentOf(summary: Summary, _: unknown, parts: readonly DocumentPart[]): Generator<string> {
  const { files, count, fixed, unfinished, unread, unfixed } = summary;
  const record = {
    files: new WrittenItems(parts.map(({ file }) => file)),
    summary: {
      files,
      errors: count.error,
      warnings: count.warning,
      infos: count.info,
      hints: count.hint,
      fixed,
      unfinished,
    },
    ...(unread.length > 0 && { unread }),
    ...(unfixed.length > 0 && { unfixed }),
  };
  for (const piece of jsonPieces(record)) yield visibleJson(piece);
  yield "\n";
}

function toRecord({ code, severity, message, pointer, range, fixes }: PlacedProblem) {
  return { code, severity, message, pointer, range, fixable: fixes.length > 0 };
}
