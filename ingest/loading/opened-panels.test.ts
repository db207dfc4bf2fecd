import { expect, it } from 'vitest';
import { split } from '../steps/split.ts';
import { loadBytes } from './load-bytes.ts';

const read = (page: string) => loadBytes(new TextEncoder().encode(page), 'a.html', null);

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
])('reads what each tab shows below its name: %s', async (tabs) => {
  const { pages } = await read(`<main><h1>Returns</h1>${tabs}<h2>Money</h2><p>In 5 days.</p></main>`);
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

it.each([
  ['<details><summary>Is it loud?</summary><p>No.</p></details>'],
  ['<h3><button aria-expanded="false" aria-controls="p">Is it loud?</button></h3><div id="p" hidden><p>No.</p></div>'],
  ['<div class="faq-title">Is it loud?</div><div class="faq-body"><h4>In short</h4><p>No.</p></div>'],
  ['<dl><dt>Is it loud?</dt><dd>No.</dd></dl>'],
  ['<dl><dt><a href="javascript:;">Is it loud?</a></dt><dd style="display:none">No.</dd></dl>'],
  ['<p>Is it loud?</p><div hidden><p>No.</p></div>'],
  ['<table><tr><th>Question</th><th>Answer</th></tr><tr><td>Is it loud?</td><td>No.</td></tr></table>'],
])('puts what follows behind the last panel under the heading above all of them: %s', async (panel) => {
  const loaded = await read(`<main><h1>Pumps</h1>${panel}<p>Write to us.</p></main>`);
  const pieces = await split(loaded, 'en');
  expect(pieces.map(({ heading, text }) => [heading, text]).at(-1)).toEqual([null, 'Write to us.']);
  expect(pieces.length).toBe(2);
});
