const UTF16 = [
  { mark: Buffer.from([0xff, 0xfe]), name: 'utf-16le' },
  { mark: Buffer.from([0xfe, 0xff]), name: 'utf-16be' },
];

/** Told of a file whose letters can't be known: a guess would put wrong ones before customers. */
export class NotUtf8Error extends Error {
  constructor() {
    super('is not UTF-8 text: save it as UTF-8');
  }
}

/** A file's text: UTF-8, or UTF-16 where its first bytes say so. */
export function shopFileText(bytes: Uint8Array): string {
  const encoding = UTF16.find(({ mark }) => mark.equals(bytes.subarray(0, 2)))?.name ?? 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    if (cause instanceof TypeError) throw new NotUtf8Error();
    throw cause;
  }
}
