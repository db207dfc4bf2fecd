const TERMINATOR = '(?:[。！？!?…]+|\\.(?=\\s|\\[\\d|["”’)*])|(?=\\n))';
const CLOSES = '"\'”’）)\\]」』*';
const CLOSING = `[${CLOSES}]*`;
const MARKERS = '(?:\\s*\\[\\d{1,2}\\])*';
/** What follows must be seen first: a marker after the full stop belongs to the sentence before it. */
const NEXT = `(?=\\s+(?:[^\\s\\[]|\\[\\D)|[^\\s\\[${CLOSES}]|\\[\\D)`;
const SENTENCE = new RegExp(`^\\s*[^\\n]*?${TERMINATOR}${CLOSING}${MARKERS}${NEXT}`, 'u');
const ABBREVIATION =
  /(?:\b(?:e\.g|i\.e|etc|approx|no|nos|vs|mr|mrs|ms|dr|st|max|min|incl|excl|tel|fig)|\.[a-z]|^\s*\d{1,2})\.$/i;
/** A "sentence" that grows beyond this is cut: nothing may be held back for ever. */
const LONGEST = 1_200;

/** Cuts a growing text into sentences; each keeps the white space before it. Joined they are the text. */
export interface SentenceBuffer {
  /** The sentences that are complete now. */
  push(text: string): string[];
  /** What is left at the end; empty when nothing is. */
  end(): string;
}

export function createSentenceBuffer(): SentenceBuffer {
  let rest = '';

  /** The end of the first sentence in `rest`, or 0 while it isn't sure. */
  function firstEnd(): number {
    let end = 0;
    for (;;) {
      const match = SENTENCE.exec(rest.slice(end));
      if (!match || match[0].trim() === '') return rest.length > LONGEST ? LONGEST : 0;
      end += match[0].length;
      if (!ABBREVIATION.test(rest.slice(0, end))) return end;
    }
  }

  return {
    push(text) {
      rest += text;
      const out: string[] = [];
      for (let end = firstEnd(); end > 0; end = firstEnd()) {
        out.push(rest.slice(0, end));
        rest = rest.slice(end);
      }
      return out;
    },
    end() {
      const last = rest;
      rest = '';
      return last;
    },
  };
}

/** The sentences and lines of a whole text, trimmed. */
export function splitSentences(text: string): string[] {
  const buffer = createSentenceBuffer();
  return [...buffer.push(text), buffer.end()].map((sentence) => sentence.trim()).filter((sentence) => sentence !== '');
}
