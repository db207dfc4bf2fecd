import { createHash } from 'node:crypto';

const DIMENSIONS = 64;

/** A unit vector that depends on the text's character bigrams alone: like texts are near each other, always the same way. */
export function scriptedVector(text: string, dimensions: number = DIMENSIONS): number[] {
  const vector = new Array<number>(dimensions).fill(0);
  const characters = [...text.normalize('NFKC').toLowerCase()];
  for (let i = 0; i < characters.length; i++) {
    const digest = createHash('sha1')
      .update(`${characters[i]}${characters[i + 1] ?? ''}`)
      .digest();
    const at = digest.readUInt32LE(0) % dimensions;
    vector[at] = (vector[at] ?? 0) + (digest.readUInt8(4) % 2 === 0 ? 1 : -1);
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}

/** Little-endian float32 in base64: what the openai client asks for by default. */
export const base64Vector = (vector: number[]): string =>
  Buffer.from(Float32Array.from(vector).buffer).toString('base64');
