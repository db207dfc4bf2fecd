/** A long text in pieces of at most `longest` UTF-16 code units, cut at paragraphs, lines or sentences where it can be. */
export function pieces(text: string, longest: number): string[] {
  const found: string[] = [];
  let rest = text.trim();
  while (rest.length > longest) {
    const window = rest.slice(0, longest);
    const at = Math.max(window.lastIndexOf('\n'), lastSentence(window));
    // A cut within a surrogate pair would spoil a character.
    const whole = /[\uD800-\uDBFF]$/.test(window) ? longest - 1 : longest;
    const end = at > longest / 3 ? at + 1 : whole;
    found.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  if (rest !== '') found.push(rest);
  return found;
}

function lastSentence(window: string): number {
  let last = -1;
  for (const match of window.matchAll(/[。！？；]|[.!?](?=\s)/gu)) last = match.index + match[0].length - 1;
  return last;
}
