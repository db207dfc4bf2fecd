import { type BranchWork, say } from '../branch.ts';
import { callText } from '../phrases/handoff.ts';
import { phrasesIn } from '../phrases/phrases.ts';
import type { ShopProfile } from '../shop.ts';

/** Brings in a person: at once when asked for one, as an offer after a complaint. */
export const createEscalate =
  (deps: { shop: ShopProfile }): BranchWork =>
  async ({ request, language, mood, dialogue }, scope, writer) => {
    const phrases = phrasesIn(language);
    if (request.slots.offerOnly) {
      return {
        text: say(writer, phrases.sorryComplaint),
        quickReplies: [phrases.talkToHuman],
        dialogue: { offeredHuman: true },
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
