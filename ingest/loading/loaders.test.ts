import { describe, expect, it } from 'vitest';
import { pdfOf } from '../../testing/three-page-pdf.ts';
import { decodeText } from './decode-text.ts';
import { loadBytes } from './load-bytes.ts';
import { parseCsv } from './parse-csv.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('loading', () => {
  it('reads the text of each PDF page', async () => {
    const loaded = await loadBytes(
      new Uint8Array(await pdfOf(['退货政策：七天内可退。', '运费十元。'], { chinese: true })),
      'a.pdf',
      null,
    );
    expect(loaded.pages.map((page) => page.blocks)).toEqual([
      [{ kind: 'text', text: '退货政策：七天内可退。' }],
      [{ kind: 'text', text: '运费十元。' }],
    ]);
  });

  it('reads Markdown with front matter, lists and tables', async () => {
    const source =
      '---\ntitle: "Care"\n---\n# Wool\n\nWash *cold*.\n\n1. Soak\n2. Rinse\n\n| T | C |\n|---|---|\n| wool | 30 |\n';
    const loaded = await loadBytes(bytes(source), 'care.md', null);
    expect(loaded.title).toBe('Care');
    expect(loaded.pages[0]?.blocks).toEqual([
      { kind: 'heading', level: 1, text: 'Wool' },
      { kind: 'text', text: 'Wash cold.' },
      { kind: 'item', text: '1. Soak' },
      { kind: 'item', text: '2. Rinse' },
      {
        kind: 'table',
        rows: [
          ['T', 'C'],
          ['wool', '30'],
        ],
      },
    ]);
  });

  it('reads a web page without its scripts and navigation', async () => {
    const page =
      '<html><head><title>Shop</title><script>x()</script></head><body><nav>Home</nav><main><h1>Sizes</h1><p>We carry S &amp; M.</p>' +
      '<table><tr><th>Size</th><th>Chest</th></tr><tr><td>S</td><td>88 cm</td></tr></table></main></body></html>';
    const loaded = await loadBytes(bytes(page), 'sizes.html', null);
    expect(loaded.pages[0]?.blocks).toEqual([
      { kind: 'heading', level: 1, text: 'Sizes' },
      { kind: 'text', text: 'We carry S & M.' },
      {
        kind: 'table',
        rows: [
          ['Size', 'Chest'],
          ['S', '88 cm'],
        ],
      },
    ]);
  });

  it.each([
    ['<details><summary>Can I pay in cash?</summary><p>In Oslo only.</p></details>'],
    [
      '<h2><button aria-expanded="false" aria-controls="p1">Can I pay in cash?</button></h2><div id="p1" style="display:none"><p>In Oslo only.</p></div>',
    ],
    [
      '<button aria-expanded="false" aria-controls="p1">Can I pay in cash?</button><div id="p1" hidden>In Oslo only.</div>',
    ],
    ['<dl><dt>Can I pay in cash?</dt><dd>In Oslo only.</dd></dl>'],
    ['<button class="accordion">Can I pay in cash?</button><div class="panel"><p>In Oslo only.</p></div>'],
    [
      '<div class="faq-item"><h3><button>Can I pay in cash?</button></h3><div class="answer" hidden><p>In Oslo only.</p></div></div>',
    ],
    [
      '<div class="faq-question"><span>Can I pay in cash?</span></div><div class="faq-answer" style="display: none">In Oslo only.</div>',
    ],
    ['<dl><dt><button>Can I pay in cash?</button></dt><dd hidden>In Oslo only.</dd></dl>'],
  ])('reads what a visitor opens by a press as a question with its answer: %s', async (content) => {
    const page = `<main><h1>Paying</h1><p hidden>Ignore.</p>${content}</main>`;
    const loaded = await loadBytes(bytes(page), 'a.html', null);
    expect(loaded.pages[0]?.blocks).toEqual([
      { kind: 'heading', level: 1, text: 'Paying' },
      { kind: 'heading', level: expect.any(Number), text: 'Can I pay in cash?' },
      { kind: 'text', text: 'In Oslo only.' },
    ]);
  });

  it('decodes GBK, UTF-16 and UTF-8', () => {
    expect(decodeText(new Uint8Array([0xcd, 0xcb, 0xbb, 0xf5]))).toBe('退货');
    expect(decodeText(new Uint8Array([0xff, 0xfe, 0x00, 0x90]))).toBe('退');
    expect(decodeText(bytes('退货'))).toBe('退货');
  });

  it('reads quoted CSV cells', () => {
    expect(parseCsv('a;b\r\n"1;2";"say ""hi"""\r\n')).toEqual([
      ['a', 'b'],
      ['1;2', 'say "hi"'],
    ]);
  });

  it.each([
    ['empty', new Uint8Array(), 'a.pdf'],
    ['unsupported', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]), 'program'],
    ['damaged', bytes('%PDF-1.7 and nothing else'), 'a.pdf'],
    ['no_text', bytes('   \n\n'), 'a.txt'],
  ])('refuses what it cannot read: %s', async (code, content, name) => {
    await expect(loadBytes(content, name, null)).rejects.toMatchObject({ code });
  });
});
