import { anyOf } from '../../text/any-of.ts';

/** Hard words: of what was done, of who did it, and of what will be done about it. */
const ANGRY = anyOf(
  /投诉|差评|骗子|欺骗|欺诈|气死|气愤|忍无可忍|太过分|岂有此理|什么破|什么烂|再也不|12315|消协|举报|恶心/,
  // Not of what is thrown away, of drums and brushes, of photographs.
  /(?<![倒扔装放收丢清捡吸余湿干活])垃圾(?![桶袋箱分处车站盒篓短邮清收粉])|滚(?:蛋|远|出去|吧)/,
  /(?:^|[，。！!,.\s])滚(?:$|[，。！!,.\s])|曝光(?:你|他|这家|出去|了你)|(?:我|要|去|会)曝光/,
  // Not of a mother: 我妈的, 他妈妈.
  /他妈(?!妈)|(?<![妈大姑姨舅干老爸我她咱俺给送帮替陪和跟])妈的|傻逼|废物/,
  /到底(?:管不管|什么时候|退不退|发不发|还)|太差|不像话|说不过去|恶劣|敷衍|推来推去|没人管|无语|坑人/,
  /\b(?:f+u+c*k+\w*|shit\w*|bullshit|damn|crap|wtf|stupid|idiots?|liars?|scam(?:mers?)?|fraud|rip ?off)\b/,
  /\b(?:ridiculous|unacceptable|not good enough|outrageous|disgusting|disgusted|terrible|horrible|awful|worst)\b/,
  /\b(?:useless|pathetic|furious|angry|pissed|fed up|sick of)\b/,
  /\b(?:sue you|never (?:buy|order|shop)(?:ing)? (?:here|from you) again)\b/,
);

/** Whether the customer is angry: hard words, or shouting by capitals or marks. Reads the text as written. */
export function detectMood(text: string, normalised: string): 'neutral' | 'angry' {
  if (ANGRY.test(normalised)) return 'angry';
  const words = text.match(/[A-Za-z]{3,}/g) ?? [];
  const shouted = words.filter((word) => word === word.toUpperCase()).length;
  return (words.length >= 4 && shouted / words.length > 0.8) || /[!！]{3,}|[?？]{4,}/.test(text) ? 'angry' : 'neutral';
}
