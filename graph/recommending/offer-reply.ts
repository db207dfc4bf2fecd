import { localText } from '../../stores/local-text.ts';
import type { Language } from '../../stores/schema.ts';
import { formatMoney } from '../../tools/format.ts';
import { productView } from '../../tools/products/product-view.ts';
import type { Recommendation } from '../../tools/recommending/rate-product.ts';
import type { Slots } from '../../understanding/types.ts';
import type { BranchReply, BranchTask } from '../branch.ts';
import type { ReplyWriter } from '../engines/engine.ts';
import { phrasesIn } from '../phrases/phrases.ts';
import { metNeeds } from '../products/wish.ts';
import type { TurnScope } from '../scope.ts';
import type { Offer } from './find-offer.ts';

/** Says what is recommended with a reason for each; `vague`: nothing was said of what it should be. */
export async function offerReply(
  { found, missed }: Offer,
  { request, language }: BranchTask,
  scope: TurnScope,
  { writer, currency, vague }: { writer: ReplyWriter; currency: string; vague: boolean },
): Promise<BranchReply> {
  const phrases = phrasesIn(language);
  const views = found.map((one) => {
    const reason = reasonFor(one, request.slots, language, currency);
    return productView(one.product, { language, currency, reason });
  });
  const lines = views.map(
    (view, index) => `${index + 1}. ${view.name} ${formatMoney(view.price, view.currency)} — ${view.reason}`,
  );
  const draft = [
    missed ? phrases.recommendInstead : phrases.recommendIntro,
    ...lines,
    ...(vague ? [phrases.recommendMore] : []),
  ].join('\n');
  const text = await scope.session.phrase(
    { question: request.text, draft, facts: JSON.stringify(views), language, history: scope.history },
    writer,
  );
  return {
    text,
    route: 'recommend',
    cards: [{ type: 'products', products: views }],
    dialogue: { focusProductIds: found.map((one) => one.product.id) },
  };
}

function reasonFor(one: Recommendation, slots: Slots, language: Language, currency: string): string {
  const phrases = phrasesIn(language);
  switch (one.reason.kind) {
    case 'goes_with':
      return phrases.reasonGoesWith(localText(one.reason.because.name, language));
    case 'bought_together':
      return phrases.reasonTogether(localText(one.reason.because.name, language));
    case 'matches_needs': {
      const max = slots.priceRange?.max;
      const met = metNeeds(one.product, slots.needs);
      const reasons = [
        ...(met.length > 0 ? [phrases.reasonNeed(met.join(language === 'zh' ? '、' : ', '))] : []),
        ...(max !== undefined && slots.priceRange?.min === undefined
          ? [phrases.reasonBudget(formatMoney(max, currency))]
          : []),
      ];
      return reasons.length > 0
        ? reasons.join(language === 'zh' ? '，' : ', ')
        : localText(one.product.category, language) || phrases.reasonNeeds;
    }
    case 'bought_before':
      return phrases.reasonBoughtBefore;
    case 'same_kind':
      return phrases.reasonSameKind(localText(one.reason.because.name, language));
    case 'popular':
      return phrases.reasonPopular;
    case 'in_stock':
      return localText(one.product.category, language) || phrases.reasonNeeds;
  }
}
