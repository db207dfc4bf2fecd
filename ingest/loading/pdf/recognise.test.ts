import { expect, it } from 'vitest';
import { wordsOf } from './recognise.ts';
import { toLine, toRows } from './rows.ts';

const HEAD = 'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext';
const row = (level: number, box: [number, number, number, number], confidence = -1, text = '') =>
  [level, 1, 1, 1, 1, 1, ...box, confidence, text].join('\t');

it('places recognised words as lines: bullets are bullets, neighbours in Chinese touch, dirt is left out', () => {
  const tsv = [
    HEAD,
    row(4, [100, 100, 600, 40]),
    row(5, [100, 105, 12, 12], 60, '。'),
    row(5, [150, 100, 40, 40], 90, '炸'),
    row(5, [210, 100, 120, 40], 90, '篮很热'),
    row(5, [700, 100, 40, 40], 10, '@#'),
    row(4, [100, 200, 600, 40]),
    row(5, [100, 200, 40, 40], 90, '1，'),
    row(5, [150, 200, 200, 40], 90, 'Wash'),
    row(5, [370, 200, 100, 40], 90, 'it'),
  ].join('\n');
  const atoms = wordsOf(tsv, { scale: 2, height: 842 });
  expect(toRows(atoms).map((one) => toLine(one).text)).toEqual(['• 炸篮很热', '1. Wash it']);
  expect(atoms[0]).toMatchObject({ x0: 50, size: 18 });
});
