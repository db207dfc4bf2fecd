/** A share of 0 to 1 in percent with one digit; a dash where there was nothing to measure. */
export const tenths = (share: number | null): string => (share === null ? '–' : `${(share * 100).toFixed(1)}%`);
