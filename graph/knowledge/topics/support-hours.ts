import { localText } from '../../../stores/local-text.ts';
import type { Language } from '../../../stores/schema.ts';
import type { BranchReply } from '../../branch.ts';
import { phrasesIn } from '../../phrases/phrases.ts';
import type { ShopProfile } from '../../shop.ts';
import { asksHours, type HoursAsked } from './hours-asked.ts';

/** The hours in which people answer, as the shop's profile says; undefined where it says none or something else is asked. */
export function supportHours(shop: ShopProfile, request: HoursAsked, language: Language): BranchReply | undefined {
  if (shop.supportHours === null || !asksHours(request)) return undefined;
  const said = phrasesIn(language).supportHours(localText(shop.supportHours, language));
  return {
    text: `${said}[1]`,
    citations: [{ marker: 1, documentId: 'shop', title: localText(shop.name, language), page: null, quote: said }],
  };
}
