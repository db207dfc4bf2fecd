import { createRequire } from 'node:module';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import type { Language } from '../stores/schema.ts';
import { HANDBOOK_WORDS } from './handbook-words.ts';
import { pick, seeded } from './seeded.ts';

/** The package exports its entry alone; the fonts lie beside it. */
const HAN_FONT = () =>
  join(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc'), '../../fonts/NotoSansHans-Regular.otf');
const MARGIN = 56;
/** Sentences of a paragraph, so that a page is full and no more. */
const SENTENCES = { en: 4, zh: 5 };

/**
 * A text PDF of `pages` pages of made-up but well-formed handbook prose: headings, paragraphs, a list or a table a
 * page. Equal arguments give equal text.
 */
export function handbookPdf(options: { language: Language; pages: number; seed: number }): Promise<Buffer> {
  const { language, pages } = options;
  const random = seeded(options.seed);
  const words = HANDBOOK_WORDS[language];
  const document = new PDFDocument({ size: 'A4', margin: MARGIN, autoFirstPage: false, bufferPages: false });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<Buffer>((resolve) => document.on('end', () => resolve(Buffer.concat(chunks))));
  const fonts = language === 'zh' ? [HAN_FONT(), HAN_FONT()] : ['Helvetica', 'Helvetica-Bold'];
  const body = () => document.font(fonts[0] ?? '').fontSize(10.5);
  const bold = (size: number) => document.font(fonts[1] ?? '').fontSize(size);

  const sentence = () => {
    const detail = pick(random, words.details).replace('#', String(Math.ceil(random() * 900)));
    const [subject, action, condition] = [
      pick(random, words.subjects),
      pick(random, words.actions),
      pick(random, words.conditions),
    ];
    return language === 'zh'
      ? `${subject}${condition}${action}，${detail}。`
      : `${subject} ${action} ${condition}, ${detail}. `;
  };
  const paragraph = () => Array.from({ length: SENTENCES[language] }, sentence).join('');
  const table = () => {
    const left = document.x;
    const rows = [
      words.columns,
      ...Array.from({ length: 5 }, () => [
        pick(random, words.subjects),
        String(Math.ceil(random() * 365)),
        String(Math.ceil(random() * 900)),
      ]),
    ];
    for (const row of rows) {
      const top = document.y;
      for (const [i, cell] of row.entries()) document.text(cell, left + i * 160, top, { width: 150, lineBreak: false });
      document.x = left;
      document.y = top + 18;
    }
  };

  for (let page = 1; page <= pages; page++) {
    document.addPage();
    if (page === 1)
      bold(20)
        .text(`${pick(random, words.headings)} ${options.seed}`)
        .moveDown();
    for (let section = 0; section < 2; section++) {
      bold(14)
        .text(`${page}.${section + 1} ${pick(random, words.headings)}`)
        .moveDown(0.5);
      body();
      for (let i = 0; i < 2; i++) document.text(paragraph(), { align: 'left' }).moveDown(0.7);
      if (section === 1) table();
      else document.moveDown(0.3);
    }
  }
  document.end();
  return ended;
}
