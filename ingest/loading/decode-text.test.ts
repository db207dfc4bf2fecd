import { expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

it('takes few letters with accents among plain ones for what they are, and no Chinese', () => {
  const text = 'Teil;Hinweis\nDichtung;für Größe 58\nSiebträger;Nussbaum\n';
  expect(decodeText(Buffer.from(text, 'latin1'))).toBe(text);
});

it('takes Chinese among plain letters for what it is', () => {
  // 尺码 M 码 and L 码 in GBK.
  const gbk = Buffer.from('b3dfc2eb2c4dc2eb2c4cc2eb0a', 'hex');
  expect(decodeText(gbk)).toBe('尺码,M码,L码\n');
});
