const STOP = new Set([
  'the',
  'a',
  'an',
  'of',
  'for',
  'and',
  'with',
  'to',
  'in',
  'on',
  'is',
  'my',
  'i',
  'it',
  'by',
  'or',
  'from',
  'this',
  'that',
  'your',
  'you',
  'me',
  'at',
  'as',
  'be',
  'do',
  'are',
  'was',
]);

/** What a name is made of for matching: English words in the singular, model numbers, pairs of Han characters. Text is normalised. */
export function nameUnits(normalised: string): string[] {
  const out: string[] = [];
  let previous = '';
  for (const token of normalised.match(/\p{Script=Han}+|[\p{L}\p{N}]+(?:[-.'][\p{L}\p{N}]+)*/gu) ?? []) {
    for (const word of splitMixed(token)) {
      if (/^\p{Script=Han}/u.test(word)) {
        const characters = [...word];
        if (characters.length === 1) out.push(word);
        for (let i = 0; i + 1 < characters.length; i++) out.push(`${characters[i]}${characters[i + 1]}`);
      } else if (!STOP.has(word)) {
        // "Tab 8" is one name: its number alone says nothing.
        if (/^\d{1,3}$/.test(word) && /^[a-z]{2,}$/.test(previous)) out.push(previous + word);
        out.push(singular(word));
      }
      previous = word;
    }
  }
  return out;
}

/** The last character of each run of Han, marked: what 裙子 and 鞋子 mean in a catalogue of 连衣裙 and 帆布鞋. */
export function headUnits(normalised: string): string[] {
  return [...normalised.matchAll(/(\p{Script=Han})(?!\p{Script=Han})/gu)].map((match) => `${match[1]}$`);
}

/** "x200水壶" and "usb-c": Latin and Han apart, dashed words whole and in parts. */
function splitMixed(token: string): string[] {
  const runs = token.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? [];
  return runs
    .flatMap((run) => (run.includes('-') ? [withoutUnit(run.replaceAll('-', '')), ...run.split('-')] : [run]))
    .filter((run) => run.length > 0);
}

/** "70-200mm" is called "the 70-200". */
const withoutUnit = (joined: string): string => joined.replace(/^(\d{4,6})(?:mm|cm|ml)$/, '$1');

const IRREGULAR: Readonly<Record<string, string>> = {
  mice: 'mouse',
  knives: 'knife',
  shelves: 'shelf',
  bookshelves: 'bookshelf',
  loaves: 'loaf',
  leaves: 'leaf',
  scarves: 'scarf',
};

function singular(word: string): string {
  const irregular = IRREGULAR[word];
  if (irregular) return irregular;
  if (word.length > 4 && /(?:ches|shes|xes|sses)$/.test(word)) return word.slice(0, -2);
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 3 && /[^su]s$/.test(word) ? word.slice(0, -1) : word;
}

/** Whether one insertion, deletion, change or swap of neighbours at most lies between the words. */
function editDistanceAtMostOne(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  if (i === a.length && i === b.length) return true;
  if (a.length === b.length) {
    if (a.slice(i + 1) === b.slice(i + 1)) return true;
    return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
  }
  return a.length > b.length ? a.slice(i + 1) === b.slice(i) : a.slice(i) === b.slice(i + 1);
}

/** A slip of the keyboard, not another word: the first letter holds, and five letters don't change one for another. */
export function isSlip(said: string, word: string): boolean {
  if (said[0] !== word[0] || !editDistanceAtMostOne(said, word)) return false;
  return said.length > 5 || said.length !== word.length || [...said].sort().join('') === [...word].sort().join('');
}
