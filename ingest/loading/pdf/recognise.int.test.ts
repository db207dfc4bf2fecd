import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { findProgram } from '../../../config/find-program.ts';
import { findRecogniser } from '../../reading/find-recogniser.ts';
import { loadBytes } from '../load-bytes.ts';

const FONTS = join(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc'), '../../fonts');
const recogniser = await findRecogniser(findProgram('tesseract', '/usr/local/bin:/usr/bin:/opt/homebrew/bin'));
if (!recogniser) console.log('not run: recognition of scanned pages (no tesseract)');

/** Lines as a scanner would show them: a picture over the page. */
function picture(lines: string[]): Buffer {
  GlobalFonts.registerFromPath(join(FONTS, 'NotoSansHans-Regular.otf'), 'Noto');
  const canvas = createCanvas(1240, 1754);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 1240, 1754);
  context.fillStyle = '#000';
  context.font = '34px Noto';
  for (const [i, line] of lines.entries()) context.fillText(line, 140, 200 + i * 60);
  return canvas.toBuffer('image/png');
}

/** A page with text, a page that is a picture of text, an empty page. */
async function partlyScanned(lines: string[]): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: 'A4', margin: 0 });
  const parts: Buffer[] = [];
  pdf.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise((done) => pdf.on('end', done));
  pdf.fontSize(12).text('This page has letters of its own, as most pages do.', 72, 72);
  pdf.addPage().image(picture(lines), 0, 0, { width: 595 });
  pdf.addPage();
  pdf.end();
  await ended;
  return new Uint8Array(Buffer.concat(parts));
}

const textOf = (loaded: Awaited<ReturnType<typeof loadBytes>>, page: number) =>
  (loaded.pages[page - 1]?.blocks ?? []).map((block) => (block.kind === 'table' ? '' : block.text)).join('\n');

describe('scanned pages', () => {
  it('are named in a warning where nothing can read them', async () => {
    const loaded = await loadBytes(await partlyScanned(['Warranty of three years']), 'a.pdf', null);
    expect(loaded.pagesWithoutText).toEqual([2]);
    expect(loaded.warnings).toMatchObject([{ code: 'pages_without_text', pages: [2] }]);
    expect(textOf(loaded, 1)).toContain('letters of its own');
  });

  it.skipIf(!recogniser?.languages.includes('eng'))(
    'are read by tesseract and marked',
    { timeout: 60_000 },
    async () => {
      const file = await partlyScanned(['The warranty lasts three years.', 'Bring the receipt to any of our shops.']);
      const loaded = await loadBytes(file, 'a.pdf', null, { recogniser });
      expect(textOf(loaded, 2)).toContain('warranty lasts three years');
      expect(loaded.pagesWithoutText).toEqual([]);
      expect(loaded.warnings).toMatchObject([{ code: 'pages_recognised', pages: [2] }]);
    },
  );

  it.skipIf(!recogniser?.languages.includes('chi_sim'))('are read in Chinese', { timeout: 60_000 }, async () => {
    const file = await partlyScanned(['自签收之日起七天内可以申请退货。', '运费由买家承担，质量问题除外。']);
    const loaded = await loadBytes(file, 'a.pdf', null, { recogniser });
    expect(textOf(loaded, 2)).toContain('七天内可以申请退货');
  });
});
