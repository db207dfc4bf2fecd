import { expect, it } from 'vitest';
import { loadRtf } from './load-rtf.ts';

const blocksOf = (body: string) =>
  loadRtf(Buffer.from(`{\\rtf1\\ansi\\ansicpg1252${body}}`, 'latin1')).pages[0]?.blocks;

it('reads headings, points and tables, and nothing of what stands around the text', () => {
  const file =
    '{\\fonttbl{\\f0 Arial;}}{\\info{\\author Nobody}}{\\header Page one}{\\*\\generator Writer;}' +
    "\\pard\\b Workshop\\b0\\par A service costs \\'8049 {\\v secret}today.\\par" +
    "\\pard{\\listtext\\'95\\tab}Tyres are checked\\par" +
    '\\trowd\\pard\\intbl Part\\cell Price\\cell\\row\\trowd\\pard\\intbl Inner\\par tube\\cell 8\\cell\\row\\pard{\\pict 0102ff}Open daily.\\par';
  expect(blocksOf(file)).toEqual([
    { kind: 'heading', level: 5, text: 'Workshop' },
    { kind: 'text', text: 'A service costs €49 today.' },
    { kind: 'item', text: '- Tyres are checked' },
    {
      kind: 'table',
      rows: [
        ['Part', 'Price'],
        ['Inner tube', '8'],
      ],
    },
    { kind: 'text', text: 'Open daily.' },
  ]);
});

it('reads Chinese by the charset of its font and by numbers of letters', () => {
  const font = '{\\fonttbl{\\f1\\fcharset134 SimSun;}}';
  expect(blocksOf(`${font}\\pard\\f1 \\'cd\\'cb\\'bb\\'f5 7 \\'cc\\'ec\\par`)).toEqual([
    { kind: 'text', text: '退货 7 天' },
  ]);
  expect(blocksOf('\\pard\\uc1\\u36864?\\u-29247?\\par')).toEqual([{ kind: 'text', text: '退跁' }]);
});
