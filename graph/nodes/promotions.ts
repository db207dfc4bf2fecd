import type { PromotionStore } from '../../stores/promotions.ts';
import type { ShopView } from '../../tools/changes/write-tool.ts';
import type { CheckPromotionsTool, Offer } from '../../tools/check-promotions.ts';
import { formatMoney, formatTime } from '../../tools/format.ts';
import { askedUnits, isMet, termsOf } from '../../tools/products/product-words.ts';
import type { AnswerDeps } from '../answering/question.ts';
import { type BranchWork, say } from '../branch.ts';
import { forCaller } from '../knowledge/hits/for-caller.ts';
import { type PromotionPhrases, promotionPhrases } from '../phrases/promotions.ts';
import {
  type AskedPromotion,
  askedPromotion,
  asksOfOffers,
  offersCalled,
  tellsOfBulk,
  tellsOfHaggling,
} from '../promotions/asked-promotion.ts';
import { occasionAsked } from '../promotions/occasion-asked.ts';
import { OFFER_WORDS } from '../promotions/offer-words.ts';

export interface PromotionsDeps extends Pick<AnswerDeps, 'retriever' | 'products' | 'shop'> {
  checkPromotions: CheckPromotionsTool;
  promotions: PromotionStore;
}

/** What is asked of pages in their own words, and what of them tells it. */
const FROM_PAGES: Partial<
  Record<AskedPromotion['kind'], { question(phrases: PromotionPhrases): string; tells(text: string): boolean }>
> = {
  haggle: { question: ({ haggling }) => haggling, tells: tellsOfHaggling },
  bulk: { question: ({ bulk }) => bulk, tells: tellsOfBulk },
};

/** Answers questions of codes and offers from the shop's list of them; all else, and shops without one, from the documents. */
export const createPromotions =
  (deps: PromotionsDeps, answer: BranchWork): BranchWork =>
  async (task, scope, writer) => {
    const { request, language, dialogue } = task;
    const all = await deps.promotions.all();
    const codes = all?.flatMap(({ code }) => code ?? []);
    const asked = codes && askedPromotion(request, codes);
    const ofPages = asked && FROM_PAGES[asked.kind];
    if (ofPages) {
      // What the shop says of bargaining, or of many at a time, comes first.
      const text = ofPages.question(promotionPhrases(language));
      const told = await answer(
        { ...task, request: { ...request, text, intent: 'promotion_question' } },
        scope,
        writer,
      );
      if (told.citations?.some(({ title, quote }) => ofPages.tells(`${title} ${quote}`))) return told;
      writer.reset();
    }
    if (asked?.kind === 'products') {
      const retriever = forCaller(deps.retriever, scope.caller);
      const ofGoods = { request, productIds: asked.productIds, language };
      const text = await occasionAsked(ofGoods, { ...deps, retriever }, scope.signal);
      if (text !== undefined) return answer({ ...task, request: { ...request, text } }, scope, writer);
    }
    const context = { caller: scope.caller, language, now: scope.now };
    // What no document tells of an offer, the offers that share a word with the question may.
    const declined = asked ? undefined : await answer(task, scope, writer);
    const ofOffers = asksOfOffers(request) || offersCalled(request.text, all ?? []).length > 0;
    if (declined && (!codes || declined.route !== 'decline' || !ofOffers)) return declined;
    const asks: AskedPromotion = asked ?? { kind: 'list' };
    const productIds = 'productIds' in asks ? asks.productIds : [];
    const args = {
      ...(asks.kind === 'code' ? { code: asks.code } : {}),
      ...('productIds' in asks ? { productIds: productIds.slice(0, 10) } : {}),
    };
    const checked = await deps.checkPromotions.run(args, context);
    if (checked === null) return declined ?? answer(task, scope, writer);
    const offers = asked ? checked.offers : spokenOf(request.text, checked.offers);
    if (declined) {
      if (offers.length === 0) return declined;
      writer.reset();
    }
    scope.trace.push({ step: 'check_promotions', atMs: performance.now(), data: { args, offers } });
    const view: ShopView = { language, currency: deps.shop.currency, timeZone: deps.shop.timeZone };
    const lines = linesFor(asks, offers, view);
    const title = promotionPhrases(language).source;
    return {
      text: say(writer, `${lines.join('\n')}[1]`),
      citations: [{ marker: 1, documentId: 'promotions', title, page: null, quote: lines.join('\n') }],
      dialogue: {
        focusProductIds: productIds.length > 0 ? productIds : dialogue.focusProductIds,
        lastQuestion: request.text,
      },
    };
  };

/** The offers that share a word with the question ("学生有折扣吗"). */
function spokenOf(question: string, offers: readonly Offer[]): readonly Offer[] {
  const units = askedUnits(question, [OFFER_WORDS]).filter(({ terms }) => terms.length > 0);
  return offers.filter(({ name, gives, conditions, only }) => {
    const terms = termsOf([name, gives, conditions ?? '', ...only].join(' '));
    return units.some((unit) => isMet(unit, terms));
  });
}

function linesFor(asked: AskedPromotion, offers: readonly Offer[], view: ShopView): string[] {
  const said = promotionPhrases(view.language);
  const listed = (some: readonly Offer[]): string[] => some.map((offer) => `- ${offerLine(offer, view)}`);
  if (asked.kind === 'code') {
    const [offer] = offers;
    return offer ? codeLines(asked.code, offer, view) : [said.unknown(asked.code)];
  }
  const usable = offers.filter(
    ({ covers, usedIn }) => (asked.kind !== 'products' || covers.length > 0) && usedIn === null,
  );
  const now = usable.filter(({ state }) => state === 'valid');
  const soon = usable.filter(({ state }) => state === 'upcoming');
  const name = offers.flatMap(({ covers, excludes }) => [...covers, ...excludes])[0];
  return [
    ...(asked.kind === 'haggle' ? [said.fixedPrices] : []),
    ...(now.length > 0
      ? [said.now, ...listed(now)]
      : [asked.kind === 'products' && name !== undefined ? said.nothingFor(name) : said.nothingNow]),
    ...(soon.length > 0 ? [said.soon, ...listed(soon)] : []),
  ];
}

function codeLines(code: string, offer: Offer, view: ShopView): string[] {
  const said = promotionPhrases(view.language);
  const shown = offer.code ?? code;
  if (offer.state === 'ended') return [said.ended(shown, lastMoment(offer.until, view) ?? '')];
  if (offer.usedIn !== null) return [said.used(shown, offer.usedIn)];
  return [
    offer.state === 'upcoming' ? said.upcoming(shown, moment(offer.from, view) ?? '') : said.valid(shown),
    offerLine({ ...offer, code: null }, view),
    ...(offer.covers.length > 0 ? [said.usableFor(offer.covers)] : []),
    ...(offer.excludes.length > 0 ? [said.notFor(offer.excludes)] : []),
  ];
}

const offerLine = (offer: Offer, view: ShopView): string =>
  promotionPhrases(view.language).offer({
    ...offer,
    from: moment(offer.from, view),
    to: lastMoment(offer.until, view),
    minimum: offer.minimum === null ? null : formatMoney(offer.minimum, view.currency),
    once: offer.oncePerCustomer,
  });

const moment = (date: Date | null, { language, timeZone }: ShopView): string | null =>
  date && formatTime(date, language, timeZone);

/** The last minute in which it holds: "12 December, 23:59". */
const lastMoment = (until: Date | null, view: ShopView): string | null =>
  until && moment(new Date(until.getTime() - 1), view);
