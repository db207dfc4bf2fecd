import type { Block } from './loaded-document.ts';

type Prose = Extract<Block, { kind: 'text' | 'item' }>;

const MARKER = /^\s*(?:[-*•·]\s*)?(?:\d{1,3}\s*[.、)）](?!\d)\s*)?/;
/** "Q:", "Q12.", "问：", "3、问题：" at the beginning of a line. */
const QUESTION = new RegExp(
  `${MARKER.source}(?:q(?:uestion)?\\s*\\d{0,3}|[问問][题題]?\\s*\\d{0,3})\\s*[:：.．、]\\s*(?=\\S)`,
  'i',
);
const ANSWERS = String.raw`(?:a(?:nswer)?\s*\d{0,3}|答案?|[回解]答)`;
const ANSWER = new RegExp(String.raw`^\s*${ANSWERS}\s*[:：.．、]\s*(?=\S)`, 'i');
/** An answer that goes on in its question's line. */
const IN_LINE = new RegExp(String.raw`(?<=[?？])\s*(?=${ANSWERS}\s*[:：])`, 'i');
/** A line that is one question and nothing else. */
const BARE = new RegExp(`${MARKER.source}[^\\s。.!！；;?？][^。！；;?？]{2,120}[?？]["”’」]?\\s*$`);
const LONGEST_QUESTION = 200;
/** Below every other heading. */
const LEVEL = 6;

const isProse = (block: Block): block is Prose => block.kind === 'text' || block.kind === 'item';
const isLabelled = (text: string) => QUESTION.test(text);
const isBare = (text: string) => !text.includes('\n') && BARE.test(text) && !ANSWER.test(text);

/** The block in parts: questions, answers that are labelled, and what stands between. */
function cut(block: Prose): Prose[] {
  const lines = block.text.split('\n').flatMap((line) => (isLabelled(line) ? line.split(IN_LINE) : [line]));
  const parts: string[][] = [];
  for (const line of lines) {
    const last = parts.at(-1);
    const begins =
      isLabelled(line) || ANSWER.test(line) || isBare(line) || (last?.length === 1 && isBare(last[0] ?? ''));
    if (last && !begins) last.push(line);
    else parts.push([line]);
  }
  return parts.map((part) => ({ ...block, text: part.join('\n') }));
}

/** Whether what comes next answers a question of which nothing but its mark tells that it is one. */
function answersBare(asked: Prose, next: Block, before: Block | undefined): boolean {
  // Questions in a row are a list to be gone through.
  if (before && isProse(before) && isBare(before.text)) return false;
  if (!isProse(next)) return next.kind === 'table';
  return !isBare(next.text) && !isLabelled(next.text) && (asked.kind !== 'item' || next.kind !== 'item');
}

const answered = (asked: Prose, next: Block, before: Block | undefined): boolean =>
  isLabelled(asked.text)
    ? isProse(next) && ANSWER.test(next.text)
    : isBare(asked.text) && answersBare(asked, next, before);

/**
 * Questions with their answers ("Q: … A: …", 问：… 答：…, or a line that is a question above what answers it) as
 * headings with the answers below, like those of an FAQ sheet. A question without an answer stays as it is.
 */
export function askedAndAnswered(blocks: readonly Block[]): Block[] {
  const out: Block[] = [];
  const parts = blocks.flatMap(
    (block): Array<{ part: Block; block: Block }> =>
      (isProse(block) ? cut(block) : [block]).map((part) => ({ part, block })),
  );
  /** The block of whose parts the last in `out` is one, as long as none of them was a question. */
  let open: Block | undefined;
  for (const [i, { part, block }] of parts.entries()) {
    const before = parts[i - 1]?.part;
    const next = parts[i + 1]?.part;
    const last = out.at(-1);
    if (part.kind === 'heading' && /[?？]$/.test(part.text)) {
      out.push({ ...part, text: part.text.replace(QUESTION, '').replace(MARKER, '') });
      open = block;
    } else if (isProse(part) && next && part.text.length <= LONGEST_QUESTION && answered(part, next, before)) {
      const question = part.text
        .replace(isLabelled(part.text) ? QUESTION : MARKER, '')
        .replace(/\s+/g, ' ')
        .trim();
      out.push({ kind: 'heading', level: LEVEL, text: question });
      open = undefined;
    } else if (last?.kind === 'heading' && isProse(part) && ANSWER.test(part.text)) {
      out.push({ kind: 'text', text: part.text.replace(ANSWER, '') });
      open = block;
    } else {
      if (open === block && isProse(part) && last && isProse(last)) last.text += `\n${part.text}`;
      else out.push({ ...part });
      open = block;
    }
  }
  return out;
}
