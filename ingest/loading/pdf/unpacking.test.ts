import { deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { HELLO, onePage, textStream } from '../../../testing/campaigns/raw-pdf.ts';
import { loadPdf } from './load-pdf.ts';

const FLATE = '/Filter /FlateDecode';
const TWICE = '/Filter [/FlateDecode /FlateDecode]';
const wordsOf = async (file: Buffer) => JSON.stringify((await loadPdf(new Uint8Array(file))).pages);
const lines = HELLO.repeat(40);

it('refuses a file that unpacks to far more than it is, and reads the next one', async () => {
  const spaces = deflateSync(Buffer.alloc(200 * 1024 ** 2, ' '));
  const bomb = onePage({ entries: TWICE, bytes: deflateSync(spaces) });
  expect(bomb.length).toBeLessThan(4096);
  await expect(wordsOf(bomb)).rejects.toMatchObject({ code: 'too_large' });
  expect(await wordsOf(onePage({ entries: FLATE, bytes: deflateSync(Buffer.from(HELLO)) }))).toContain('seven days');
});

it('refuses one whose bomb is where a font is described', async () => {
  const map = { entries: TWICE, bytes: deflateSync(deflateSync(Buffer.alloc(200 * 1024 ** 2, ' '))) };
  const font = '<< /Type /Font /Subtype /TrueType /BaseFont /Arial /ToUnicode 6 0 R >>';
  const file = onePage(textStream(HELLO.replace('/F1', '/F2')), [map, font], { resources: '/Font << /F2 7 0 R >>' });
  await expect(wordsOf(file)).rejects.toMatchObject({ code: 'too_large' });
});

it('reads what is there of a stream that breaks off, has a wrong check or something behind it', async () => {
  const whole = deflateSync(Buffer.from(lines));
  const wrong = Buffer.concat([whole.subarray(0, -4), Buffer.from([1, 2, 3, 4])]);
  for (const bytes of [whole.subarray(0, -8), wrong, Buffer.concat([whole, Buffer.from('\nmore')])])
    expect(await wordsOf(onePage({ entries: FLATE, bytes }))).toContain('Goods may be returned');
});
