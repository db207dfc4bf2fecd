import type { Order } from '../../../stores/orders.ts';
import type { ShopView } from '../../../tools/changes/write-tool.ts';
import { orderCard, type VariantOptions } from '../../../tools/orders/order-card.ts';
import { ruleText } from '../../../tools/policy/check.ts';
import type { Policy } from '../../../tools/policy/rule.ts';
import type { BranchReply, BranchTask } from '../../branch.ts';
import { orderPhrases } from '../../phrases/orders.ts';
import { phrasesIn } from '../../phrases/phrases.ts';
import { asksAddress } from '../answer-about-order.ts';
import { wishedChange } from '../changes/wished-change.ts';
import { orderLine } from '../describe-order.ts';
import { asksDetails } from '../order-details.ts';
import { withoutChoice } from './chosen-order.ts';
import type { Selection } from './selection.ts';

interface Shown {
  view: ShopView;
  options: VariantOptions;
}

const cardsOf = (orders: readonly Order[], { view, options }: Shown): BranchReply['cards'] =>
  orders.map((order) => orderCard(order, { language: view.language, currency: view.currency, options }));

const listOf = (orders: readonly Order[], view: ShopView): string[] =>
  orders.map((order) => `- ${orderLine(order, view)}`);

/** No order fits what was said: the latest ones are shown. */
export function noneFits(selection: Exclude<Selection, { kind: 'found' }>, shown: Shown): BranchReply {
  const { language } = shown.view;
  const phrases = phrasesIn(language);
  if (selection.kind === 'unknown_id') {
    const { ids, closest } = selection;
    // The nearest own numbers are buttons: the words stay the same for another's order and for none.
    return {
      text: phrases.orderNotFound(ids.join(', ')),
      quickReplies: closest,
      dialogue: { askedSlot: 'orderId', ...(closest.length > 0 ? { focusOrderIds: closest } : {}) },
    };
  }
  const { latest } = selection;
  if (latest.length === 0) return { text: phrases.noOrders };
  const head = `${phrases.nothingMatches}${language === 'zh' ? '' : ' '}${phrases.latestInstead}`;
  return {
    text: [head, ...listOf(latest, shown.view)].join('\n'),
    cards: cardsOf(latest, shown),
    dialogue: { focusOrderIds: latest.map(({ id }) => id) },
  };
}

/** Several orders fit: they are shown, and asked about where one is needed. What the shop never does is said before. */
export function chooseAmong(
  task: BranchTask,
  orders: readonly Order[],
  { policy, ...shown }: Shown & { policy: Policy },
): BranchReply {
  const phrases = phrasesIn(task.language);
  const never = neverDone(task, orders, policy);
  if (never) return { text: never, quickReplies: [phrases.talkToHuman] };
  const { intent, text } = task.request;
  const ask = intent !== 'list_orders' || asksDetails(task.request) || asksAddress(text);
  const lines = [
    phrases.ordersFound(orders.length),
    ...listOf(orders, shown.view),
    ...(ask ? [phrases.whichOrder] : []),
  ];
  const ids = orders.map(({ id }) => id);
  return {
    text: lines.join('\n'),
    cards: cardsOf(orders, shown),
    quickReplies: ask ? ids : [],
    dialogue: {
      focusOrderIds: ids,
      ...(ask ? { askedSlot: 'orderId', wish: withoutChoice(task.request, task.dialogue).text.slice(0, 1000) } : {}),
    },
  };
}

/** The refusal of a change that the shop offers for no order at all. */
function neverDone(
  { request, dialogue, language }: BranchTask,
  [first]: readonly Order[],
  policy: Policy,
): string | undefined {
  const tool = first && wishedChange(request, first, dialogue.askedSlot)?.tool;
  const rule = tool && policy.rules[tool.policy];
  return rule && !rule.allowed
    ? orderPhrases(language).refusedBecause('not_offered', ruleText(rule, language))
    : undefined;
}
