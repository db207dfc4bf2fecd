import type { Citation } from './turn-result.ts';

/** Moves every [n] in a text by an offset, so that two answers in one reply do not share a number. */
export const shiftMarkers = (text: string, offset: number): string =>
  offset === 0 ? text : text.replace(/\[(\d{1,2})\]/g, (_, n: string) => `[${Number(n) + offset}]`);

export const shiftCitations = (citations: Citation[], offset: number): Citation[] =>
  citations.map((citation) => ({
    ...citation,
    ...(citation.marker === undefined ? {} : { marker: citation.marker + offset }),
  }));
