/** Characters that nobody sees: zero width, soft hyphens, direction marks, tags. */
const UNSEEN =
  /\u00ad|\u034f|\u061c|\u180e|[\u200b-\u200f]|[\u202a-\u202e]|[\u2060-\u206f]|[\ufe00-\ufe0f]|\ufeff|[\u{e0000}-\u{e01ef}]/gu;
/** "i g n o r e": single letters with one sign between them. */
const SPACED = /(?<![\p{L}\p{N}])(?:\p{Script=Latin}[ ._*-]){3,}\p{Script=Latin}(?![\p{L}\p{N}])/gu;
/** Between Han letters, and where Latin ones stand beside them. */
const BETWEEN_HAN =
  /(?<=\p{Script=Han})[\s._*~-]+(?=[\p{Script=Han}\p{Script=Latin}])|(?<=\p{Script=Latin})\s+(?=\p{Script=Han})/gu;

/** Most English texts; Unicode classes, which cost the most, are not needed for them. */
const PLAIN = /^[\x20-\x7e]*$/;
const SPACED_PLAIN = /(?<![a-z0-9])(?:[a-z][ ._*-]){3,}[a-z](?![a-z0-9])/g;
/** Without one of these nothing is spread out: most Chinese texts. */
const GAP = /[\s._*~-]/;

const joined = (letters: string): string => letters.replace(/[ ._*-]/g, '');

/** A text as a model reads it whatever it looks like: one width, one case, one space, nothing unseen or spread out. */
export function readable(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase().replace(SPACED_PLAIN, joined).replace(/ {2,}/g, ' ').trim();
  const folded = text.replace(UNSEEN, '').normalize('NFKC').toLowerCase();
  const close = GAP.test(folded) ? folded.replace(SPACED, joined).replace(BETWEEN_HAN, '') : folded;
  return close.replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim();
}
