/** Where each of `texts` stands below a node, whatever the case and the spaces, also across elements. */
export function findText(root: Node, texts: readonly string[]): Range[] {
  const places: Array<[Text, number]> = [];
  let whole = '';
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = (node as Text).data;
    for (let at = 0; at < text.length; at += 1) {
      const letter = text[at]?.toLowerCase() ?? '';
      // A letter that grows when it is folded would move all places behind it.
      if (/\s/.test(letter) || letter.length !== 1) continue;
      whole += letter;
      places.push([node as Text, at]);
    }
  }
  return texts.flatMap((text) => {
    const wanted = text.toLowerCase().replace(/\s+/g, '');
    const ranges: Range[] = [];
    if (wanted === '') return ranges;
    for (let at = whole.indexOf(wanted); at >= 0; at = whole.indexOf(wanted, at + wanted.length)) {
      const [from, to] = [places[at], places[at + wanted.length - 1]];
      if (!from || !to) continue;
      const range = document.createRange();
      range.setStart(...from);
      range.setEnd(to[0], to[1] + 1);
      ranges.push(range);
    }
    return ranges;
  });
}
