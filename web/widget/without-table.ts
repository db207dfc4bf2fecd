/** A reply's text without the Markdown tables that a card beside it draws. */
export const withoutTable = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !line.startsWith('|'))
    .join('\n')
    .trim();
