import { anyOf } from '../../text/any-of.ts';
import { type BranchWork, say } from '../branch.ts';
import { callText } from '../phrases/handoff.ts';
import { phrasesIn } from '../phrases/phrases.ts';
import type { ShopProfile } from '../shop.ts';

/** Words of a parcel that is late or lost: then the facts belong to the answer. */
const OF_DELIVERY = anyOf(
  /快递|物流|包裹|发货|没到|未到|送|收到|等了|延误/i,
  /\b(?:parcel|package|deliver\w*|shipp\w*|arriv\w*|tracking|courier|carrier|late|waiting|here)\b/i,
);

/** Brings in a person: at once when asked for one, as an offer after a complaint, with the facts of what it is about. */
export const createEscalate =
  (deps: { shop: ShopProfile; orders: BranchWork }): BranchWork =>
  async (task, scope, writer) => {
    const { request, language, mood, dialogue } = task;
    const phrases = phrasesIn(language);
    if (request.slots.offerOnly) {
      const sorry = dialogue.refusedHuman ? phrases.sorry : phrases.sorryComplaint;
      const offer = { quickReplies: [phrases.talkToHuman], dialogue: { offeredHuman: !dialogue.refusedHuman } };
      const { orderIds, trackingNumbers, products } = request.slots;
      const told =
        orderIds.length + trackingNumbers.length + products.length > 0 || dialogue.focusOrderIds.length === 1;
      if (scope.caller.kind !== 'customer' || !told || !OF_DELIVERY.test(request.text))
        return { ...offer, text: say(writer, sorry) };
      const opening = say(writer, `${sorry}\n`);
      const asked = {
        ...request,
        intent: 'track_order',
        route: 'order' as const,
        slots: { ...request.slots, offerOnly: undefined },
      };
      const facts = await deps.orders({ ...task, request: asked }, scope, writer);
      return {
        ...facts,
        text: `${opening}${facts.text}`,
        quickReplies: [...(facts.quickReplies ?? []), ...offer.quickReplies],
        dialogue: { ...facts.dialogue, ...offer.dialogue },
      };
    }
    const history = [...scope.history, { author: 'customer' as const, text: request.text }];
    const summary = await scope.session.summarise({ history, language });
    const reason = mood === 'angry' ? 'anger' : dialogue.offeredHuman ? 'offer_accepted' : 'customer_request';
    return {
      text: say(writer, callText(deps.shop, language, scope.now)),
      handoff: { reason, summary, mood, orderIds: dialogue.focusOrderIds },
      dialogue: { offeredHuman: false, refusedHuman: false, clarifications: 0, open: null },
    };
  };
