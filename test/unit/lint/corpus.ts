import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { parseDocument } from "../../../src/core/campaign/document";
import { Lines } from "../../../src/core/campaign/lines";
import { severities, type Problem, type Severity } from "../../../src/core/campaign/problem";
import { checkCampaign } from "../../../src/core/lint/check";
import type { CheckOptions } from "../../../src/core/lint/check-options";
import { toIndexedCampaign } from "../../../src/core/lint/campaign-index";
import { profileNamed } from "../../../src/core/lint/legal/profiles";
import { readNumber } from "../../../src/core/lint/read-phone-number";

const home = "test/fixtures/lint";

/** A file of the corpus. test/fixtures/lint/README.md describes the marks. */
export interface CorpusFile {
  /** Below test/fixtures/lint. */
  readonly file: string;
  readonly text: string;
  /** The expected problems, one per line, sorted: `<code> <severity> "<pointer>" 4:11-4:15`, counted from 1. */
  readonly expected: readonly string[];
  readonly options: CheckOptions;
}

/** The files of a folder and its subfolders. */
export function corpus(folder: "faulty" | "good"): CorpusFile[] {
  const names = readdirSync(join(home, folder), { recursive: true, encoding: "utf8" });
  return names
    .filter((name) => name.endsWith(".campaign.json"))
    .sort()
    .map((name) => load(join(folder, name)));
}

/** The problems of a file, in the same format. */
export function problemLines({ text, options }: CorpusFile): string[] {
  const lines = new Lines(text);
  return checkCampaign(text, options)
    .problems.map((problem) => inWords(problem, lines))
    .sort();
}

function inWords(problem: Problem, lines: Lines): string {
  const { start, end } = lines.range(problem);
  const [from, to] = [start, end].map(({ line, character }) => `${line + 1}:${character + 1}`);
  return `${problem.code} ${problem.severity} ${JSON.stringify(problem.pointer)} ${from}-${to}`;
}

function load(file: string): CorpusFile {
  const path = join(home, file);
  const sidecar = path.replace(/\.campaign\.json$/, ".expected.json");
  const read = (at: string) => readFileSync(at, "utf8");
  const beside = existsSync(sidecar) ? expectedIn(JSON.parse(read(sidecar)), file) : [];
  const { expected, options, length } = readMarks(read(path), file);
  const text = read(path).padEnd(length);
  return { file, text, expected: [...expected, ...beside].sort(), options };
}

function expectedIn(value: unknown, file: string): string[] {
  const { expect } = value as { expect?: unknown };
  if (!Array.isArray(expect)) throw new Error(`${file}: the file beside it has no list "expect".`);
  return expect.map((line) => toExpected(String(line), file));
}

interface Marks {
  readonly expected: readonly string[];
  readonly options: CheckOptions;
  /** The minimum length of the text, which is padded with spaces. */
  readonly length: number;
}

/** Reads the marks of a text. Throws if a comment looks like a mark but is not one. */
export function readMarks(text: string, file: string): Marks {
  const expected: string[] = [];
  let options: CheckOptions = { readNumber };
  let length = 0;
  let header = true;
  let marked = -1;
  const lines = text.replace(/^\uFEFF/, " ").split(/\r\n|\n|\r/);
  for (const [index, line] of lines.entries()) {
    const comment = /^\s*\/\/(.*)$/.exec(line)?.[1];
    if (comment === undefined) {
      if (line.trim() !== "") header = false;
      marked = index;
      continue;
    }
    const [, name = "", value = ""] = (header && /^ ([a-z]+): (.*)$/.exec(comment)) || [];
    if (name === "expect") expected.push(toExpected(value, file));
    else if (name === "pad") length = Number(value);
    else if (name !== "") options = { ...options, ...toOption(name, value, file) };
    else if (/\^|<-/.test(comment)) expected.push(toMarked(line, marked, `${file}:${index + 1}`));
  }
  return { expected, options, length };
}

function toOption(name: string, value: string, file: string): CheckOptions {
  const items = value.split(",").map((item) => item.trim());
  switch (name) {
    case "profiles":
      return {
        profiles: items.map((id) => profileNamed(id) ?? fail(`${file}: no profile is called ${id}.`)),
      };
    case "rules":
      return { severities: Object.fromEntries(items.map((item) => toSeverity(item, file))) };
    case "beside":
      return { others: items.map((item) => besideOf(join(home, dirname(file), item))) };
    default:
      return fail(`${file}: "${name}:" is no option.`);
  }
}

function toSeverity(item: string, file: string): [string, Severity | "off"] {
  const [id = "", to = ""] = item.split("=");
  const severity = [...severities, "off" as const].find((one) => one === to);
  return [id, severity ?? fail(`${file}: ${item} names no severity.`)];
}

function besideOf(path: string): NonNullable<CheckOptions["others"]>[number] {
  return toIndexedCampaign(basename(path), parseDocument(readFileSync(path, "utf8")).value);
}

const said = String.raw`([\w-]+(?:/[\w-]+)?) (error|warning|info|hint) (/\S*|"(?:[^"\\]|\\.)*")`;
const caret = new RegExp(String.raw`^\s*//\s*(?:(\^+)|<(-+)) ${said}$`);
const header = new RegExp(String.raw`^${said} (\d+:\d+-\d+:\d+)$`);

/** A mark below its line. */
function toMarked(line: string, above: number, where: string): string {
  const [, carets, dashes = "", code, severity, pointer = ""] =
    caret.exec(line.trimEnd()) ?? fail(`${where} looks like a mark and is none: ${line}`);
  if (above < 0) fail(`${where} marks no line.`);
  const start = line.indexOf(carets === undefined ? "//" : "^") + 1;
  const end = start + (carets ?? dashes).length;
  return `${code} ${severity} ${quoted(pointer)} ${above + 1}:${start}-${above + 1}:${end}`;
}

function toExpected(line: string, file: string): string {
  const [, code, severity, pointer = "", range] =
    header.exec(line) ?? fail(`${file} expects what cannot be read: ${line}`);
  return `${code} ${severity} ${quoted(pointer)} ${range}`;
}

function quoted(pointer: string): string {
  return pointer.startsWith('"') ? JSON.stringify(JSON.parse(pointer)) : JSON.stringify(pointer);
}

function fail(message: string): never {
  throw new Error(message);
}
