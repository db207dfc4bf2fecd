import type { CaseResult } from '../harness/suite.ts';
import type { EvalDocument } from './documents/documents.ts';

const bare = (text: string) => text.replace(/\s+/g, '');

/** All texts, each whole and after the one before it. */
export function inOrder(
  { name, order }: Pick<EvalDocument, 'name' | 'order'>,
  passages: ReadonlyArray<{ text: string }>,
): CaseResult {
  const text = bare(passages.map((passage) => passage.text).join('\n'));
  let at = 0;
  const missed = order.find((part) => {
    const found = text.indexOf(bare(part), at);
    at = found < 0 ? at : found + bare(part).length;
    return found < 0;
  });
  return {
    id: `order: ${name}`,
    passed: missed === undefined,
    expected: 'texts in the order of reading',
    actual: missed === undefined ? 'so it is' : `lost or late: ${missed}`,
  };
}
