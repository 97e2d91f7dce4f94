import { createScanner, findNodeAtOffset } from "jsonc-parser";
import { pathOfNode, type CampaignDocument } from "../../campaign/document";
import { Lines } from "../../campaign/lines";
import { fromPointer, toPointer, type Segment } from "../../campaign/pointer";
import type { Edit, Fix, Problem, Span } from "../../campaign/problem";
import { nearest } from "../../text/nearest";
import { inQuotes } from "../configuration/reading";
import type { Rule } from "../rule";
import { rules as catalogue } from "../rules";
import { exemptionComments, exemptionWords, type ExemptedCode, type ExemptionComment } from "./comments";
import { ranOn } from "./ran-on";

/** A problem that a comment exempts. */
export interface ExemptedProblem extends Problem {
  /** From the comment, on one line. */
  readonly reason: string;
}

export interface Applied {
  /** The problems that remain, and those of the exemptions. */
  readonly problems: Problem[];
  readonly exempted: ExemptedProblem[];
}

/**
 * Separates the problems that comments exempt, and reports comments that are incomplete or have no effect. Syntax and
 * schema problems always remain.
 * @param problems the schema's and the rules'
 * @param ran the rules that ran and reported every problem they found
 * @param syntaxProblems where rules did not run
 */
export function applyExemptions(
  document: CampaignDocument,
  problems: Problem[],
  ran: readonly Rule[],
  syntaxProblems: readonly Problem[],
): Applied {
  const comments = exemptionComments(document);
  if (comments.length === 0) return { problems, exempted: [] };
  const lines = new Lines(document.text);
  const starts = lineStarts(document.text, lines);
  const reports: Problem[] = [];
  const active = new Map<string, ActiveCode[]>();
  for (const comment of comments) {
    const found = examine(toCover(document, comment, lines, starts), document.text);
    reports.push(...found.reports);
    for (const one of found.active) {
      const key = keyOf(one.code.code, one.cover.line);
      const same = active.get(key);
      if (same === undefined) active.set(key, [one]);
      else same.push(one);
    }
  }
  const complete = new Set(ran.map(({ id }) => id));
  const used = new Set<string>();
  const kept: Problem[] = [];
  const exempted: ExemptedProblem[] = [];
  for (const problem of problems) {
    const keys = [keyOf(problem.code, lines.position(problem.offset).line), keyOf(problem.code, undefined)];
    const by = keys.filter((key) => active.has(key));
    for (const key of by) used.add(key);
    const reason = active.get(by[0] ?? "")?.[0]?.reason;
    // A rule that stopped early may have left out a problem that no comment covers.
    if (reason === undefined || !complete.has(problem.code)) kept.push(problem);
    else exempted.push({ ...problem, reason });
  }
  const broken = [...syntaxProblems, ...problems.filter(({ code }) => code.startsWith("schema/"))];
  const wasChecked = checkedParts(ran, broken, lines);
  for (const [key, codes] of active) {
    const [first] = codes;
    if (first === undefined || used.has(key) || !wasChecked(first)) continue;
    for (const one of codes) reports.push(unused(one, document.text));
  }
  return { problems: [...kept, ...reports.slice(0, maxReports)], exempted };
}

/** Nobody reads more, and a text can contain thousands of comments. */
const maxReports = 100;

/** The exemptions of one code on one line, or in the whole file. */
function keyOf(code: string, line: number | undefined): string {
  return `${line ?? ""}:${code}`;
}

/** An exemption and what it applies to. */
interface Cover {
  readonly comment: ExemptionComment;
  /** The exempted line, from 0; undefined for the whole file. */
  readonly line: number | undefined;
  /** The path of the first part on that line. */
  readonly path: readonly Segment[];
  /** Whether an exemption of the file comes before its first brace. */
  readonly isPlaced: boolean;
}

/** A code that is exempted for a reason. */
interface ActiveCode {
  readonly cover: Cover;
  readonly code: ExemptedCode;
  readonly reason: string;
}

function toCover(
  { root }: CampaignDocument,
  comment: ExemptionComment,
  lines: Lines,
  starts: readonly LineStart[],
): Cover {
  if (comment.scope === "file")
    return {
      comment,
      line: undefined,
      path: [],
      isPlaced: root !== undefined && comment.offset < root.offset,
    };
  const after = lines.position(comment.offset + comment.length).line;
  const next = starts[firstAfter(starts, after)];
  const node = root && next && findNodeAtOffset(root, next.offset, true);
  return { comment, line: next?.line ?? Infinity, path: pathOfNode(node), isPlaced: true };
}

/** A line with more than comments, and its first token. */
interface LineStart {
  readonly line: number;
  readonly offset: number;
}

/** Lines of comments alone are omitted, so that several exemptions can be above one line. */
function lineStarts(text: string, lines: Lines): LineStart[] {
  const starts: LineStart[] = [];
  const scanner = createScanner(text, true);
  for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
    const offset = scanner.getTokenOffset();
    const { line } = lines.position(offset);
    if (line !== starts.at(-1)?.line) starts.push({ line, offset });
  }
  return starts;
}

