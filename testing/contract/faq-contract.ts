import { expect, it } from 'vitest';
import { z } from 'zod';
import { bodyOf } from '../http-client.ts';
import type { RunningShop } from './running-shop.ts';

const FAQS = '/api/knowledge/faqs';

export function faqContract(shop: RunningShop): void {
  it('answers from an FAQ as soon as it is saved, changed or removed', async () => {
    const manager = await shop.staff('knowledge');
    const question = 'Can I bring my parrot into the bookshop?';
    const answered = async () => (await shop.asked('u-1', question)).text;
    const created = await manager.post(FAQS, { question, answer: 'Parrots are welcome on Tuesdays.', locale: 'en' });
    expect(created.status).toBe(201);
    const { id } = bodyOf(created, z.object({ id: z.string() }));
    expect(await answered()).toContain('Tuesdays');
    const change = {
      question,
      answer: 'Parrots are welcome on Fridays.\u0000\ud800',
      variants: ['parrots'],
      locale: 'en',
    };
    expect((await manager.put(`${FAQS}/${id}`, change)).status).toBe(200);
    expect(await answered()).toContain('Fridays');
    expect(bodyOf(await manager.get(FAQS), z.array(z.looseObject({ id: z.string() })))).toContainEqual(
      expect.objectContaining({ id, variants: ['parrots'] }),
    );
    expect((await manager.delete(`${FAQS}/${id}`)).status).toBe(204);
    expect(await answered()).not.toContain('Parrots');
    expect((await manager.delete(`${FAQS}/${id}`)).status).toBe(404);
  });
}
