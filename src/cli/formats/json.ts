import { visibleJson } from "../../core/text/visible-json";
import { countOf, type Format, type PlacedProblem } from "./format";

/** The documented JSON. `exempted`, `unread`, `unfixed`, `fixed` and `unfinished` appear only when they apply. */
export const json: Format = (report) => {
  const count = countOf(report);
  const files = report.files.map(({ path, problems, exempted }) => ({
    path,
    problems: problems.map(toRecord),
    ...(exempted.length > 0 && {
      exempted: exempted.map((problem) => ({ ...toRecord(problem), reason: problem.reason })),
    }),
  }));
  const summary = {
    files: files.length,
    errors: count.error,
    warnings: count.warning,
    infos: count.info,
    hints: count.hint,
    ...(report.fixed !== undefined && { fixed: report.fixed }),
    ...(report.unfinished !== undefined && { unfinished: report.unfinished }),
  };
  const record = {
    files,
    summary,
    ...(report.unread.length > 0 && { unread: report.unread }),
    ...(report.unfixed.length > 0 && { unfixed: report.unfixed }),
  };
  return [`${visibleJson(JSON.stringify(record, null, 2))}\n`];
};

function toRecord({ code, severity, message, pointer, range, fixes }: PlacedProblem) {
  return { code, severity, message, pointer, range, fixable: fixes.length > 0 };
}
