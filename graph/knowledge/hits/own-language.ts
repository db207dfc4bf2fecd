import type { Hit } from '../../../knowledge/types.ts';
import type { Language } from '../../../stores/schema.ts';
import { termsOf } from '../../../tools/products/product-words.ts';

/** From this likeness in what the languages share (concepts, numbers) two passages say the same; others have 0.3 at most. */
const SAME = 0.4;
/** Fewer shared signs than this are met by chance. */
const LEAST_SIGNS = 3;
/** A term of both languages. */
const SIGN = /^(?:#.+|\d+(?:\.\d+)?)$/;

/**
 * What is quoted stands in the customer's language where it is written in both, in the place of whichever was found
 * first, and with the better evidence of the two: one language's words may meet a question better than the other's.
 */
export function inOwnLanguage(hits: Hit[], language: Language): Hit[] {
  const taken = new Set<string>();
  return hits.flatMap((hit) => {
    if (taken.has(hit.id)) return [];
    const twin = twinOf(hit, hits, { language, taken });
    taken.add(hit.id);
    if (!twin) return [hit];
    taken.add(twin.id);
    const own = hit.language === language ? hit : twin;
    return [{ ...own, evidence: Math.max(twin.evidence, hit.evidence), score: hit.score }];
  });
}

/** The same FAQ, or another FAQ or the passage of another document that says the same; one of the two is in the customer's language. */
function twinOf(
  hit: Hit,
  hits: readonly Hit[],
  { language, taken }: { language: Language; taken: ReadonlySet<string> },
): Hit | undefined {
  const others = hits.filter(
    (one) =>
      one.language !== hit.language &&
      (one.language === language || hit.language === language) &&
      one.kind === hit.kind &&
      !taken.has(one.id),
  );
  const ofSame = hit.kind === 'faq' ? others.find((one) => one.documentId === hit.documentId) : undefined;
  if (ofSame) return ofSame;
  if (hit.kind === 'product' || others.length === 0) return undefined;
  const signs = signsOf(hit);
  const [best] = others.map((one) => ({ one, alike: likeness(signs, signsOf(one)) })).sort((a, b) => b.alike - a.alike);
  return best && best.alike >= SAME ? best.one : undefined;
}

/** Whether passages of two languages say the same, by what the languages share. */
export const saysTheSame = (one: Hit, other: Hit): boolean => likeness(signsOf(one), signsOf(other)) >= SAME;

const signsOf = ({ text }: Hit): string[] => [...termsOf(text)].filter((term) => SIGN.test(term));

/** Dice's coefficient. */
function likeness(a: readonly string[], b: readonly string[]): number {
  if (Math.min(a.length, b.length) < LEAST_SIGNS) return 0;
  const there = new Set(b);
  return (2 * a.filter((sign) => there.has(sign)).length) / (a.length + b.length);
}
