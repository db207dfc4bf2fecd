/** Text in its real encoding: by its byte order mark, else UTF-8 if it is valid, else GB18030 (which holds GBK and GB2312). */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const chinese = new TextDecoder('gb18030').decode(bytes);
    // Latin letters with accents in a single-byte encoding decode to rare characters and faults.
    const faults = chinese.match(/\ufffd|[\ue000-\uf8ff]/g)?.length ?? 0;
    return faults * 20 > chinese.length ? new TextDecoder('windows-1252').decode(bytes) : chinese;
  }
}
