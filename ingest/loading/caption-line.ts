const CAPTION =
  /^(?:(?:table|tab\.|chart)\s*(?:[A-Z]?\d[\d.–-]*|[IVX]+)\b|(?:附?表|图表)\s*[A-Z]?[\d一二三四五六七八九十][\d.–-]*)/i;
const LONGEST = 200;

/** Whether a line names a table: "Table 2: …", 表 3 …. */
export const isCaptionLine = (text: string): boolean => text.length <= LONGEST && CAPTION.test(text);
