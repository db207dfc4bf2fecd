/** Reads CSV (RFC 4180) with commas, semicolons or tabs, whichever the first line has most of; empty rows are left out. */
export function readCsv(text: string): string[][] {
  const plain = text.replace(/^\uFEFF/, '');
  const firstLine = plain.slice(0, plain.search(/[\r\n]|$/));
  const separator = [',', ';', '\t'].reduce((best, one) =>
    firstLine.split(one).length > firstLine.split(best).length ? one : best,
  );
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    row.push(cell);
    cell = '';
  };
  const endRow = () => {
    endCell();
    if (row.some((one) => one.trim() !== '')) rows.push(row);
    row = [];
  };
  for (let i = 0; i < plain.length; i++) {
    const char = plain[i] ?? '';
    if (quoted) {
      if (char !== '"') cell += char;
      else if (plain[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else quoted = false;
    } else if (char === '"' && cell.trim() === '') {
      cell = '';
      quoted = true;
    } else if (char === separator) endCell();
    else if (char === '\n') endRow();
    else if (char !== '\r') cell += char;
  }
  if (cell !== '' || row.length > 0) endRow();
  return rows.map((cells) =>
    cells.map((one) => (FORMULA.test(one.slice(1)) && one.startsWith("'") ? one.slice(1) : one)),
  );
}

/** A spreadsheet would run these (CWE-1236): they are written with a ' before them, which is taken away when read. */
const FORMULA = /^[=+\-@\t\r]/;

const escapeCell = (text: string): string => {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Writes CSV with a byte order mark, without which spreadsheets take Chinese for another encoding. */
export const writeCsv = (rows: string[][]): string =>
  `\uFEFF${rows.map((row) => `${row.map(escapeCell).join(',')}\r\n`).join('')}`;
