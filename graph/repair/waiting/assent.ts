import { normaliseText } from '../../../understanding/normalise.ts';
import { plainWords } from '../consists-of.ts';

/** The verbs that stand for doing what was proposed, by the change's action. */
const VERBS: Readonly<Record<string, string>> = {
  cancel_order: '取消|cancel',
  return_order: '退|退货|退掉|退了|return|send it back',
  exchange_order: '换|换货|换掉|exchange|swap',
  change_address: '改|修改|改地址|change',
  change_items: '改|修改|换|change',
  request_invoice: '开|开票|开发票|send|issue',
};
const ZH_AROUND = '(?:算了|还是|那|就|好|好的|行|可以|嗯|对的|对|是的|是|请|麻烦|帮我|给我|确认|确定|要|申请)*';
const EN_AROUND = '(?:yes|yeah|yep|fine|well|ok|okay|sure|right|please|go ahead(?: and)?|just|then|i want to|do) ?';

/** Whether a message says yes by naming the deed ("那就退吧", "cancel it") where that deed waits for its yes. */
export function assents(text: string, action: string): boolean {
  const verbs = VERBS[action];
  const normalised = normaliseText(text);
  if (!verbs || normalised.length > 40 || /[?？]\s*$/.test(normalised)) return false;
  const words = plainWords(normalised);
  const zh = new RegExp(
    `^${ZH_AROUND}(?:${verbs})(?:货|单|订单|掉|了|它|这个|这单)*(?:吧|好了|就行)$|^${ZH_AROUND.replace('*', '+')}(?:${verbs})(?:货|单|订单|掉|了|它|这个|这单|吧)*$`,
  );
  const en = new RegExp(
    `^(?:${EN_AROUND})*(?:${verbs})(?: (?:it|that|this|them|the order|my order))(?: (?:then|please|now|thanks|after all))*$|^(?:${EN_AROUND})+(?:${verbs})(?: (?:then|please|now|after all))*$`,
  );
  return zh.test(words) || en.test(words);
}

const INTENTS: Readonly<Record<string, string>> = {
  cancel_order: 'cancel_order',
  return_order: 'return_request',
  exchange_order: 'exchange_request',
};
const BARE = /^(?:退|退货|取消|换货)$/;

/** The wish of a message that names a deed and nothing else ("cancel that", "退了吧"), said of the order in view. */
export function deedOf(normalised: string): string | undefined {
  const bare = BARE.test(normalised);
  const action = Object.keys(INTENTS).find(
    (one) => assents(normalised, one) || (bare && new RegExp(`^(?:${VERBS[one] ?? ''})(?:货)?$`).test(normalised)),
  );
  return action && INTENTS[action];
}
