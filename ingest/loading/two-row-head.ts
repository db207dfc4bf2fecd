/** A head of two rows ("Price" over "Small" and "Large") as one: "Price Small", "Price Large". */
export const joinHeads = (upper: string[], lower: string[]): string[] =>
  upper.map((text, c) => (text === lower[c] || !lower[c] ? text : `${text} ${lower[c]}`.trim()));
