import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const questionsSchema = z.strictObject({
  /** `expect`: any of these answers: a file of `knowledge`, a question of faqs.json, or a product's id. `quote` stands there. */
  answerable: z.array(
    z.strictObject({ q: z.string().min(1), expect: z.array(z.string()).min(1), quote: z.string().min(1) }),
  ),
  unanswerable: z.array(z.string().min(1)),
});

export type ShopQuestions = z.infer<typeof questionsSchema>;

/** The invented shops of this folder, each with knowledge, products and questions. */
export const SHOP_NAMES = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

/** Their questions are never looked at, nor anything chosen by them: what they say stays true. */
export const BLIND_SHOPS = ['blind', 'beauty', 'coffee', 'sports'];
export const OPEN_SHOPS = SHOP_NAMES.filter((name) => !BLIND_SHOPS.includes(name));

export const shopFolder = (name: string): string => join(import.meta.dirname, name);

/** questions.json of one shop; throws where it is not well-formed. */
export const readShopQuestions = (name: string): ShopQuestions =>
  questionsSchema.parse(JSON.parse(readFileSync(join(shopFolder(name), 'questions.json'), 'utf8')));
