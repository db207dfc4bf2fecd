import { describe, expect, it } from 'vitest';
import { zipped } from '../../testing/zipped.ts';
import { loadBytes } from './load-bytes.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('files that are not what they seem', () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const oldOffice = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0]);

  it.each([
    ['mismatch', 'an image', png, 'notes.txt'],
    ['unsupported', 'a program', new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]), 'setup.exe'],
    ['unsupported', 'old Office', oldOffice, 'prices.xls'],
    ['mismatch', 'its name says', bytes('just words'), 'a.pdf'],
  ])('are refused by name: %s, %s', async (code, detail, content, name) => {
    const refused = loadBytes(content, name, null);
    await expect(refused).rejects.toMatchObject({ code });
    await expect(refused).rejects.toThrow(detail);
  });

  it('says what an archive of documents is and what to do with it', async () => {
    await expect(loadBytes(await zipped({ 'a.txt': 'words' }), 'all.zip', null)).rejects.toMatchObject({
      code: 'unsupported',
      detail: expect.stringMatching(/archive.*one by one/),
    });
  });

  it('refuses an archive that unpacks to far more than it says', async () => {
    const file = await zipped({ 'word/document.xml': ' '.repeat(6_000_000), 'word/_rels/document.xml.rels': '<a/>' });
    await expect(loadBytes(file, 'bomb.docx', null)).rejects.toMatchObject({ code: 'too_large' });
  });

  it('refuses XML that declares entities', async () => {
    const file = await zipped({ 'ppt/presentation.xml': '<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>' });
    await expect(loadBytes(file, 'a.pptx', null)).rejects.toMatchObject({ code: 'damaged' });
  });
});
