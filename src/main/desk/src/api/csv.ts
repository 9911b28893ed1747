/** Rows of a table as CSV (RFC 4180), a mark of the byte order before it left out. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = "", end] of text
    .replace(/^\uFEFF/, "")
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ",") {
      rows.push(row);
      row = [];
    }
  }
  return rows.filter((cells) => cells.length > 1 || cells[0] !== "");
}

/**
 * A table as CSV for spreadsheets: with the mark by which they know UTF-8. What a spreadsheet would take for a formula
 * is text in it (OWASP, CSV Injection).
 */
export function writeCsv(rows: readonly (readonly (string | number | undefined)[])[]): Blob {
  const cell = (value: string | number | undefined): string => {
    const text = String(value ?? "");
    const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const lines = rows.map((row) => `${row.map(cell).join(",")}\r\n`);
  return new Blob(["\uFEFF", ...lines], {type: "text/csv;charset=UTF-8"});
}
