const HAN_END = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]$/u;
const HAN_START = /^[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;
const WORD = /\p{Script=Latin}[\p{Script=Latin}-]*\p{Script=Latin}/gu;
/** Word ends that are no words: a narrow cell broke the word before them. */
const WORD_END =
  /^(?:[b-hj-z]|e[dr]|es|ly|ty|cy|ry|al|ic|ery|ary|ory|rity|ility|anty|ancy|ency|ation|ations|ement|ements|ular|age|ance|ble|able|ence|ging|ing|ings|ion|ions|ity|ive|less|ment|ments|ness|ous|sion|tion|tions|ting|ted|ture|tures|ure|ures)$/;

/** No word is without a vowel, but units and abbreviations are. */
const CONSONANTS = /^[b-df-hj-np-tv-xz]{2,}$/;
const UNIT =
  /^(?:kg|mg|ml|cl|cm|mm|km|ft|lb|lbs|hr|hrs|pcs|pm|vs|kw|wh|kwh|hz|khz|mhz|ghz|gb|mb|tb|db|px|qty|nr|st|nd|rd|th)$/;

/** First and last parts of words that keep their hyphen: two-man, self-cleaning, tumble-dry. */
const COMPOUND_HEAD =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|half|full|self|non|all|cross|high|low|long|short|double|single|multi|semi|left|right|well|ready|heavy|hard)$/;
const COMPOUND_TAIL =
  /^(?:free|proof|resistant|friendly|time|day|hour|minute|week|month|year|way|piece|person|man|size|sized|duty|made|based|dry|dryer|clean|wash|wide|long|high|only|safe|ready|in|out|on|off|up|down|to|by|of)$/;
/** Words that begin longer ones, unhyphened. */
const PREFIX =
  /^(?:over|under|inter|fore|with|some|any|every|there|where|here|what|when|counter|super|trans|after|back)$/;
/** Letters: a shorter line is a cell, a heading or the end of a paragraph. */
const FULL_LINE = 20;
/** The least share of full lines that end in a hyphen where a program hyphenates. */
const HYPHENATED = 0.015;

/** Joins lines that a narrow space broke. */
export interface LineJoiner {
  /** Lines of a paragraph: a hyphen at the end goes when the word is one word. */
  paragraph(above: string, below: string): string;
  /** Lines of a cell: a word that did not fit its column was broken without a hyphen. */
  cell(above: string, below: string): string;
}

/** Whether a broken word is one word is looked up among the unbroken words of the same document. */
export function createLineJoiner(lines: Iterable<string>): LineJoiner {
  const words = new Set<string>();
  const broken = new Set<string>();
  let full = 0;
  for (const line of lines) {
    const end = line.endsWith('-') ? /(\p{Script=Latin}+)-$/u.exec(line)?.[1] : undefined;
    // A line may begin with the rest of a broken word.
    const unbroken = (end ? line.slice(0, -end.length - 1) : line).replace(/^\p{Ll}+/u, '');
    for (const [word] of unbroken.matchAll(WORD)) words.add(word.toLowerCase());
    if (line.length > FULL_LINE) full += 1;
    if (end) broken.add(end.toLowerCase());
  }
  const parted = [...broken].some((part) => !words.has(part) && !COMPOUND_HEAD.test(part) && !PREFIX.test(part));
  const hyphenates = parted || (broken.size >= 3 && broken.size >= full * HYPHENATED);

  /** Whether the hyphen between two parts is the word's own, and not the line's. */
  const ownHyphen = (first: string, second: string): boolean => {
    if (words.has(first + second)) return words.has(`${first}-${second}`) && !hyphenates;
    if (words.has(`${first}-${second}`)) return true;
    if (WORD_END.test(second) && !COMPOUND_TAIL.test(second)) return false;
    if (COMPOUND_HEAD.test(first)) return second.length > 2;
    if (PREFIX.test(first)) return false;
    if (
      words.has(first) &&
      (COMPOUND_TAIL.test(second) || (words.has(second) && first.length > 3 && second.length > 3))
    )
      return true;
    return !hyphenates && words.has(first);
  };

  const paragraph = (above: string, below: string): string => {
    if (above.endsWith('\u00ad')) return above.slice(0, -1) + below;
    const first = above.endsWith('-') ? /(\p{Script=Latin}+)-$/u.exec(above)?.[1] : undefined;
    const second = /^\p{Ll}\p{Script=Latin}*/u.exec(below)?.[0];
    if (first && second) {
      return (ownHyphen(first.toLowerCase(), second.toLowerCase()) ? above : above.slice(0, -1)) + below;
    }
    // Codes and ranges break at their own sign: LC-447, 10-20.
    if (/[\p{L}\d]-$/u.test(above) && /^\d/.test(below)) return above + below;
    const han = HAN_END.test(above) && HAN_START.test(below);
    return above + (han || above === '' ? '' : ' ') + below;
  };

  const cell = (above: string, below: string): string => {
    const first = /(?:^|\s)(\p{Script=Latin}{3,})$/u.exec(above)?.[1];
    const second = /^(\p{Ll}+)(?=$|[\s,.;:)])/u.exec(below)?.[1];
    if (first && second) {
      const whole = words.has((first + second).toLowerCase());
      const parts = words.has(first.toLowerCase()) && words.has(second.toLowerCase());
      const end = WORD_END.test(second) || (CONSONANTS.test(second) && !UNIT.test(second));
      if (end || (whole && !parts)) return above + below;
    }
    // Numbers, codes and addresses break at their own signs.
    if (/[-/_.@]$/.test(above) && /^[\p{L}\d]/u.test(below) && !/\s/.test(above)) return above + below;
    return paragraph(above, below);
  };
  return { paragraph, cell };
}
