import type { Block } from './loaded-document.ts';

type Prose = Extract<Block, { kind: 'text' | 'item' }>;

/** "Q:", "Q12.", "问：", "3、问题：" at the beginning of a line. */
const QUESTION =
  /^\s*(?:[-*•·]\s*)?(?:\d{1,3}\s*[.、)）]\s*)?(?:q(?:uestion)?\s*\d{0,3}|[问問][题題]?\s*\d{0,3})\s*[:：.．、]\s*(?=\S)/i;
const ANSWER = /^\s*(?:a(?:nswer)?\s*\d{0,3}|答案?|[回解]答)\s*[:：.．、]\s*(?=\S)/i;
/** An answer that goes on in its question's line. */
const IN_LINE = /(?<=[?？])\s*(?=(?:a(?:nswer)?\s*\d{0,3}|答案?|[回解]答)\s*[:：])/i;
const LONGEST_QUESTION = 200;
/** Below every other heading. */
const LEVEL = 6;

const isProse = (block: Block): block is Prose => block.kind === 'text' || block.kind === 'item';

/** The block in parts, each of which begins with a label but perhaps the first. */
function cut(block: Prose): Prose[] {
  const lines = block.text.split('\n').flatMap((line) => (QUESTION.test(line) ? line.split(IN_LINE) : [line]));
  const parts: string[][] = [];
  for (const line of lines) {
    const last = parts.at(-1);
    if (last && !QUESTION.test(line) && !ANSWER.test(line)) last.push(line);
    else parts.push([line]);
  }
  return parts.map((part) => ({ ...block, text: part.join('\n') }));
}

/**
 * Questions and answers that a document labels as such ("Q: … A: …", "问：… 答：…") as headings with their answers
 * below, like those of an FAQ sheet. A question without an answer stays as it is.
 */
export function labelledQuestions(blocks: readonly Block[]): Block[] {
  const out: Block[] = [];
  const parts = blocks.flatMap(
    (block): Array<{ part: Block; block: Block }> =>
      (isProse(block) ? cut(block) : [block]).map((part) => ({ part, block })),
  );
  /** The block of whose parts the last in `out` is one, as long as none of them was a question. */
  let open: Block | undefined;
  for (let i = 0; i < parts.length; i++) {
    const here = parts[i];
    const next = parts[i + 1]?.part;
    if (!here) continue;
    const { part, block } = here;
    const last = out.at(-1);
    if (isProse(part) && next && isProse(next) && QUESTION.test(part.text) && ANSWER.test(next.text)) {
      const question = part.text.replace(QUESTION, '').replace(/\s+/g, ' ').trim();
      if (question.length <= LONGEST_QUESTION) {
        out.push(
          { kind: 'heading', level: LEVEL, text: question },
          { kind: 'text', text: next.text.replace(ANSWER, '') },
        );
        open = undefined;
        i += 1;
        continue;
      }
    }
    if (open === block && isProse(part) && last && isProse(last)) last.text += `\n${part.text}`;
    else out.push({ ...part });
    open = block;
  }
  return out;
}
