/** A text as a pattern of LIKE that means exactly it, anywhere in the column. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
