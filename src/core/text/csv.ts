/**
 * One row of a CSV file (RFC 4180), without its line end. A cell that a spreadsheet could run as a formula starts with
 * an apostrophe instead. Some spreadsheets also end a cell at a semicolon: before a formula, semicolons become commas.
 */
export function csvRow(cells: readonly string[]): string {
  return cells.map((cell) => quoted(withoutFormula(cell))).join(",");
}

function withoutFormula(cell: string): string {
  const parts = cell.split(";");
  const hasInner = parts.slice(1).some((part) => /^[=+\-@]/.test(part.trimStart()));
  const inner = hasInner ? parts.join(", ") : cell;
  return /^[=+\-@\t\r]/.test(inner) ? `'${inner}` : inner;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
