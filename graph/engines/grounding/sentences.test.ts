import { describe, expect, it } from 'vitest';
import { createSentenceBuffer, splitSentences } from './sentences.ts';

/** As it would come, a few characters at a time. */
function feed(text: string, size: number): string[] {
  const buffer = createSentenceBuffer();
  const out: string[] = [];
  for (let i = 0; i < text.length; i += size) out.push(...buffer.push(text.slice(i, i + size)));
  const rest = buffer.end();
  return rest === '' ? out : [...out, rest];
}

const TEXT =
  '7天内可退。[1][2] 运费 4.5 元？是的！\nIt costs $4.99 [1]. See e.g. the list.[2]\n- one\n- "two."[3]\n\nEnd';

describe('sentences', () => {
  it('come the same way in whatever pieces the text arrives', () => {
    const whole = feed(TEXT, TEXT.length);
    for (const size of [1, 2, 3, 7]) expect(feed(TEXT, size)).toEqual(whole);
    expect(whole.join('')).toBe(TEXT);
    expect(whole.map((sentence) => sentence.trim())).toEqual([
      '7天内可退。[1][2]',
      '运费 4.5 元？',
      '是的！',
      'It costs $4.99 [1].',
      'See e.g. the list.[2]',
      '- one',
      '- "two."[3]',
      'End',
    ]);
  });

  it('are given as soon as the next one begins', () => {
    const buffer = createSentenceBuffer();
    expect(buffer.push('Free over $35.')).toEqual([]);
    expect(buffer.push(' [1]')).toEqual([]);
    expect(buffer.push(' Then')).toEqual(['Free over $35. [1]']);
  });

  it('never hold back more than a page', () => {
    expect(createSentenceBuffer().push('word '.repeat(1_000)).length).toBeGreaterThan(0);
  });

  it('of a text are trimmed', () => {
    expect(splitSentences(' A b.\n\nC d! ')).toEqual(['A b.', 'C d!']);
  });
});
