import { split } from '../../ingest/steps/split.ts';
import { passageWithoutInstructions } from '../../knowledge/injection/passage-without-instructions.ts';
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

/** What a passage still says of a sentence that begins in its heading and ends in its text. */
export function halvesUnderHeading(sentence: string, language: Language): string[] {
  const [first, second] = halves(sentence);
  const read = passageWithoutInstructions({ title: 'Guide', heading: first, text: `${second} ${AROUND[language][1]}` });
  return [first, second].filter((half) => `${read.heading} ${read.text}`.includes(half));
}

/** What a table still says of a sentence that two of its cells share, beside each other or one below the other. */
export function halvesInCells(sentence: string, along: boolean): string[] {
  const [first, second] = halves(sentence.replaceAll('|', '/'));
  const rows = along
    ? [
        ['Size', 'Note', 'Care'],
        ['M', first, second],
      ]
    : [
        ['Size', first],
        ['M', second],
      ];
  const [head, ...body] = rows.map((cells) => `| ${cells.join(' | ')} |`);
  const read = withoutInstructions([head, '| --- |', ...body].join('\n'));
  return [first, second].filter((half) => read.includes(half));
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
