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