function firstAfter(starts: readonly LineStart[], line: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle]?.line ?? Infinity) <= line) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Reports what is wrong with a comment itself, and returns the codes that it exempts. */
function examine(cover: Cover, text: string): { reports: Problem[]; active: ActiveCode[] } {
  const { comment, isPlaced } = cover;
  const { codes, reason } = comment;
  if (!isPlaced) {
    const message = `${exemptionWords.file} must be before the first brace, so it has no effect here. To exempt one line, use ${exemptionWords.line}.`;
    return { reports: [report(cover, comment, message)], active: [] };
  }
  if (codes.length === 0) {
    const message = `This exemption names no rule, so it has no effect. Write the ID of a rule after ${exemptionWords[comment.scope]}.`;
    return { reports: [report(cover, comment, message)], active: [] };
  }
  const reports: Problem[] = [];
  const active: ActiveCode[] = [];
  if (reason === undefined) {
    const message =
      'This exemption has no reason after "--", so it has no effect. Write why the problem is acceptable.';
    reports.push(report(cover, comment, message));
  }
  for (const code of codes) {
    if (!ruleIds.has(code.code)) reports.push(notARule(cover, code, text));
    else if (reason !== undefined) active.push({ cover, code, reason });
  }
  return { reports, active };
}

const ruleIds: ReadonlySet<string> = new Set(catalogue.map(({ id }) => id));

/** Whether a comment can exempt problems of this code. */
export function isExemptable(code: string): boolean {
  return ruleIds.has(code);
}

function notARule(cover: Cover, code: ExemptedCode, text: string): Problem {
  const name = inQuotes(code.code);
  if (/^(syntax|schema|config|internal|account)(\/|$)/.test(code.code)) {
    const message = `${name} cannot be exempted: only rules can. Remove it and fix the problem.`;
    return report(cover, code, message, [removal(cover, code, text)]);
  }
  const meant = nearest(code.code, ruleIds);
  const hint = meant === undefined ? "Correct the ID, or remove it." : `Did you mean "${meant}"?`;
  const { offset, length } = code;
  const rename: Fix[] =
    meant === undefined
      ? []
      : [
          {
            title: `Change to "${meant}"`,
            edits: [{ offset, length, content: meant }],
            preferred: true,
            safe: false,
          },
        ];
  return report(cover, code, `${name} is not a rule, so it exempts nothing. ${hint}`, rename);
}

/** Whether the exempted rule ran on the exempted part. */
function checkedParts(
  ran: readonly Rule[],
  broken: readonly Problem[],
  lines: Lines,
): (one: ActiveCode) => boolean {
  const rules = new Map(ran.map((rule) => [rule.id, rule]));
  const brokenLines = new Set(broken.map(({ offset }) => lines.position(offset).line));
  const brokenPaths = broken.map(({ pointer }) => fromPointer(pointer));
  return ({ cover: { line, path }, code }) => {
    const rule = rules.get(code.code);
    if (rule === undefined || (line !== undefined && brokenLines.has(line))) return false;
    return ranOn(rule.reads, path, brokenPaths);
  };
}

function unused({ cover, code }: ActiveCode, text: string): Problem {
  const place = cover.line === undefined ? "in this file" : "on the next line";
  const message = `${code.code} reports nothing ${place}, so this exemption is not needed. Remove it.`;
  return { ...report(cover, code, message, [removal(cover, code, text)]), unnecessary: true };
}

function report(
  cover: Cover,
  { offset, length }: Span,
  message: string,
  fixes: readonly Fix[] = [],
): Problem {
  const pointer = toPointer(cover.path);
  return { code: "config/exemption", severity: "warning", message, pointer, offset, length, fixes };
}

/** Removes a code with one comma; the last one with its comment, and with its line if nothing else is there. */
function removal({ comment }: Cover, code: ExemptedCode, text: string): Fix {
  const edit = comment.codes.length > 1 ? withoutCode(comment, code) : withoutComment(comment, text);
  return { title: `Remove the exemption of ${code.code}`, edits: [edit], preferred: true, safe: false };
}

function withoutCode({ codes }: ExemptionComment, code: ExemptedCode): Edit {
  const next = codes[code.index + 1];
  const previous = codes[code.index - 1];
  const start =
    next === undefined && previous !== undefined ? previous.offset + previous.length : code.offset;
  const end = next?.offset ?? code.offset + code.length;
  return { offset: start, length: end - start, content: "" };
}

function withoutComment({ offset, length }: ExemptionComment, text: string): Edit {
  let start = offset;
  let end = offset + length;
  while (start > 0 && isBlank(text.charAt(start - 1))) start--;
  while (end < text.length && isBlank(text.charAt(end))) end++;
  const isAlone = (start === 0 || isLineEnd(text.charAt(start - 1))) && isLineEnd(text.charAt(end));
  if (!isAlone) return { offset, length, content: "" };
  end += text.startsWith("\r\n", end) ? 2 : 1;
  return { offset: start, length: end - start, content: "" };
}

function isBlank(character: string): boolean {
  return character === " " || character === "\t";
}

function isLineEnd(character: string): boolean {
  return character === "\n" || character === "\r";
}
