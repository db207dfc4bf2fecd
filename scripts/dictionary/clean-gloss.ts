import { normalize } from '../../knowledge/text/normalize.ts';
import { scan } from '../../knowledge/text/scan.ts';

/** Senses that translate nothing, or that no customer means. */
const NO_TRANSLATION =
  /^(?:CL:|see |see also|also |abbr\.|surname|given name|variant|old variant|erhua|used |classifier|Kangxi|Taiwan pr|pr\.|equivalent of|same as|name of|title of|one of|refers|particle|prefix|suffix|interjection|onom|idiom|lit\.|fig\.)|(?:variant|classifier|radical|contraction|erhua form|euphemism|coll\.) (?:of|for|in)\b|[\u4e00-\u9fff]/i;
const RARE =
  /\((?:[^)]*\b)?(?:archaic|old|literary|dialect|Internet slang|slang|Buddhism|Tw|vulgar|derog|onom|Cantonese|math|chess|music|geology|chemistry|physics)\b[^)]*\)/i;
const MOST_WORDS = 3;

/** The index terms that a sense comes to ("to return merchandise": return, merchandis), or undefined where it is no short translation. */
export function cleanGloss(sense: string): string[] | undefined {
  if (NO_TRANSLATION.test(sense) || RARE.test(sense)) return undefined;
  const plain = sense
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(/\b(?:sth|sb|sb's|etc|e\.g\..*|i\.e\..*|one's|oneself)\b\.?/gi, ' ')
    .replace(/^\s*(?:to be|to|a|an|the)\s+/i, '')
    .trim();
  const tokens = scan(normalize(plain)).filter(({ stop }) => !stop);
  if (tokens.length === 0 || tokens.length > MOST_WORDS || tokens.some(({ kind }) => kind !== 'word')) return undefined;
  if (tokens.some(({ term }) => term.length < 2)) return undefined;
  return tokens.map(({ term }) => term);
}
