import { normaliseText } from '../../understanding/normalise.ts';
import { wishesToBuy } from '../../understanding/wants-to-buy.ts';
import type { BranchReply } from '../branch.ts';
import { asksServiceHours, supportHours } from '../knowledge/support-hours.ts';
import { howToOrder } from '../products/how-to-order.ts';
import { restockNotice } from '../products/restock-notice.ts';
import type { Question } from './question.ts';

/** What Kefu knows of the shop by itself: notices of what comes back, the way to buy, the hours of its people. */
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
  if (request.intent === 'ordering_question' && wishesToBuy(normaliseText(request.text), mentioned.ids.length > 0))
    return howToOrder({ products, retriever, productIds, language, currency, signal: scope.signal });
  const hours = asksServiceHours(request) ? supportHours(shop, request, language) : undefined;
  return hours && { ...hours, dialogue: { lastQuestion: request.text } };
}
