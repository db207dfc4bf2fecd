import { paymentName } from '../../../tools/orders/payment-methods.ts';
import { orderPhrases } from '../../phrases/orders.ts';
import type { Collected, Said } from './change.ts';
import { paymentsSaid } from './payment-said.ts';

/** Which saved method an order shall be paid with. */
export function collectPayment({ request, view, known }: Said): Collected {
  const phrases = orderPhrases(view.language);
  const [method, ...more] = paymentsSaid(request.text, view.paymentMethods);
  if (method && more.length === 0) return { args: { paymentMethodId: method.id } };
  if (view.paymentMethods.length === 0) return { tell: phrases.noSavedPayments, choices: [], known };
  const offered = method ? [method, ...more] : view.paymentMethods;
  return {
    ask: phrases.whichPayment,
    slot: 'paymentMethod',
    choices: offered.map((one) => paymentName(one, view.language)),
    known,
  };
}
