import { anyOf } from '../../text/any-of.ts';
import { isQuestion } from '../question.ts';

const ALL_WELL = anyOf(
  /^(?:但|不过|那|嗯|哦|我的|[，, ])*(?:另外?|其他|其它|别的|剩下|其余)(?:那|的|一|几|两|[个单笔件款]|订单|东西|商品|都)*(?:没(?:有)?(?:什么)?(?:问题|毛病)|没事|挺好|很好|正常|不用[动管改])(?:的|了)?[。.!！]*$/,
  /^(?:我的|这个?|那个?)?(?:订单|快递|包裹|东西|商品)(?:都|也)?(?:没(?:有)?(?:什么)?(?:问题|毛病)|挺好|很好|正常)(?:的|了)?[。.!！]*$/,
  /^(?:(?:but|and|ok|no|oh|well)[, ]+)*(?:(?:the|my|all|that|those) )*(?:others?|rest|remaining)(?: (?:orders?|ones?|parcels?|items?|things?|two|three))*(?: (?:is|are|was|were)|'s|'re) (?:(?:all|just|perfectly|totally|quite) )*(?:fine|ok|okay|good|great|all right|alright|correct|as (?:it|they) should be)[.! ]*$/,
  /^(?:(?:but|and|ok|no|oh|well)[, ]+)*(?:the|my) (?:order|parcel|package|delivery)(?: (?:is|was)|'s) (?:(?:all|just|perfectly|totally|quite) )*(?:fine|ok|okay|good|great|all right|alright|correct)[.! ]*$/,
);

/** "The other order is fine", 其他的没问题: nothing is wished for, and nothing is confirmed. */
export const findsAllWell = (normalised: string): boolean => ALL_WELL.test(normalised) && !isQuestion(normalised);
