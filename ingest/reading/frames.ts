/** Kinds of frames: a message as JSON, or a segment of pieces, which the receiver passes on without reading it. */
export const MESSAGE = 1;
export const SEGMENT = 2;

const HEAD = 5;

/** One byte of kind, four of length (big endian), then the text in UTF-8. */
export function frame(kind: number, text: string): Buffer {
  const length = Buffer.byteLength(text);
  const out = Buffer.allocUnsafe(HEAD + length);
  out.writeUInt8(kind, 0);
  out.writeUInt32BE(length, 1);
  out.write(text, HEAD);
  return out;
}

/** Puts frames together again from whatever parts they arrive in. A frame longer than `limit` bytes throws. */
export function createFrameReader(
  limit: number,
  onFrame: (kind: number, text: string) => void,
): (part: Buffer) => void {
  let parts: Buffer[] = [];
  let size = 0;
  let wanted = HEAD;
  return (part) => {
    parts.push(part);
    size += part.length;
    while (size >= wanted) {
      const all = parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts, size);
      const length = all.readUInt32BE(1);
      if (length > limit) throw new RangeError(`A frame of ${length} bytes is longer than ${limit}.`);
      wanted = HEAD + length;
      parts = [all];
      if (size < wanted) return;
      const rest = all.subarray(wanted);
      onFrame(all.readUInt8(0), all.toString('utf8', HEAD, wanted));
      parts = rest.length > 0 ? [rest] : [];
      size = rest.length;
      wanted = HEAD;
    }
  };
}
