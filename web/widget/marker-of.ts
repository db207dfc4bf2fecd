import type { Citation } from '../api/types.ts';

/** The n of a citation's [n]; its place in the list, from 1, where the server gave none. */
export const markerOf = (citation: Citation, index: number): number => citation.marker ?? index + 1;
