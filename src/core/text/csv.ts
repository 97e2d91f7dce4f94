/**
 * One row of a CSV file (RFC 4180), without its line end. A cell that a spreadsheet could run as a formula starts with
 * an apostrophe instead.
 */
export function csvRow(cells: readonly string[]): string {
  return cells.map((cell) => quoted(withoutFormula(cell))).join(",");
}

function withoutFormula(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
