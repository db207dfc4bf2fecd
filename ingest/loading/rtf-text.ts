/** What a Rich Text file says: paragraphs, and rows of tables (Microsoft, RTF specification 1.9.1). */
export type RtfPart =
  | { kind: 'paragraph'; text: string; bold: boolean; level: number | undefined; marker: string }
  | { kind: 'row'; cells: string[] };

interface State {
  /** What stands here is no text of the document. */
  skip: boolean;
  marker: boolean;
  fonts: boolean;
  bold: boolean;
  hidden: boolean;
  inTable: boolean;
  /** How many letters stand in for one that is told by its number. */
  standIns: number;
  charset: string | undefined;
  level: number | undefined;
}

const TOKEN = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([\da-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+/gi;
/** Parts of the file that are no text of it. */
const ASIDE = new Set(
  'colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf fldinst themedata listtable listoverridetable revtbl rsidtbl generator xmlnstbl mmathpr annotation atnid atnauthor shppict nonshppict bkmkstart bkmkend datastore latentstyles filetbl'.split(
    ' ',
  ),
);
const LETTERS: Record<string, string> = {
  tab: ' ',
  line: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
};
/** Of fonts; others use the file's own. */
const CHARSETS: Record<number, string> = {
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gb18030',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  204: 'windows-1251',
  238: 'windows-1250',
};
const PAGES: Record<number, string> = { 932: 'shift_jis', 936: 'gb18030', 949: 'euc-kr', 950: 'big5', 65001: 'utf-8' };
const DEEPEST = 500;

const codePage = (page: number): string =>
  PAGES[page] ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : 'windows-1252');

/** Reads the parts of a Rich Text file, bytes as Latin-1. */
export function rtfParts(source: string): RtfPart[] {
  const parts: RtfPart[] = [];
  const fonts = new Map<number, string>();
  let state: State = {
    skip: false,
    marker: false,
    fonts: false,
    bold: false,
    hidden: false,
    inTable: false,
    standIns: 1,
    charset: undefined,
    level: undefined,
  };
  const stack: State[] = [];
  let own = 'windows-1252';
  let font = 0;
  let bytes: number[] = [];
  let standIn = 0;
  let text = '';
  let marker = '';
  let plain = 0;
  let cells: string[] = [];

  const say = (letters: string) => {
    if (state.skip || state.hidden || state.fonts) return;
    if (state.marker) marker += letters;
    else {
      text += letters;
      if (!state.bold && letters.trim() !== '') plain += 1;
    }
  };
  const flush = () => {
    if (bytes.length === 0) return;
    say(new TextDecoder(state.charset ?? own).decode(Uint8Array.from(bytes)));
    bytes = [];
  };
  const take = (): string => {
    const taken = text.trim();
    text = '';
    return taken;
  };
  const endParagraph = () => {
    if (state.inTable) {
      text += '\n';
      return;
    }
    const bold = plain === 0;
    const said = take();
    if (said !== '') parts.push({ kind: 'paragraph', text: said, bold, level: state.level, marker: marker.trim() });
    marker = '';
    plain = 0;
  };
  const control = (word: string, value: number | undefined) => {
    const letter = LETTERS[word];
    if (letter !== undefined) say(letter);
    else if (word === 'par' || word === 'page' || word === 'sect') endParagraph();
    else if (word === 'cell') cells.push(take());
    else if (word === 'row') {
      if (cells.some(Boolean)) parts.push({ kind: 'row', cells });
      cells = [];
      plain = 0;
      marker = '';
    } else if (word === 'pard') {
      state.inTable = false;
      state.level = undefined;
    } else if (word === 'intbl') state.inTable = true;
    else if (word === 'outlinelevel') state.level = value;
    else if (word === 'plain') state.bold = false;
    else if (word === 'b') state.bold = value !== 0;
    else if (word === 'v' || word === 'deleted') state.hidden = value !== 0;
    else if (word === 'uc') state.standIns = value ?? 1;
    else if (word === 'ansicpg') own = codePage(value ?? 1252);
    else if (word === 'f') {
      font = value ?? 0;
      if (!state.fonts) state.charset = fonts.get(font);
    } else if (word === 'fcharset') {
      const charset = CHARSETS[value ?? 0];
      if (state.fonts && charset) fonts.set(font, charset);
    } else if (word === 'u' && value !== undefined) {
      say(String.fromCharCode(value < 0 ? value + 65_536 : value));
      standIn = state.standIns;
    } else if (word === 'fonttbl') state.fonts = true;
    else if (word === 'listtext' || word === 'pntext') state.marker = true;
    else if (ASIDE.has(word)) state.skip = true;
  };

  for (const [, word, value, hex, sign, brace, letters] of source.matchAll(TOKEN)) {
    if (hex !== undefined) {
      if (standIn > 0) standIn -= 1;
      else bytes.push(Number.parseInt(hex, 16));
      continue;
    }
    if (letters !== undefined) {
      const rest = letters.slice(standIn);
      standIn = Math.max(0, standIn - letters.length);
      // The second half of a character may be written as a plain letter.
      const half = bytes.length % 2 === 1 && /^(?:gb|big5|shift|euc)/.test(state.charset ?? own) ? 1 : 0;
      if (half > 0 && rest !== '') bytes.push(rest.charCodeAt(0));
      flush();
      say(rest.slice(half));
      continue;
    }
    flush();
    if (brace === '{') {
      if (stack.length > DEEPEST) break;
      stack.push({ ...state });
    } else if (brace === '}') state = stack.pop() ?? state;
    else if (sign === '*') state.skip = true;
    else if (sign === '~') say('\u00a0');
    else if (sign === '_' || sign === '\\' || sign === '{' || sign === '}') say(sign === '_' ? '-' : sign);
    else if (word !== undefined) {
      standIn = 0;
      control(word.toLowerCase(), value === undefined ? undefined : Number(value));
    }
  }
  flush();
  state.inTable = false;
  endParagraph();
  return parts;
}
