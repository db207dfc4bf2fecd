/** Characters that nobody sees: zero width, soft hyphens, direction marks, tags. */
const UNSEEN =
  /\u00ad|\u034f|\u061c|\u180e|[\u200b-\u200f]|[\u202a-\u202e]|[\u2060-\u206f]|[\ufe00-\ufe0f]|\ufeff|[\u{e0000}-\u{e01ef}]/gu;
/** "i g n o r e": single letters with one sign between them. */
const SPACED = /(?<![\p{L}\p{N}])(?:\p{Script=Latin}[ ._*-]){3,}\p{Script=Latin}(?![\p{L}\p{N}])/gu;
/** Between Han letters, and where Latin ones stand beside them. */
const BETWEEN_HAN =
  /(?<=\p{Script=Han})[\s._*~-]+(?=[\p{Script=Han}\p{Script=Latin}])|(?<=\p{Script=Latin})\s+(?=\p{Script=Han})/gu;

/** A text as a model reads it whatever it looks like: one width, one case, one space, nothing unseen or spread out. */
export const readable = (text: string): string =>
  text
    .replace(UNSEEN, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(SPACED, (letters) => letters.replace(/[ ._*-]/g, ''))
    .replace(BETWEEN_HAN, '')
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
