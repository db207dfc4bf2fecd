import { expect, it } from 'vitest';
import { loadHtml } from './load-html.ts';

it.each([
  [
    '<div role="tablist"><button role="tab" aria-controls="a">Unworn</button><button role="tab" aria-controls="b">Worn</button></div>' +
      '<div id="a" role="tabpanel"><p>In 40 days.</p></div><div id="b" role="tabpanel" hidden><p>In 10 days.</p></div>',
  ],
  [
    '<ul><li><a data-toggle="tab" href="#a">Unworn</a></li><li><a data-toggle="tab" href="#b">Worn</a></li></ul>' +
      '<div id="a"><p>In 40 days.</p></div><div id="b" style="display:none"><p>In 10 days.</p></div>',
  ],
  [
    '<div role="tablist"><span role="tab" id="x">Unworn</span><span role="tab" id="y">Worn</span></div>' +
      '<section role="tabpanel" aria-labelledby="x"><p>In 40 days.</p></section><section role="tabpanel" aria-labelledby="y" aria-hidden="true"><p>In 10 days.</p></section>',
  ],
])('reads what each tab shows below its name: %s', (tabs) => {
  const { pages } = loadHtml(`<main><h1>Returns</h1>${tabs}<h2>Money</h2><p>In 5 days.</p></main>`);
  expect(pages[0]?.blocks).toEqual([
    { kind: 'heading', level: 1, text: 'Returns' },
    { kind: 'heading', level: 6, text: 'Unworn' },
    { kind: 'text', text: 'In 40 days.' },
    { kind: 'heading', level: 6, text: 'Worn' },
    { kind: 'text', text: 'In 10 days.' },
    { kind: 'heading', level: 2, text: 'Money' },
    { kind: 'text', text: 'In 5 days.' },
  ]);
});
