import type { HistoryLine } from '../engines/engine.ts';

/** What the bot said last, without the marks of its sources; undefined when it has said nothing. */
export function lastReply(history: readonly HistoryLine[]): string | undefined {
  const text = history.filter((line) => line.author === 'bot').at(-1)?.text;
  const plain = text?.replace(/\s*\[\d{1,2}\]/g, '').trim();
  return plain === '' ? undefined : plain;
}

const SENTENCE = /^.+?(?:[。！？!?]+|\.(?=\s|$)|\n|$)/su;
const TOO_SHORT = 12;

/** The first sentence, or two where the first says little. */
export function gistOf(text: string): string {
  let gist = '';
  let rest = text;
  while (rest !== '' && gist.length < TOO_SHORT) {
    const [sentence] = SENTENCE.exec(rest) ?? [rest];
    gist += sentence;
    rest = rest.slice(sentence.length);
  }
  return gist.trim();
}
