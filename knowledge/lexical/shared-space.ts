/** Gives typed arrays on shared memory: a segment can be searched while a worker merges it. All begin with zeros. */
export interface SharedSpace {
  uint16(length: number): Uint16Array;
  uint32(length: number): Uint32Array;
  float64(length: number): Float64Array;
}

/**
 * Above 32 MB, which is the most that glibc ever takes from a thread's own arena: larger blocks go back to the system
 * when they are freed, and of this one only the pages that were written to cost memory.
 */
const BLOCK = 33 * 2 ** 20;
const ALIGNMENT = 8;

/** Cuts arrays out of large blocks, one after another; a block is freed when none of its arrays is used any more. */
export function createSharedSpace(): SharedSpace {
  let block: SharedArrayBuffer | undefined;
  let used = 0;
  const take = (bytes: number): { buffer: SharedArrayBuffer; at: number } => {
    if (bytes >= BLOCK / 2) return { buffer: new SharedArrayBuffer(bytes), at: 0 };
    if (!block || used + bytes > BLOCK) {
      block = new SharedArrayBuffer(BLOCK);
      used = 0;
    }
    const at = used;
    used += Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
    return { buffer: block, at };
  };
  return {
    uint16(length) {
      const { buffer, at } = take(length * 2);
      return new Uint16Array(buffer, at, length);
    },
    uint32(length) {
      const { buffer, at } = take(length * 4);
      return new Uint32Array(buffer, at, length);
    },
    float64(length) {
      const { buffer, at } = take(length * 8);
      return new Float64Array(buffer, at, length);
    },
  };
}
