const HEAD = 4096;

/** UTF-16 without a byte order mark: every other byte of Latin text and line ends is zero. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, HEAD);
  const zeros = [0, 0];
  head.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > head.length / 50 && even * 10 < odd) return 'utf-16le';
  if (even > head.length / 50 && odd * 10 < even) return 'utf-16be';
  return undefined;
}

/**
 * Big5 or GB18030, for bytes that are no UTF-8. Simplified text is written almost wholly with second bytes from A1
 * on, and Big5 has no first bytes below A1, but second bytes from 40 to 7E in two letters of five.
 */
function chineseEncoding(bytes: Uint8Array): 'big5' | 'gb18030' {
  let pairs = 0;
  let low = 0;
  for (let i = 0; i + 1 < bytes.length; i++) {
    const [first = 0, second = 0] = [bytes[i], bytes[i + 1]];
    if (first < 0x80) continue;
    if (first < 0xa1 || first > 0xf9 || second < 0x40 || (second > 0x7e && second < 0xa1)) return 'gb18030';
    pairs += 1;
    if (second < 0xa1) low += 1;
    i += 1;
  }
  return low > pairs * 0.15 ? 'big5' : 'gb18030';
}

/**
 * Whether letters with accents were read as the first bytes of Chinese characters: each then stands by itself behind
 * or before a small Latin letter (für as f黵), where Chinese text has characters in rows.
 */
function isAccented(text: string): boolean {
  const runs = text.match(/[a-z]?\p{Script=Han}+[a-z]?/gu) ?? [];
  const lone = runs.filter((run) => /^(?:[a-z]\p{Script=Han}[a-z]?|\p{Script=Han}[a-z])$/u.test(run));
  return lone.length > runs.length * 0.7;
}

/** Text in its real encoding: by its byte order mark, else UTF-8 if it is valid, else UTF-16, Big5, or GB18030 (which holds GBK and GB2312). */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const wide = wideEncoding(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const chinese = new TextDecoder(chineseEncoding(bytes)).decode(bytes);
    // Latin letters with accents in a single-byte encoding decode to rare characters and faults.
    const faults = chinese.match(/\ufffd|[\ue000-\uf8ff]/g)?.length ?? 0;
    const han = chinese.match(/\p{Script=Han}/gu)?.length ?? 0;
    const latin = faults * 20 > chinese.length || (han * 20 < chinese.length && faults > 0) || isAccented(chinese);
    return latin ? new TextDecoder('windows-1252').decode(bytes) : chinese;
  }
}

/** Text of a page that may name its encoding itself (`<meta charset>`). */
export function decodeHtml(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1');
  const named = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  if (named && /^(?:gb|big5|shift|euc|windows|iso)/.test(named)) {
    try {
      return new TextDecoder(named).decode(bytes);
    } catch {
      // A name that nobody knows: the bytes will tell.
    }
  }
  return decodeText(bytes);
}
