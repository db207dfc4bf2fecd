import { expect, it } from 'vitest';
import { loadHtml } from './load-html.ts';
import { placeNotes } from './place-notes.ts';

it('puts notes behind the paragraph, list item or table that refers to them, as Word files have them at the end', () => {
  const mark = (n: number) => `<sup><a href="#footnote-${n}" id="footnote-ref-${n}">[${n}]</a></sup>`;
  const html =
    `<p>Sent in two days${mark(1)}, or later${mark(2)}.</p><p>Next.</p><ul><li>Bring it${mark(3)}</li></ul>` +
    `<table><tr><td>Size</td><td>Fee${mark(4)}</td></tr><tr><td>S</td><td>5</td></tr></table><p>End.</p>` +
    `<ol>${['Not on Sundays.', 'In snow.', 'With its box.', 'In euros.'].map((text, i) => `<li id="footnote-${i + 1}"><p>${text}</p></li>`).join('')}</ol>`;
  expect(loadHtml(html, placeNotes).pages[0]?.blocks).toEqual([
    { kind: 'text', text: 'Sent in two days [1], or later [2].' },
    { kind: 'text', text: '[1] Not on Sundays.' },
    { kind: 'text', text: '[2] In snow.' },
    { kind: 'text', text: 'Next.' },
    { kind: 'item', text: '- Bring it [3] [3] With its box.' },
    {
      kind: 'table',
      rows: [
        ['Size', 'Fee [4]'],
        ['S', '5'],
      ],
    },
    { kind: 'text', text: '[4] In euros.' },
    { kind: 'text', text: 'End.' },
  ]);
});
