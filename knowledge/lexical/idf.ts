/** The weight of a term that `df` of `count` chunks have (BM25, as Lucene adds 1 to keep it positive). */
export const idf = (df: number, count: number): number => Math.log(1 + (count - df + 0.5) / (df + 0.5));
