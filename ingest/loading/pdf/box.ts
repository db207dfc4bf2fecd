/** A table on a page, or cards of steps: no cut of the page goes through it. Points. */
export interface Box {
  x0: number;
  x1: number;
  top: number;
  bottom: number;
  rows: string[][];
  /** Where the text of each column begins and ends: a table that goes on over a page has the same. */
  columns: Array<[number, number]>;
  caption?: string;
  /** What the cards say, one after the other, where it is no table. */
  texts?: string[];
}

export const isBox = (part: object): part is Box => 'columns' in part;
