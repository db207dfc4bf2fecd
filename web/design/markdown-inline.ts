/** A run of text. There is no node for raw HTML: what looks like a tag stays text. */
export type Inline =
  | { type: 'text'; text: string }
  | { type: 'code'; text: string }
  | { type: 'strong' | 'em' | 'del'; children: Inline[] }
  | { type: 'link'; href: string; children: Inline[] }
  /** [n]: a mark of a source. */
  | { type: 'cite'; marker: number }
  | { type: 'break' };

// Every repetition has a bound, so that no text can make the matching slow.
const TOKEN = new RegExp(
  [
    String.raw`\\([\\${'`'}*_{}[\]()#+\-.!~|>])`,
    '`([^`]{1,500})`',
    String.raw`\*\*([^*\n](?:[^\n]{0,800}?[^*\n])??)\*\*`,
    String.raw`\*([^*\s](?:[^*\n]{0,400}[^*\s])?)\*`,
    String.raw`~~([^~\n]{1,400})~~`,
    String.raw`!?\[([^\]\n]{0,300})\]\(([^\s()]{1,1000})(?:\s"[^"\n]{0,200}")?\)`,
    String.raw`(https?://[^\s<>"'“”‘’()（）[\]【】，。；、！？]{1,500})`,
    String.raw`\[(\d{1,2})\]`,
    String.raw`(?: {2,}|\\)?(\n)`,
  ].join('|'),
  'g',
);

const SAFE = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** The address as the browser would read it, if following it can only go somewhere; null for javascript:, data: … */
export function safeHref(href: string): string | null {
  try {
    const url = new URL(href, 'https://relative.invalid/');
    if (!SAFE.has(url.protocol)) return null;
    return url.host === 'relative.invalid' ? `${url.pathname}${url.search}${url.hash}` : url.href;
  } catch {
    return null;
  }
}

function readToken(match: RegExpMatchArray): Inline {
  const [whole, escaped, code, strong, em, del, label, target, address, marker] = match;
  if (escaped !== undefined) return { type: 'text', text: escaped };
  if (code !== undefined) return { type: 'code', text: code };
  if (strong !== undefined) return { type: 'strong', children: parseInline(strong) };
  if (em !== undefined) return { type: 'em', children: parseInline(em) };
  if (del !== undefined) return { type: 'del', children: parseInline(del) };
  if (label !== undefined && target !== undefined) {
    const href = whole.startsWith('!') ? null : safeHref(target);
    return href === null ? { type: 'text', text: label } : { type: 'link', href, children: parseInline(label) };
  }
  if (address !== undefined) {
    const href = safeHref(address);
    return href === null
      ? { type: 'text', text: whole }
      : { type: 'link', href, children: [{ type: 'text', text: whole }] };
  }
  if (marker !== undefined) return { type: 'cite', marker: Number(marker) };
  return { type: 'break' };
}

/** Markdown within a paragraph: code, **strong**, *em*, ~~del~~, links, bare addresses, [n] marks, line ends. */
export function parseInline(source: string): Inline[] {
  const nodes: Inline[] = [];
  let end = 0;
  for (const match of source.matchAll(TOKEN)) {
    if (match.index > end) nodes.push({ type: 'text', text: source.slice(end, match.index) });
    nodes.push(readToken(match));
    end = match.index + match[0].length;
  }
  if (end < source.length) nodes.push({ type: 'text', text: source.slice(end) });
  return nodes;
}
