import { split } from '../../ingest/steps/split.ts';
import { withoutInstructions } from '../../knowledge/injection/without-instructions.ts';
import type { Language } from '../../stores/schema.ts';

const AROUND = {
  en: ['The rack carries 25 kg.', 'Wipe it with a dry cloth.'],
  zh: ['最多承重 25 公斤。', '请用干布擦拭。'],
} as const;

/** A page ends in the middle of the sentence, where a line could break. */
function halves(sentence: string): [string, string] {
  const middle = Math.floor(sentence.length / 2);
  const at =
    middle + sentence.slice(middle).search(/(?<=\p{Script=Han}[，、。：“”]?)(?=\p{Script=Han})|(?<=\S)(?=\s)/u);
  const cut = at < middle ? middle : at;
  return [sentence.slice(0, cut), sentence.slice(cut).trimStart()];
}

/** What a model still reads of a sentence that a document's page border cuts: neither half, one, or both. */
export async function halvesRead(sentence: string, language: Language): Promise<string[]> {
  const [before, after] = AROUND[language];
  const [first, second] = halves(sentence);
  const pages = [`${before} ${first}`, `${second} ${after}`].map((text, index) => ({
    page: index + 1,
    blocks: [{ kind: 'text' as const, text }],
  }));
  const pieces = await split({ title: 'Guide', pages }, language);
  const read = pieces.map(({ text }) => withoutInstructions(text)).join('\n');
  return [first, second].filter((half) => read.includes(half));
}
