import { visibleLine } from "../../core/text/visible";
import type { Range } from "../../core/campaign/lines";
import type { Severity } from "../../core/campaign/problem";
import { sumOf, type Format } from "./format";

const commands: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  info: "notice",
  hint: "notice",
};

/** Workflow commands, which GitHub Actions turns into annotations, then one summary line for the log. */
export const github: Format = {
  part: ({ path: file, problems }, { root }) => ({
    kind: "written",
    pieces: problems.map(({ severity, code, message, range }) => {
      const place = { file: root.pathOf(file) ?? file, ...position(range), title: code };
      return annotation(commands[severity], place, message);
    }),
  }),
  end: (summary, { root }) => {
    const undone = [
      ...summary.unread.map((file) => ({ ...file, title: "not read" })),
      ...summary.unfixed.map((file) => ({ ...file, title: "not fixed" })),
    ].map(({ path: file, reason, title }) =>
      annotation("error", { file: root.pathOf(file) ?? file, title }, reason),
    );
    return [...undone, `${sumOf(summary)}\n`];
  },
};

/** From 1, inclusive. GitHub ignores columns of a range over several lines, so they are omitted. */
function position({ start, end }: Range): Record<string, number> {
  if (start.line !== end.line) return { line: start.line + 1, endLine: end.line + 1 };
  return {
    line: start.line + 1,
    col: start.character + 1,
    endLine: end.line + 1,
    endColumn: Math.max(end.character, start.character + 1),
  };
}

function annotation(
  command: string,
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const given = Object.entries(properties).map(([name, value]) => `${name}=${inProperty(String(value))}`);
  return `::${command} ${given.join(",")}::${inData(visibleLine(message, Infinity))}\n`;
}

/** A line end would end the command, so it is escaped. */
function inData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function inProperty(text: string): string {
  const visible = text.replace(/[^\r\n]+/g, (part) => visibleLine(part, Infinity));
  return inData(visible).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
