import { expect, it } from 'vitest';
import { loadHtml } from './load-html.ts';

const AROUND =
  '<div class="header"><ul class="menu"><li><a href="#">Sofas</a></li></ul></div><div id="crumbs">Home &gt; Help</div>' +
  '<div class="left-side"><h4>Topics</h4><ul><li><a href="#">Paying</a></li></ul></div>';
const BELOW =
  '<div class="site-footer"><p>© Oakley</p></div><div class="cookie-banner">We use cookies. <button>Fine</button></div>';

it('reads a shop’s page without what stands around its text, told by its names alone', () => {
  const page = `<div class="content"><h1>Delivery</h1><p>Sofas come in five days, beds in nine.</p><p>Previous: <a href="#">Paying</a> Next: <a href="#">Returns</a></p></div>`;
  const { title, pages } = loadHtml(`<body>${AROUND}${page}${BELOW}</body>`);
  expect(title).toBe('Delivery');
  expect(pages[0]?.blocks).toEqual([
    { kind: 'heading', level: 1, text: 'Delivery' },
    { kind: 'text', text: 'Sofas come in five days, beds in nine.' },
  ]);
});

it('keeps what is the page itself, whatever it is called', () => {
  const { pages } = loadHtml(
    '<body><div class="menu"><p>Plum cake 4 euros</p><p>Nut cake 5 euros</p></div><p>Open daily</p></body>',
  );
  expect(pages[0]?.blocks).toHaveLength(3);
});

it('reads a wiki’s page without its contents and marks, and a box of facts as names with their values', () => {
  const { pages } = loadHtml(
    '<body><h1>Kettle</h1><div id="toc"><h2>Contents</h2><ul><li>1 Cleaning</li></ul></div>' +
      '<table class="infobox"><tr><th>Capacity</th><td>1.7 l</td></tr><tr><th>Maker</th><td>Teelicht</td></tr></table>' +
      '<h2>Cleaning<span class="mw-editsection">[edit]</span></h2><p>Boil it with citric acid.</p>' +
      '<p>Was this helpful? <button>Yes</button> <button>No</button></p><div class="catlinks">Kettles</div></body>',
  );
  expect(pages[0]?.blocks).toEqual([
    { kind: 'heading', level: 1, text: 'Kettle' },
    { kind: 'text', text: 'Capacity: 1.7 l' },
    { kind: 'text', text: 'Maker: Teelicht' },
    { kind: 'heading', level: 2, text: 'Cleaning' },
    { kind: 'text', text: 'Boil it with citric acid.' },
  ]);
});
