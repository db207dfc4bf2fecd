import { anyOf } from '../../text/any-of.ts';

const ASKS_RECEIVER = anyOf(
  /收[件货]人(?:的?名字)?(?:是|写的?是?|填的?是?)?(?:谁|哪位|什么|我|.{1,6}[吗么]$)|(?:寄|送|发)给(?:了)?谁/,
  /(?:寄|送|发)(?:到|去)(?:了)?(?:哪[里儿个]?|什么地[方址])|(?:收货)?地址(?:是|写的?是?|填的?是?)(?:哪|什么|对的?吗)/,
  /\bwho(?:m|'s)?\b.{0,32}\b(?:going|sent|being sent|shipped|delivered|addressed) to\b|\bwho (?:gets|receives|is getting) (?:it|them|my order|the parcel)\b/,
  /\bwho(?:'s| is| was) the (?:recipient|receiver|addressee)\b|\b(?:what|which) address\b.{0,24}\b(?:going|sent|shipped|delivered)\b/,
);

/** "Who is my order going to", 收件人是谁: to whom and where it goes, which changes nothing. */
export const asksReceiver = (normalised: string): boolean => ASKS_RECEIVER.test(normalised.replace(/[?？。.!]+$/, ''));
