import { anyOf } from '../../text/any-of.ts';
import { namesProduct } from '../slots/named-product.ts';
import type { Slots } from '../types.ts';

const WHERE_IS_MY = anyOf(
  /^(?:hi|hello|hey|so|and|ok|please|excuse me|[,.! ])*(?:where(?:'s|s| is| are)|when (?:will|do|does|is|are)|any (?:news|update) (?:of|on|about)) (?:i get )?my\b/u,
  /^(?:请问|你好|您好|[，, ])*我(?:的|那|买的|订的|下单的).{1,16}(?:到哪(?:里|儿)?|在哪(?:里|儿)?|发货|什么时候(?:能)?(?:到|送|发)|几时到|怎么还没(?:到|收到|发))/u,
  /那[单笔](?:订单)?.{0,6}(?:付款?|发货?|寄|到|做好|送)(?:出|到)?了(?:没有?|吗)/u,
);

/** "Where's my watering can": a thing of the shop that is on its way to the customer, whatever its name looks like. */
export const asksWhereIsOwn = (normalised: string, slots: Slots): boolean =>
  WHERE_IS_MY.test(normalised) && (namesProduct(slots) || slots.categories.length > 0);

const NOT_HERE = anyOf(
  /还(?:是)?(?:没|不)(?:有)?(?:到|来|收到|送到|见着?|影)/u,
  /\b(?:not|(?:has|have|is|are)n'?t|never) (?:yet |been )?(?:here|arrived|come|turned up|shown up|showed up|delivered)\b/u,
);

/** "So slow, the boots are still not here": a thing of the shop is missed, whatever else is said. */
export const missesOwn = (normalised: string, slots: Slots): boolean =>
  NOT_HERE.test(normalised) && (namesProduct(slots) || slots.categories.length > 0);
