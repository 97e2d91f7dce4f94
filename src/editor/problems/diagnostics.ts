import * as vscode from "vscode";
import type { Problem, Severity, Span } from "../../core/campaign/problem";
import type { Lines } from "../../core/campaign/lines";
import { rulePage } from "./rule-page";

export const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** Converts a span of the document's current text. All offsets become ranges here or in `rangesIn`. */
export function toRange(document: vscode.TextDocument, { offset, length }: Span): vscode.Range {
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
}

/** A file whose text was read without opening a document. */
export interface ReadText {
  readonly uri: vscode.Uri;
  readonly lines: Lines;
}

export function toDiagnostic(of: vscode.TextDocument | ReadText, problem: Problem): vscode.Diagnostic {
  const rangeOf = "lines" in of ? rangesIn(of.lines) : (span: Span) => toRange(of, span);
  const { code, message, severity, related = [], elsewhere = [], unnecessary } = problem;
  const diagnostic = new vscode.Diagnostic(rangeOf(problem), message, severities[severity]);
  diagnostic.source = "campaign";
  diagnostic.code = { value: code, target: rulePage(code) };
  if (unnecessary === true) diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
  const links = [
    ...related.map((place) => linkTo(of.uri, rangeOf(place), place.message)),
    ...elsewhere.map(({ address, message: text }) =>
      linkTo(vscode.Uri.parse(address), new vscode.Range(0, 0, 0, 0), text),
    ),
  ];
  if (links.length > 0) diagnostic.relatedInformation = links;
  return diagnostic;
}

function linkTo(uri: vscode.Uri, range: vscode.Range, message: string): vscode.DiagnosticRelatedInformation {
  return new vscode.DiagnosticRelatedInformation(new vscode.Location(uri, range), message);
}

export function rangesIn(lines: Lines): (span: Span) => vscode.Range {
  return (span) => {
    const { start, end } = lines.range(span);
    return new vscode.Range(start.line, start.character, end.line, end.character);
  };
}
