import type { Language } from '../../stores/schema.ts';
import { orderCard, type VariantOptions } from '../../tools/orders/order-card.ts';
import type { ConfirmationSettler } from '../../tools/settle-confirmation.ts';
import type { Script } from '../../understanding/types.ts';
import { settledText } from '../phrases/settled.ts';
import type { ScopeConfig, ScopeOf } from '../scope.ts';
import type { ShopProfile } from '../shop.ts';
import { partSchema, type Settlement, type Update } from '../state.ts';
import { voiceIn } from '../voice.ts';

/** What settling is given: which change, and the voice to answer in. */
export interface SettleTask {
  settlement: Settlement;
  /** Undefined: nothing was said yet that tells. */
  language: Language | undefined;
  script: Script;
}

/** Carries out or drops the change that the customer was asked about, and says what was done. */
export const createSettleNode =
  (deps: { scopeOf: ScopeOf; settler: ConfirmationSettler; shop: ShopProfile; options: VariantOptions }) =>
  async (task: SettleTask, config: ScopeConfig): Promise<Update> => {
    const scope = deps.scopeOf(config, {});
    const language = task.language ?? scope.fallbackLanguage;
    const voice = await voiceIn(task.script);
    const { currency, timeZone } = deps.shop;
    const settled = await deps.settler.settle({
      confirmationId: task.settlement.confirmationId,
      conversationId: scope.conversationId,
      customerId: scope.caller.id,
      approve: task.settlement.approve,
      now: scope.now,
      view: { language, currency, timeZone },
    });
    scope.trace.push({ step: 'settle', atMs: performance.now(), data: { outcome: settled.outcome } });
    const text = settledText(settled, language);
    const writer = voice.writer(scope.speaker.channel(0));
    writer.delta(text);
    writer.end();
    scope.speaker.close(0, 0);
    const cards =
      settled.outcome === 'done' && settled.order
        ? [orderCard(settled.order, { language, currency, options: deps.options })]
        : [];
    const intent = 'action' in settled ? settled.action : 'confirmation';
    const order = settled.outcome === 'done' ? settled.order : null;
    const inView = order && {
      focusOrderIds: [order.id],
      focusProductIds: order.items.flatMap(({ product_id: id }) => id ?? []),
    };
    return {
      parts: [
        voice.part(
          partSchema.parse({
            index: 0,
            intent,
            route: 'order',
            text,
            cards,
            dialogue: {
              ...{ open: null, draft: null },
              ...inView,
              ...(settled.outcome === 'done' ? { done: [text.slice(0, 1000)] } : {}),
            },
          }),
        ),
      ],
    };
  };
