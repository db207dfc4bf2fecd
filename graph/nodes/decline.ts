import { localText } from '../../stores/local-text.ts';
import { type BranchWork, say } from '../branch.ts';
import { phrasesIn } from '../phrases/phrases.ts';
import type { ShopProfile } from '../shop.ts';

/** Says that this is not the shop's business, and what is. */
export const createDecline =
  (deps: { shop: ShopProfile }): BranchWork =>
  async ({ language }, _scope, writer) => {
    const phrases = phrasesIn(language);
    const { order, product, human } = phrases.topics;
    return {
      text: say(writer, phrases.outOfScope(localText(deps.shop.name, language))),
      quickReplies: [order, product, human],
    };
  };
