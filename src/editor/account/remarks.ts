import * as vscode from "vscode";
import {
  followRemarks,
  placeRemarks,
  type PlacedRemark,
  type Remark,
} from "../../core/account/placed-remarks";
import type { NamedField } from "../../core/answer/rejected-fields";
import { visibleLine } from "../../core/text/visible";
import { severities, toRange } from "../problems/diagnostics";
import { rulePage } from "../problems/rule-page";

/** Diagnostics from the account check and from rejected submissions. They never block a submission. */
export interface Remarks {
  /**
   * Replaces the findings of the last account check of this file. `text` is the text that was checked. Returns the
   * current line, counted from 1, of each finding whose text is unchanged.
   */
  showFindings(
    document: vscode.TextDocument,
    text: string,
    findings: readonly Remark[],
  ): ReadonlyMap<Remark, number>;
  /**
   * Replaces the remarks of the last rejection of this file with the platform's message at each field that this one
   * names. `fields` is empty after any other outcome. `text` is the text that was submitted. Returns the current place
   * of the first one, undefined if none is shown.
   */
  showRejection(
    document: vscode.TextDocument,
    text: string,
    fields: readonly NamedField[],
  ): vscode.Range | undefined;
  /** Removes all of them, because they apply to an account that is no longer in use. */
  forget(): void;
  dispose(): void;
}

/** Findings and rejections of one file are replaced independently. */
type Origin = "account" | "platform";

type Shown = Readonly<Record<Origin, readonly PlacedRemark[]>>;

/** A remark moves with edits of other lines. It is removed when its own line changes or its file is closed. */
export function registerRemarks(): Remarks {
  const collection = vscode.languages.createDiagnosticCollection("campaign-account");
  const shown = new Map<vscode.TextDocument, Shown>();

  const show = (document: vscode.TextDocument, now: Shown): void => {
    const diagnostics = (["account", "platform"] as const).flatMap((origin) =>
      now[origin].map((placed) => toDiagnostic(document, placed)),
    );
    if (diagnostics.length > 0) shown.set(document, now);
    else shown.delete(document);
    collection.set(document.uri, diagnostics);
  };
  const replace = (
    document: vscode.TextDocument,
    text: string,
    origin: Origin,
    remarks: readonly Remark[],
  ): readonly PlacedRemark[] => {
    if (document.isClosed) return [];
    const placed = placeRemarks(remarks, text, document.getText());
    show(document, { account: [], platform: [], ...shown.get(document), [origin]: placed });
    return placed;
  };
  const changed = ({ document, contentChanges }: vscode.TextDocumentChangeEvent): void => {
    const last = shown.get(document);
    if (last === undefined || contentChanges.length === 0) return;
    const edits = contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
      ...{ offset: rangeOffset, length: rangeLength, content: text },
    }));
    const text = document.getText();
    show(document, {
      account: followRemarks(last.account, edits, text),
      platform: followRemarks(last.platform, edits, text),
    });
  };
  const closed = (document: vscode.TextDocument): void => {
    if (shown.delete(document)) collection.delete(document.uri);
  };

  const registrations = vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(changed),
    vscode.workspace.onDidCloseTextDocument(closed),
  );
  return {
    showFindings: (document, text, findings) => {
      const placed = replace(document, text, "account", findings);
      return new Map(placed.map(({ remark, offset }) => [remark, document.positionAt(offset).line + 1]));
    },
    showRejection: (document, text, fields) => {
      const [first] = replace(document, text, "platform", fields.map(rejectionRemark));
      return first && toRange(document, first);
    },
    forget: () => {
      shown.clear();
      collection.clear();
    },
    dispose: () => {
      registrations.dispose();
      shown.clear();
      collection.dispose();
    },
  };
}

function rejectionRemark({ pointer, message }: NamedField): Remark {
  return {
    code: "account/rejected",
    pointer,
    message: `Rejected by the platform: ${visibleLine(message)}`,
  };
}

function toDiagnostic(document: vscode.TextDocument, { remark, ...span }: PlacedRemark): vscode.Diagnostic {
  const { code, message, severity = "error" } = remark;
  const diagnostic = new vscode.Diagnostic(toRange(document, span), message, severities[severity]);
  diagnostic.source = "account";
  diagnostic.code = { value: code, target: rulePage(code) };
  return diagnostic;
}
