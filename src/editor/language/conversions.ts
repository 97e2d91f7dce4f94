import * as vscode from "vscode";
import type * as Lsp from "vscode-json-languageservice";

/** Converts the library's types to VS Code's. The maps contain only the kinds that the library uses. */
export function toRange({ start, end }: Lsp.Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

export function toTextEdit({ range, newText }: Lsp.TextEdit): vscode.TextEdit {
  return vscode.TextEdit.replace(toRange(range), newText);
}

/** `InsertTextFormat.Snippet` of the protocol. */
const snippetFormat = 2;

const itemKinds: ReadonlyMap<number | undefined, vscode.CompletionItemKind> = new Map([
  [9, vscode.CompletionItemKind.Module],
  [10, vscode.CompletionItemKind.Property],
  [12, vscode.CompletionItemKind.Value],
  [22, vscode.CompletionItemKind.Struct],
]);

export function toCompletionItem(item: Lsp.CompletionItem, position: vscode.Position): vscode.CompletionItem {
  const { label, labelDetails, kind, detail, documentation, sortText, filterText, textEdit, command } = item;
  const made = new vscode.CompletionItem(labelDetails === undefined ? label : { label, ...labelDetails });
  const text = textEdit?.newText ?? item.insertText ?? label;
  made.insertText = item.insertTextFormat === snippetFormat ? new vscode.SnippetString(text) : text;
  if (item.additionalTextEdits !== undefined)
    made.additionalTextEdits = item.additionalTextEdits.map(toTextEdit);
  made.kind = itemKinds.get(kind) ?? vscode.CompletionItemKind.Value;
  if (detail !== undefined) made.detail = detail;
  if (documentation !== undefined) made.documentation = toMarkdown(documentation);
  if (sortText !== undefined) made.sortText = sortText;
  if (filterText !== undefined) made.filterText = filterText;
  if (command !== undefined) made.command = { title: command.title, command: command.command };
  if (textEdit !== undefined && "range" in textEdit)
    made.range = insertOrReplace(toRange(textEdit.range), position);
  return made;
}

/** Inserting keeps the text after the cursor, replacing overwrites the whole value. */
function insertOrReplace(
  range: vscode.Range,
  position: vscode.Position,
): NonNullable<vscode.CompletionItem["range"]> {
  if (!range.end.isAfter(position) || range.start.isAfter(position)) return range;
  return { inserting: new vscode.Range(range.start, position), replacing: range };
}

function toMarkdown(text: string | Lsp.MarkupContent): string | vscode.MarkdownString {
  if (typeof text === "string") return text;
  return text.kind === "markdown" ? new vscode.MarkdownString(text.value) : text.value;
}

export function toHover({ contents, range }: Lsp.Hover): vscode.Hover | undefined {
  const parts = (Array.isArray(contents) ? contents : [contents])
    .map((part) => (typeof part === "string" ? part : part.value))
    .filter((part) => part !== "")
    .map((part) => new vscode.MarkdownString(part));
  if (parts.length === 0) return undefined;
  return new vscode.Hover(parts, range && toRange(range));
}

const symbolKinds: ReadonlyMap<number, vscode.SymbolKind> = new Map([
  [2, vscode.SymbolKind.Module],
  [15, vscode.SymbolKind.String],
  [16, vscode.SymbolKind.Number],
  [17, vscode.SymbolKind.Boolean],
  [18, vscode.SymbolKind.Array],
]);

export function toDocumentSymbol(symbol: Lsp.DocumentSymbol): vscode.DocumentSymbol {
  const { name, detail = "", range, selectionRange, children = [] } = symbol;
  const kind = symbolKinds.get(symbol.kind) ?? vscode.SymbolKind.Variable;
  const made = new vscode.DocumentSymbol(name, detail, kind, toRange(range), toRange(selectionRange));
  made.children = children.map(toDocumentSymbol);
  return made;
}

const foldKinds: Readonly<Record<string, vscode.FoldingRangeKind>> = {
  comment: vscode.FoldingRangeKind.Comment,
  region: vscode.FoldingRangeKind.Region,
};

export function toFoldingRange({ startLine, endLine, kind }: Lsp.FoldingRange): vscode.FoldingRange {
  return new vscode.FoldingRange(startLine, endLine, kind === undefined ? undefined : foldKinds[kind]);
}

export function toSelectionRange({ range, parent }: Lsp.SelectionRange): vscode.SelectionRange {
  return new vscode.SelectionRange(toRange(range), parent && toSelectionRange(parent));
}
