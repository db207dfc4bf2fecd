import { normaliseText } from '../../understanding/normalise.ts';
import { asksHowToBuy, wishesToBuy } from '../../understanding/rules/wants-to-buy.ts';
import type { BranchReply } from '../branch.ts';
import { asksServiceHours } from '../knowledge/topics/hours-asked.ts';
import { supportHours } from '../knowledge/topics/support-hours.ts';
import { howToOrder } from '../products/how-to-order.ts';
import { restockNotice } from '../products/restock-notice.ts';
import type { Question } from './question.ts';
import { wayToRepair } from './repairs.ts';

/** What Kefu knows of the shop by itself: notices of what comes back, the way to buy, repairs after advice, the hours of its people. */
export async function fromShop(question: Question): Promise<BranchReply | undefined> {
  const {
    task,
    scope,
    shop,
    products,
    retriever,
    request,
    mentioned,
    language,
    focusProductIds: productIds,
  } = question;
  const { currency } = shop;
  if (request.intent === 'restock_notice') {
    const notice = await restockNotice(task, scope, {
      productIds,
      products,
      notices: question.stockNotices,
      currency,
    });
    if (notice) return notice;
  }
  const repair = await wayToRepair(question);
  if (repair) return repair;
  const said = normaliseText(request.text);
  const named = mentioned.ids.length > 0;
  const buys = wishesToBuy(said, named) || (productIds.length > 0 && !named && asksHowToBuy(said));
  if (request.intent === 'ordering_question' && buys)
    return howToOrder({ products, retriever, productIds, language, currency, signal: scope.signal });
  const hours = asksServiceHours(request) ? supportHours(shop, request, language) : undefined;
  return hours && { ...hours, dialogue: { lastQuestion: request.text } };
}
