import type { ProductStore } from '../../../stores/products.ts';
import { normaliseText } from '../../../understanding/normalise.ts';
import type { UnderstoodRequest } from '../../../understanding/types.ts';
import { thingSold } from '../assortment/whether-sold.ts';
import { LIVE_INTENTS } from '../catalogue/catalogue-question.ts';
import { askedColours } from '../options/colours.ts';
import { rawTexts } from '../options/is-said.ts';

/** A product by its name or number, not by one of its words. */
const NAMED_IN_FULL = 0.9;
/** Less than this and what was understood is a guess. */
const SURE = 0.5;
/** More products than this share a choice that names none of them. */
const FEW = 2;
/** "Silent red", 静音红轴, "16GB+512GB": long enough to name what comes in it; sizes and lengths are not. */
const TELLING = /^\p{Script=Han}{3,}$|^(?=.*\d)\S*[a-z]\S*\+\S+$|^\p{Script=Latin}{3,}(?: \p{Script=Latin}{3,})+$/u;

/** 有静音红轴吗: the products that can be chosen in what is said, where nothing else is named. */
export async function withNamedByOption(
  request: UnderstoodRequest,
  products: Pick<ProductStore, 'all'>,
  inView: readonly string[],
): Promise<UnderstoodRequest> {
  const { slots } = request;
  if (thingSold(request.text) === undefined && !LIVE_INTENTS.has(request.intent)) return request;
  if (inView.length > 0 || slots.products.some(({ score }) => score >= NAMED_IN_FULL)) return request;
  const said = normaliseText(request.text);
  const isSaid = (value: string): boolean =>
    TELLING.test(value) && said.includes(value) && askedColours(value).length === 0;
  const named = (await products.all()).filter(({ variants }) =>
    variants.some(({ options }) =>
      Object.values(options).some((value) => rawTexts(value).some((text) => isSaid(normaliseText(text)))),
    ),
  );
  if (named.length === 0 || named.length > FEW) return request;
  const meant = named.map(({ id }) => ({ productId: id, score: 1 }));
  const intent = request.confidence < SURE ? 'stock_question' : request.intent;
  return { ...request, intent, slots: { ...slots, products: meant, categories: [] } };
}
