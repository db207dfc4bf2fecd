import { describe, expect, it } from 'vitest';
import { loadText } from './load-text.ts';

const blocks = (text: string) => loadText(text).pages.flatMap((page) => page.blocks);

describe('tables in plain text', () => {
  it('reads rows that are aligned by spaces below a line of strokes, with an empty cell, and the caption below', () => {
    const text = `2. Fees

Area          Normal   Express
------------- -------- --------
North bank    12       35
Hill side     28

  : Table 1: Fees in EUR

After the table.`;
    expect(blocks(text)).toEqual([
      { kind: 'heading', level: 2, text: '2. Fees' },
      {
        kind: 'table',
        caption: 'Table 1: Fees in EUR',
        rows: [
          ['Area', 'Normal', 'Express'],
          ['North bank', '12', '35'],
          ['Hill side', '28', ''],
        ],
      },
      { kind: 'text', text: 'After the table.' },
    ]);
  });

  it('reads Chinese rows without strokes, between text of the same paragraph', () => {
    const text = `表1 尺码
尺码　　胸围　　身长
小码　　88　　62
中码　　92　　65
以上为平铺测量。`;
    expect(blocks(text)).toEqual([
      {
        kind: 'table',
        caption: '表1 尺码',
        rows: [
          ['尺码', '胸围', '身长'],
          ['小码', '88', '62'],
          ['中码', '92', '65'],
        ],
      },
      { kind: 'text', text: '以上为平铺测量。' },
    ]);
  });

  it('reads a drawn grid', () => {
    const text = `+------+-------+
| Size | Price |
+======+=======+
| S    | 10    |
+------+-------+
| L    | 14    |
+------+-------+`;
    expect(blocks(text)).toEqual([
      {
        kind: 'table',
        rows: [
          ['Size', 'Price'],
          ['S', '10'],
          ['L', '14'],
        ],
      },
    ]);
  });

  it('takes no hours of opening, no list and no prose for a table with a head', () => {
    for (const text of [
      'Monday      9:00-18:00\nSaturday    10:00-14:00\nSunday      closed',
      'One sentence.  Another one.\nA third one.  A fourth.\nThe fifth.  The end.',
      '1. Soak\n\n2. Rinse\n\n3. Dry',
    ])
      expect(blocks(text).map(({ kind }) => kind)).not.toContain('table');
    expect(blocks('1. Soak\n\n2. Rinse\n\n3. Dry').map(({ kind }) => kind)).toEqual(['item', 'item', 'item']);
  });
});
