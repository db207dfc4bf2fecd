import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ask } from '../chat-client.ts';
import { bodyOf, type HttpClient } from '../http-client.ts';
import { pdfOf } from '../three-page-pdf.ts';
import type { RunningShop } from './running-shop.ts';

const DOCUMENTS = '/api/knowledge/documents';
const ended = (event: { data: string }) => /"status":"(ready|failed)"/.test(event.data);

const formOf = (
  bytes: Uint8Array<ArrayBuffer> | string,
  name: string,
  fields: Record<string, string> = {},
): FormData => {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  form.set('file', new Blob([bytes]), name);
  return form;
};

/** Hands a file in and waits for its end; returns the document as it then is. */
async function handIn(manager: HttpClient, form: FormData) {
  const accepted = await manager.post(DOCUMENTS, form);
  expect(accepted.status, JSON.stringify(accepted.body)).toBe(202);
  const { documentId } = bodyOf(accepted, z.object({ documentId: z.string() }));
  const progress = await manager.events(`${DOCUMENTS}/${documentId}/events`, { until: ended });
  expect(progress.some(ended)).toBe(true);
  const document = bodyOf(
    await manager.get(`${DOCUMENTS}/${documentId}`),
    z.looseObject({ status: z.string(), error: z.object({ code: z.string(), message: z.string() }).nullable() }),
  );
  return { ...document, documentId };
}

export function documentContract(shop: RunningShop): void {
  describe('documents', () => {
    it.each([
      {
        name: 'handbook.pdf',
        chinese: false,
        question: 'How should I store opened ink?',
        expected: /12 to 18/,
        pages: [
          'Binding repairs are done on Mondays in the workshop.',
          'Posters are rolled into tubes of 70 cm.',
          'Opened ink is stored at 12 to 18 degrees Celsius, away from sunlight.',
        ],
      },
      {
        name: '店员手册.pdf',
        chinese: true,
        question: '签名本要提前多少天预订？',
        expected: /21 天/,
        pages: [
          '装订维修每周一在工坊进行。',
          '海报卷入 70 厘米长的纸筒寄送。',
          '作者签名本需要提前 21 天预订，每人限购两本。',
        ],
      },
    ])('learns $name with live progress, cites its page 3, and forgets it', async (file) => {
      const manager = await shop.staff('knowledge');
      const bytes = new Uint8Array(await pdfOf(file.pages, { chinese: file.chinese }));
      const { documentId, ...document } = await handIn(manager, formOf(bytes, file.name, { title: 'Handbook' }));
      expect(document).toMatchObject({ status: 'ready', title: 'Handbook', pages: 3, version: 1, error: null });
      const answer = await shop.asked('u-1', file.question);
      expect(answer.text).toMatch(file.expected);
      expect(answer.citations[0]).toMatchObject({ documentId, page: 3 });
      const search = await manager.post('/api/knowledge/search', { query: file.question, k: 3 });
      expect(search.body).toMatchObject({
        passages: expect.arrayContaining([
          expect.objectContaining({
            documentId,
            rank: 1,
            legs: expect.objectContaining({ lexical: expect.anything() }),
          }),
        ]),
      });
      expect((await manager.delete(`${DOCUMENTS}/${documentId}`)).status).toBe(204);
      const later = await shop.asked('u-1', file.question);
      expect(later.citations.map((citation) => citation.documentId)).not.toContain(documentId);
      expect((await manager.get(`${DOCUMENTS}/${documentId}`)).status).toBe(404);
    });

    it('answers from the old version until the new one is ready, and never from a damaged one', async () => {
      const manager = await shop.staff('knowledge');
      const text = (days: number) => `# Globe lamps\n\nA globe lamp has to be dusted every ${days} days.\n`;
      const { documentId } = await handIn(manager, formOf(text(45), 'lamps.md'));
      const days = async () =>
        /(\d+) days/.exec((await shop.asked('u-1', 'How often does a globe lamp have to be dusted?')).text)?.[1];
      expect(await days()).toBe('45');
      const replace = async (form: FormData) => {
        const replaced = await manager.put(`${DOCUMENTS}/${documentId}`, form);
        expect(replaced.status).toBe(202);
        const watching = manager.events(`${DOCUMENTS}/${documentId}/events`, { until: ended });
        let over = false;
        void watching.then(() => {
          over = true;
        });
        const meanwhile = new Set<string | undefined>();
        while (!over) meanwhile.add(await days());
        return [...meanwhile];
      };
      const seen = await replace(formOf(text(90), 'lamps.md'));
      expect(seen.filter((one) => one !== '45' && one !== '90')).toEqual([]);
      expect(await days()).toBe('90');
      expect((await replace(formOf('%PDF-1.7 broken', 'lamps.pdf'))).every((one) => one === '90')).toBe(true);
      expect((await manager.get(`${DOCUMENTS}/${documentId}`)).body).toMatchObject({
        status: 'failed',
        error: { code: 'damaged' },
      });
      expect(await days()).toBe('90');
      await manager.delete(`${DOCUMENTS}/${documentId}`);
    });

    it('answers a visitor from what is for everybody, and who is signed in from what is for customers too', async () => {
      const manager = await shop.staff('knowledge');
      const text = (who: string, shelf: number) =>
        `# ${who}\n\nThe reading lamps for ${who} stand on shelf ${shelf}.\n`;
      const handed = [];
      for (const [audience, shelf] of [
        ['customers', 61],
        ['staff', 62],
      ] as const)
        handed.push(await handIn(manager, formOf(text(audience, shelf), `${audience}.md`, { audience })));
      const question = 'Which shelf do the reading lamps stand on?';
      const visitor = bodyOf(await shop.anyone().post('/api/visitors', {}), z.object({ token: z.string() }));
      expect((await ask(shop.url(), visitor.token, { text: question })).text).not.toMatch(/6[12]/);
      const answer = (await shop.asked('u-1', question)).text;
      expect(answer).toContain('61');
      expect(answer).not.toContain('62');
      for (const { documentId } of handed) await manager.delete(`${DOCUMENTS}/${documentId}`);
    });

    it('says why a file or an address can’t be read', async () => {
      const manager = await shop.staff('knowledge');
      const binary = new Uint8Array([0, 1, 2, 3]);
      expect((await handIn(manager, formOf(binary, 'x.bin'))).error?.code).toBe('unsupported');
      expect((await manager.post(DOCUMENTS, formOf('', 'empty.md'))).status).toBe(400);
      expect((await manager.post(DOCUMENTS, { file: 'no form' })).status).toBe(415);
      for (const url of [shop.url(), 'http://169.254.169.254/', 'http://[::1]/']) {
        const accepted = bodyOf(
          await manager.post('/api/knowledge/urls', { url }),
          z.object({ documentId: z.string() }),
        );
        const path = `${DOCUMENTS}/${accepted.documentId}`;
        const events = await manager.events(`${path}/events`, { until: ended });
        expect(JSON.parse(events.at(-1)?.data ?? '{}'), url).toMatchObject({
          status: 'failed',
          error: { code: 'unreachable', message: expect.stringContaining('not public') },
        });
        await manager.delete(path);
      }
      expect((await manager.post('/api/knowledge/urls', { url: 'file:///etc/passwd' })).status).toBe(400);
    });
  });
}
