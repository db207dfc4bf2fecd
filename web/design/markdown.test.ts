import { describe, expect, test } from 'vitest';
import { createMarkdown } from './create-markdown.ts';
import { safeHref } from './markdown-inline.ts';

interface Element {
  type: string;
  props: Record<string, string | number>;
  children: Array<Element | string>;
}
const render = createMarkdown<Element>((type, props, ...children) => ({ type, props, children }));
const cite = (marker: number, key: string): Element | null =>
  marker === 1 ? { type: 'button', props: { key }, children: ['1'] } : null;

/** The tree as one line: <type href>…</type>; keys left out. */
function show(nodes: Array<Element | string>): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node.replace(/</g, '&lt;');
      const href = node.props.href === undefined ? '' : ` ${node.props.href}`;
      return `<${node.type}${href}>${show(node.children)}</${node.type}>`;
    })
    .join('');
}
const html = (source: string) => show(render(source, cite));
const elements = (nodes: Array<Element | string>): Element[] =>
  nodes.flatMap((node) => (typeof node === 'string' ? [] : [node, ...elements(node.children)]));

describe('what replies and policies use', () => {
  test.each([
    ['**7 days**, *unopened*', '<p><strong>7 days</strong>, <em>unopened</em></p>'],
    ['签收后**7天内**可退[1]。', '<p>签收后<strong>7天内</strong>可退<button>1</button>。</p>'],
    ['no such source [7]', '<p>no such source [7]</p>'],
    ['one\ntwo', '<p>one<br></br>two</p>'],
    ['- a\n- b\n  - c', '<ul><li>a</li><li><p>b</p><ul><li>c</li></ul></li></ul>'],
    ['1. a\n2. b', '<ol><li>a</li><li>b</li></ol>'],
    ['# Title\ntext', '<p><strong>Title</strong></p><p>text</p>'],
    ['> quoted', '<blockquote><p>quoted</p></blockquote>'],
    ['```\n<b>\n```', '<pre><code>&lt;b></code></pre>'],
    ['[site](https://a.example/x)', '<p><a https://a.example/x>site</a></p>'],
    ['见 https://a.example/x。', '<p>见 <a https://a.example/x>https://a.example/x</a>。</p>'],
    ['2 * 3 * 4 = 24', '<p>2 * 3 * 4 = 24</p>'],
    ['\\*plain\\*', '<p>*plain*</p>'],
    ['|a|b|\n|-|-|\n', '<p>|a|b|<br></br>|-|-|</p>'],
    [
      '| 项 | 值 |\n|---|---|\n| a | 1 |',
      '<table><thead><tr><th>项</th><th>值</th></tr></thead><tbody><tr><td>a</td><td>1</td></tr></tbody></table>',
    ],
  ])('%s', (source, expected) => expect(html(source)).toBe(expected));
});

describe('what nobody may put into a page', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](java\tscript:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](\u0001javascript:alert(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    '[x](vbscript:msgbox)',
    '[x](blob:https://a/b)',
    '![x](https://a.example/pixel.png)',
    '![x](javascript:alert(1))',
    '[a](https://a.example/"onmouseover="alert(1))',
    '`<script>`',
    '<a href="javascript:alert(1)">x</a>',
    '| <script> |\n|---|\n| <img src=x onerror=alert(1)> |',
    '> <iframe src="javascript:alert(1)">',
  ];
  const allowed = new Set(
    'p strong em del code pre br a ul ol li table thead tbody tr th td blockquote hr button'.split(' '),
  );
  test.each(hostile)('%s', (source) => {
    for (const { type, props } of elements(render(source, cite))) {
      expect(allowed).toContain(type);
      for (const name of Object.keys(props)) {
        expect(['key', 'href', 'target', 'rel', 'role', 'aria-level', 'start']).toContain(name);
      }
      if (props.href !== undefined) expect(String(props.href)).toMatch(/^(https?:|mailto:|tel:|\/)/);
    }
  });

  test('an address that only goes somewhere is kept', () => {
    expect(safeHref('https://a.example/?q=1')).toBe('https://a.example/?q=1');
    expect(safeHref('/orders')).toBe('/orders');
    expect(safeHref('mailto:a@b.example')).toBe('mailto:a@b.example');
    expect(safeHref('javascript:alert(1)')).toBeNull();
  });
});

test.each([
  ['*', 20_000],
  ['[', 20_000],
  ['`', 20_000],
  ['> ', 5_000],
  ['- ', 5_000],
  ['|', 20_000],
  ['**a', 7_000],
  ['[a](', 5_000],
])('%s repeated takes no longer than plain text', (piece, times) => {
  const started = performance.now();
  render(piece.repeat(times));
  expect(performance.now() - started).toBeLessThan(1_000);
});
