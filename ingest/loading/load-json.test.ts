import { expect, it } from 'vitest';
import { loadBytes } from './load-bytes.ts';

const blocksOf = async (value: unknown) => {
  const source = typeof value === 'string' ? value : JSON.stringify(value);
  return (await loadBytes(new TextEncoder().encode(source), 'export.json', null)).pages.flatMap(({ blocks }) => blocks);
};

it('reads a list of questions like an FAQ sheet, each language with its own answer', async () => {
  const faqs = [
    { question: 'Is the sole glued?', answer: 'No, it is sewn.', variants: ['glue', 'sewn'], locale: 'en' },
    { question: { zh: '能换鞋垫吗？', en: 'Can insoles be changed?' }, answer: { zh: '可以。', en: 'Yes, they can.' } },
  ];
  expect(await blocksOf(faqs)).toEqual([
    { kind: 'heading', level: 2, text: 'Is the sole glued?' },
    { kind: 'text', text: 'No, it is sewn.' },
    { kind: 'text', text: 'glue / sewn' },
    { kind: 'heading', level: 2, text: '能换鞋垫吗？' },
    { kind: 'text', text: '可以。' },
    { kind: 'heading', level: 2, text: 'Can insoles be changed?' },
    { kind: 'text', text: 'Yes, they can.' },
  ]);
});

it('makes a table of records and sections of fields with parts, and a text of what is no JSON', async () => {
  const sizes = [
    { size: 'S', chest: 88 },
    { size: 'M', chest: 94, note: 'slim' },
  ];
  expect(await blocksOf({ brand: 'Arve', sizes, care: { wash: 'cold', dry: { flat: true } } })).toEqual([
    { kind: 'text', text: 'brand: Arve' },
    { kind: 'heading', level: 1, text: 'sizes' },
    {
      kind: 'table',
      rows: [
        ['size', 'chest', 'note'],
        ['S', '88', ''],
        ['M', '94', 'slim'],
      ],
    },
    { kind: 'heading', level: 1, text: 'care' },
    { kind: 'text', text: 'wash: cold' },
    { kind: 'heading', level: 2, text: 'dry' },
    { kind: 'text', text: 'flat: true' },
  ]);
  expect(await blocksOf('{ Wash cold. }')).toEqual([{ kind: 'text', text: '{ Wash cold. }' }]);
});
