/** Rows of a CSV text (RFC 4180); the separator is the one that the first line holds most of. */
export function parseCsv(source: string): string[][] {
  const named = /^\ufeff?sep=(.)\r?\n/.exec(source);
  const text = source
    .slice(named?.[0].length ?? 0)
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n');
  const first = named?.[1] ?? text.split('\n', 1)[0] ?? '';
  const count = (mark: string) => first.split(mark).length;
  const separator = ['\t', ';', '|', ','].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',');
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? '';
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else quoted = false;
    } else if (char === '"' && cell === '') quoted = true;
    else if (char === separator) {
      row.push(cell.trim());
      cell = '';
    } else if (char === '\n') {
      rows.push([...row, cell.trim()]);
      row = [];
      cell = '';
    } else cell += char;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell.trim()]);
  return rows;
}
