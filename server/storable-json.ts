/** A backslash itself, NUL, a surrogate pair, half of one: as JSON escapes, which is the only way for the last to come. */
const ESCAPE = /\\(?:\\|u0000|ud[89ab][\da-f]{2}\\ud[c-f][\da-f]{2}|ud[89a-f][\da-f]{2})/gi;
const NUL = '\\u0000';
const HALF_LENGTH = NUL.length;

/** JSON text without what PostgreSQL cannot hold in a text: NUL goes, half of a surrogate pair becomes U+FFFD. */
export const storableJson = (json: string): string =>
  json.replace(ESCAPE, (sequence) => {
    if (sequence === NUL) return '';
    return sequence.length === HALF_LENGTH ? '\\ufffd' : sequence;
  });
