const ZH = /^(.*)(?:换成|改成|换为|改为|换个|换到|改到|要)(.+)$/su;
const EN = /^(.*)\b(?:to|for|into|instead(?! of))\s+(?:an?\s+|the\s+)?(.+)$/isu;

/** "The red one instead of the blue": what is wished for stands first. */
const INSTEAD_OF = /^(.*)\b(?:instead of|rather than)\b(.+)$/isu;

/** What follows "换成", "to", "instead of … for": the wish without what is given up for it; all where nothing divides it. */
export const wishPart = (text: string): string =>
  INSTEAD_OF.exec(text)?.[1] ?? ZH.exec(text)?.[2] ?? EN.exec(text)?.[2] ?? text;

/** What goes before it: what the customer has. */
export const partGiven = (text: string): string =>
  INSTEAD_OF.exec(text)?.[2] ?? ZH.exec(text)?.[1] ?? EN.exec(text)?.[1] ?? text;
