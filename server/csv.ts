/** A cell of a sheet; what a spreadsheet would take for a formula is made a text. */
const cell = (value: string | number): string => {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** CSV with a byte order mark, by which spreadsheets know that it is UTF-8. */
export const csv = (head: readonly string[], rows: ReadonlyArray<ReadonlyArray<string | number>>): string =>
  `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
