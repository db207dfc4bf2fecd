import type { Language } from '../../stores/schema.ts';
import { detectLanguage } from '../../understanding/language.ts';
import type { Script } from '../../understanding/types.ts';
import type { HistoryLine } from '../engines/engine.ts';
import { asWritten } from './waiting/open-question.ts';

/**
 * What the bot said last, without the marks of its sources, in the script of now; undefined when it has said nothing,
 * or said it in another language.
 */
export function lastReply(
  history: readonly HistoryLine[],
  voice: { language: Language; script: Script },
): string | undefined {
  const text = history.filter((line) => line.author === 'bot').at(-1)?.text;
  const plain = text?.replace(/\s*\[\d{1,2}\]/g, '').trim();
  if (!plain || detectLanguage(plain, voice.language).language !== voice.language) return undefined;
  return asWritten(plain, voice.script);
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
