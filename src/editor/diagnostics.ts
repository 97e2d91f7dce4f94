import * as vscode from "vscode";
import type { Problem, Severity, Span } from "../core/campaign/problem";
import type { Lines } from "../core/campaign/lines";
import { rulePage } from "./rule-pages";

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** The one border from offsets to ranges. The span must be one of the document's current text. */
export function toRange(document: vscode.TextDocument, { offset, length }: Span): vscode.Range {
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
}

/** A file whose text is known without a document. */
export interface TextOf {
  readonly uri: vscode.Uri;
  readonly lines: Lines;
}

export function toDiagnostic(of: vscode.TextDocument | TextOf, problem: Problem): vscode.Diagnostic {
  const rangeOf = "lines" in of ? rangesIn(of.lines) : (span: Span) => toRange(of, span);
  const { code, message, severity, related, unnecessary } = problem;
  const diagnostic = new vscode.Diagnostic(rangeOf(problem), message, severities[severity]);
  diagnostic.source = "campaign";
  diagnostic.code = { value: code, target: rulePage(code) };
  if (unnecessary === true) diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
  if (related !== undefined) {
    diagnostic.relatedInformation = related.map(
      (place) =>
        new vscode.DiagnosticRelatedInformation(new vscode.Location(of.uri, rangeOf(place)), place.message),
    );
  }
  return diagnostic;
}

export function rangesIn(lines: Lines): (span: Span) => vscode.Range {
  return (span) => {
    const { start, end } = lines.range(span);
    return new vscode.Range(start.line, start.character, end.line, end.character);
  };
}
