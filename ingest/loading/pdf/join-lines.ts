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
  for (const line of lines) for (const [word] of line.matchAll(WORD)) words.add(word.toLowerCase());

  const paragraph = (above: string, below: string): string => {
    if (above.endsWith('\u00ad')) return above.slice(0, -1) + below;
    const first = above.endsWith('-') ? /(\p{Script=Latin}+)-$/u.exec(above)?.[1] : undefined;
    const second = /^\p{Ll}\p{Script=Latin}*/u.exec(below)?.[0];
    if (first && second) {
      const keep = words.has(`${first}-${second}`.toLowerCase()) && !words.has((first + second).toLowerCase());
      return (keep ? above : above.slice(0, -1)) + below;
    }
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
