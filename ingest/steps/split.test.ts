import { expect, it } from 'vitest';
import type { Block, LoadedDocument } from '../loading/loaded-document.ts';
import { split } from './split.ts';

const document = (...pages: Block[][]): LoadedDocument => ({
  title: 'Guide',
  pages: pages.map((blocks, i) => ({ page: i + 1, blocks })),
});
const text = (value: string): Block => ({ kind: 'text', text: value });

it('keeps page and heading, which go on over a page break, and never crosses a page', async () => {
  const pieces = await split(
    document([{ kind: 'heading', level: 1, text: 'Returns' }, text('Within 7 days.')], [text('Unused only.')]),
    null,
  );
  expect(pieces).toEqual([
    { page: 1, heading: 'Returns', text: 'Within 7 days.', language: 'en' },
    { page: 2, heading: 'Returns', text: 'Unused only.', language: 'en' },
  ]);
});

it('names a section with its parent', async () => {
  const heading = (level: number, value: string): Block => ({ kind: 'heading', level, text: value });
  const pieces = await split(
    document([heading(1, '退货'), text('甲。'), heading(2, '步骤'), text('乙。'), heading(1, '换货'), text('丙。')]),
    'zh',
  );
  expect(pieces.map((piece) => piece.heading)).toEqual(['退货', '退货 › 步骤', '换货']);
});

it('cuts long Chinese text at its stops', async () => {
  const sentence = '自签收之日起七天内，商品完好的可以申请退货，运费由买家承担。';
  const pieces = await split(document([text(sentence.repeat(40))]), 'zh');
  expect(pieces.length).toBeGreaterThan(3);
  for (const piece of pieces) {
    expect(piece.text.length).toBeLessThanOrEqual(450);
    expect(piece.text.startsWith('。')).toBe(false);
  }
});

it('repeats a table’s header in each of its parts and loses no row', async () => {
  const rows = Array.from({ length: 60 }, (_, i) => [`Model ${i}`, `${i} months of warranty`]);
  const pieces = await split(document([{ kind: 'table', rows: [['Product', 'Warranty'], ...rows] }]), 'en');
  expect(pieces.length).toBeGreaterThan(1);
  for (const piece of pieces) expect(piece.text.startsWith('| Product | Warranty |\n| --- | --- |')).toBe(true);
  const all = pieces.map((piece) => piece.text).join('\n');
  for (const [model] of rows) expect(all).toContain(`| ${model} |`);
});

it('gives the same pieces every time', async () => {
  const input = document([text('One. '.repeat(500))]);
  expect(await split(input, 'en')).toEqual(await split(input, 'en'));
});
