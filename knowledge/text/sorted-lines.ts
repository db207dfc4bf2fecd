/** A file of `key=value,value` lines, sorted by key in UTF-16 order, looked up without being taken apart: no object for any line. */
export interface SortedLines {
  get(key: string): string[];
  has(key: string): boolean;
  keys(): Iterable<string>;
}

const END_OF_KEY = '='.charCodeAt(0);

export function createSortedLines(text: string): SortedLines {
  const starts: number[] = [];
  for (let at = 0; at < text.length; at = text.indexOf('\n', at) + 1) {
    starts.push(at);
    if (text.indexOf('\n', at) < 0) break;
  }
  const lines = Uint32Array.from(starts);
  const keyAt = (line: number): string => {
    const from = lines[line] ?? 0;
    return text.slice(from, text.indexOf('=', from));
  };
  /** Below, at or above zero as the key stands before, in or behind a line; no string is cut out. */
  const compare = (key: string, line: number): number => {
    const from = lines[line] ?? 0;
    for (let i = 0; i < key.length; i++) {
      const there = text.charCodeAt(from + i);
      const asked = key.charCodeAt(i);
      if (there === END_OF_KEY) return 1;
      if (asked !== there) return asked - there;
    }
    return text.charCodeAt(from + key.length) === END_OF_KEY ? 0 : -1;
  };
  /** The line of a key, or -1. */
  const find = (key: string): number => {
    let low = 0;
    let high = lines.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const order = compare(key, middle);
      if (order === 0) return middle;
      if (order > 0) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  };
  return {
    has: (key) => find(key) >= 0,
    get(key) {
      const line = find(key);
      if (line < 0) return [];
      const end = lines[line + 1] === undefined ? text.length : (lines[line + 1] ?? 0) - 1;
      return text
        .slice((lines[line] ?? 0) + key.length + 1, end)
        .trim()
        .split(',');
    },
    *keys() {
      for (let line = 0; line < lines.length; line++) yield keyAt(line);
    },
  };
}
