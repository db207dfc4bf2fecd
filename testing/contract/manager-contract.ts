import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bodyOf } from '../http-client.ts';
import type { RunningShop } from './running-shop.ts';

const KNOWLEDGE = '/api/knowledge';
const idSchema = z.looseObject({ id: z.string() });
const ended = (event: { data: string }) => /"status":"(ready|failed|review)"/.test(event.data);

/** What a knowledge manager does between handing a document in and being asked about it. */
export function managerContract(shop: RunningShop): void {
  describe('a knowledge manager', () => {
    it('teaches a word, and the chat knows it in both languages', async () => {
      const manager = await shop.staff('knowledge');
      const faq = { question: 'What is in the founders box?', answer: 'The founders box holds three signed novels.' };
      const { id } = bodyOf(await manager.post(`${KNOWLEDGE}/faqs`, { ...faq, locale: 'en' }), idSchema);
      const asked = async () => (await shop.asked('u-1', '小白盒里有什么？')).text;
      expect(await asked()).not.toContain('signed novels');
      const taught = await manager.post(`${KNOWLEDGE}/terms`, { zh: ['小白盒'], en: ['founders box'] });
      expect(taught.status).toBe(201);
      const term = bodyOf(taught, idSchema);
      expect(await asked()).toContain('signed novels');
      expect((await manager.post(`${KNOWLEDGE}/terms`, { zh: ['小白盒'], en: ['white box'] })).status).toBe(409);
      await manager.delete(`${KNOWLEDGE}/terms/${term.id}`);
      await manager.delete(`${KNOWLEDGE}/faqs/${id}`);
    });

    it('sees what found no answer, drafts an FAQ from it, foresees its effect, and it is off the list', async () => {
      const manager = await shop.staff('knowledge');
      const question = 'Do you buy used accordions?';
      await shop.asked('u-1', question);
      const gaps = async () =>
        bodyOf(
          await manager.get(`${KNOWLEDGE}/gaps`),
          z.array(z.looseObject({ id: z.string(), question: z.string() })),
        );
      const gap = (await gaps()).find((one) => one.question === question);
      expect(gap).toBeDefined();
      const draft = bodyOf(
        await manager.get(`${KNOWLEDGE}/gaps/${gap?.id}/draft`),
        z.looseObject({ question: z.string(), variants: z.array(z.string()) }),
      );
      const faq = { question: draft.question, variants: draft.variants, answer: 'Yes, we buy used accordions.' };
      expect((await manager.post(`${KNOWLEDGE}/preview`, { faq })).body).toMatchObject({
        questions: expect.arrayContaining([expect.objectContaining({ question, change: 'now_answered' })]),
      });
      const saved = bodyOf(await manager.post(`${KNOWLEDGE}/faqs`, faq), idSchema);
      expect(await gaps()).not.toContainEqual(expect.objectContaining({ id: gap?.id }));
      const bench = await manager.post(`${KNOWLEDGE}/search`, { query: question, answer: true });
      expect(bench.body).toMatchObject({
        explanation: { verdict: 'answer' },
        answer: { answered: true, text: expect.stringContaining('accordions') },
      });
      expect((await manager.get(`${KNOWLEDGE}/changes?kind=faq&subjectId=${saved.id}`)).body).toMatchObject([
        { action: 'created', kind: 'faq' },
      ]);
      await manager.delete(`${KNOWLEDGE}/faqs/${saved.id}`);
    });

    it('reviews a replacement before customers see it, and reads the original back', async () => {
      const manager = await shop.staff('knowledge');
      const form = (hours: number, review: boolean) => {
        const data = new FormData();
        if (review) data.set('review', 'true');
        data.set('file', new Blob([`# Bindery\n\nThe bindery opens for ${hours} hours on Sundays.\n`]), 'bindery.md');
        return data;
      };
      const { documentId } = bodyOf(
        await manager.post(`${KNOWLEDGE}/documents`, form(3, false)),
        z.looseObject({ documentId: z.string() }),
      );
      const path = `${KNOWLEDGE}/documents/${documentId}`;
      await manager.events(`${path}/events`, { until: ended });
      const hours = async () => (await shop.asked('u-1', 'How many hours does the bindery open on Sundays?')).text;
      expect(await hours()).toContain('3 hours');
      await manager.put(path, form(6, true));
      await manager.events(`${path}/events`, { until: ended });
      expect((await manager.get(path)).body).toMatchObject({ status: 'review', version: 2, liveVersion: 1 });
      expect(await hours()).toContain('3 hours');
      expect((await manager.post(`${path}/publish`, {})).body).toMatchObject({ status: 'ready', liveVersion: 2 });
      expect(await hours()).toContain('6 hours');
      expect((await manager.get(`${KNOWLEDGE}/conflicts`)).status).toBe(200);
      await manager.delete(path);
    });
  });
}
