import { expect, it } from 'vitest';
import { loadMarkdown } from './load-markdown.ts';

const blocksOf = (source: string) => loadMarkdown(source).pages.flatMap(({ blocks }) => blocks);

it('reads tables and opened panels that stand in it as HTML, also with empty lines in them', () => {
  const source =
    '# Lamps\n\n<!-- ask Kim -->\n\n<table>\n<tr><th>Light</th><th>Means</th></tr>\n\n<tr><td rowspan="2">red</td><td>hot</td></tr>\n' +
    '\n<tr><td>locked</td></tr>\n</table>\n\n<details><summary>Is it dimmable?</summary>\n\nYes, to **5 %**.\n\n</details>\n\nMade in Gent.\n';
  expect(blocksOf(source)).toEqual([
    { kind: 'heading', level: 1, text: 'Lamps' },
    {
      kind: 'table',
      rows: [
        ['Light', 'Means'],
        ['red', 'hot'],
        ['red', 'locked'],
      ],
    },
    { kind: 'heading', level: 6, text: 'Is it dimmable?' },
    { kind: 'text', text: 'Yes, to 5 %.' },
    { kind: 'heading', level: 6, text: '' },
    { kind: 'text', text: 'Made in Gent.' },
  ]);
});

it('keeps words apart that a line break in a cell parts', () => {
  expect(blocksOf('| Day | Hours |\n|--|--|\n| Mon | 8–12<br>14–18 |\n')).toEqual([
    {
      kind: 'table',
      rows: [
        ['Day', 'Hours'],
        ['Mon', '8–12 14–18'],
      ],
    },
  ]);
});

it('puts a note behind the part of the text that refers to it', () => {
  const source =
    'Sent in two days[^a].\n\nNext.\n\n| Tool | Day |\n|--|--|\n| Sander[^2] | 15 |\n\nEnd.\n\n[^a]: Not on Sundays,\n    nor in snow.\n[^2]: Without paper.\n';
  expect(blocksOf(source)).toEqual([
    { kind: 'text', text: 'Sent in two days [a].' },
    { kind: 'text', text: '[a] Not on Sundays, nor in snow.' },
    { kind: 'text', text: 'Next.' },
    {
      kind: 'table',
      rows: [
        ['Tool', 'Day'],
        ['Sander [2]', '15'],
      ],
    },
    { kind: 'text', text: '[2] Without paper.' },
    { kind: 'text', text: 'End.' },
  ]);
});
