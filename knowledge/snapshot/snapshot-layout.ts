import { z } from 'zod';
import type { SegmentData } from '../lexical/packed-segment.ts';

/** Another one whenever the layout below or the meaning of an array changes. */
const FORMAT = 1;
const MAGIC = 'kefu-lexical';
const ALIGNMENT = 8;
const LARGEST_HEADER = 2 ** 20;

/** The file: magic, header's length (uint32), header (JSON), the arrays in this order, CRC-32 of all before it. */
const ARRAYS = {
  termUnits: Uint16Array,
  termStarts: Uint32Array,
  termSlots: Uint32Array,
  starts: Uint32Array,
  entries: Uint32Array,
  lengths: Uint32Array,
  idUnits: Uint16Array,
  idStarts: Uint32Array,
  idSlots: Uint32Array,
  revisions: Float64Array,
  traitNumbers: Uint16Array,
};
type ArrayName = keyof typeof ARRAYS;
const NAMES = Object.keys(ARRAYS) as ArrayName[];

const length = z.int().min(0);
const headerSchema = z.object({
  format: z.literal(FORMAT),
  /** Whose chunks these are, and what their terms depend on (analysis-key.ts). */
  installation: z.string(),
  analysis: z.string(),
  /** The last purge that had begun when the chunks were read (purge-mark.ts). */
  purge: z.string(),
  /** Changes with a higher revision may be missing. */
  position: z.number(),
  traits: z.array(
    z.object({ kind: z.enum(['document', 'faq', 'product']), language: z.enum(['zh', 'en']), audience: z.string() }),
  ),
  lengths: z.object(Object.fromEntries(NAMES.map((name) => [name, length])) as Record<ArrayName, typeof length>),
});
export type SnapshotHeader = z.infer<typeof headerSchema>;
/** What a snapshot is of. */
export type SnapshotOrigin = Pick<SnapshotHeader, 'installation' | 'analysis' | 'purge' | 'position'>;

const aligned = (bytes: number): number => Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;

export const PREFIX_BYTES = MAGIC.length + 4;
export const TRAILER_BYTES = 4;
/** How long the arrays are together. */
export const contentBytes = ({ lengths }: SnapshotHeader): number =>
  NAMES.reduce((sum, name) => sum + aligned(lengths[name] * ARRAYS[name].BYTES_PER_ELEMENT), 0);

const arraysOf = (data: SegmentData): Record<ArrayName, Uint16Array | Uint32Array | Float64Array> => ({
  termUnits: data.terms.units,
  termStarts: data.terms.starts,
  termSlots: data.terms.slots,
  starts: data.starts,
  entries: data.entries,
  lengths: data.lengths,
  idUnits: data.ids.units,
  idStarts: data.ids.starts,
  idSlots: data.ids.slots,
  revisions: data.revisions,
  traitNumbers: data.traitNumbers,
});

/** A segment as stretches of bytes, to be written one after another and followed by their CRC-32. */
export function layOut(data: SegmentData, origin: SnapshotOrigin): Uint8Array[] {
  const arrays = arraysOf(data);
  const lengths = Object.fromEntries(NAMES.map((name) => [name, arrays[name].length]));
  const header = Buffer.from(JSON.stringify({ format: FORMAT, ...origin, traits: data.traits, lengths }));
  const prefix = Buffer.alloc(PREFIX_BYTES);
  prefix.write(MAGIC, 'latin1');
  prefix.writeUInt32LE(header.length, MAGIC.length);
  return [
    prefix,
    header,
    ...NAMES.flatMap((name) => {
      const { buffer, byteOffset, byteLength } = arrays[name];
      return [new Uint8Array(buffer, byteOffset, byteLength), new Uint8Array(aligned(byteLength) - byteLength)];
    }),
  ];
}

/** The length of the header behind a prefix; undefined when it is none. */
export function headerBytes(prefix: Buffer): number | undefined {
  if (prefix.toString('latin1', 0, MAGIC.length) !== MAGIC) return undefined;
  const bytes = prefix.readUInt32LE(MAGIC.length);
  return bytes <= LARGEST_HEADER ? bytes : undefined;
}

/** Throws when it is not a header of this format. */
export const parseHeader = (bytes: Buffer): SnapshotHeader => headerSchema.parse(JSON.parse(bytes.toString('utf8')));

/** The segment in a content that was read whole; undefined where its arrays do not belong together. */
export function segmentIn(content: SharedArrayBuffer, header: SnapshotHeader): SegmentData | undefined {
  let at = 0;
  const next = <Values>(
    Kind: { new (buffer: SharedArrayBuffer, at: number, length: number): Values; BYTES_PER_ELEMENT: number },
    name: ArrayName,
  ): Values => {
    const values = new Kind(content, at, header.lengths[name]);
    at += aligned(header.lengths[name] * Kind.BYTES_PER_ELEMENT);
    return values;
  };
  const data: SegmentData = {
    terms: {
      units: next(Uint16Array, 'termUnits'),
      starts: next(Uint32Array, 'termStarts'),
      slots: next(Uint32Array, 'termSlots'),
    },
    starts: next(Uint32Array, 'starts'),
    entries: next(Uint32Array, 'entries'),
    lengths: next(Uint32Array, 'lengths'),
    ids: {
      units: next(Uint16Array, 'idUnits'),
      starts: next(Uint32Array, 'idStarts'),
      slots: next(Uint32Array, 'idSlots'),
    },
    revisions: next(Float64Array, 'revisions'),
    traitNumbers: next(Uint16Array, 'traitNumbers'),
    traits: header.traits,
  };
  const docs = data.lengths.length;
  const fits =
    data.terms.starts.at(-1) === data.terms.units.length &&
    data.starts.length === data.terms.starts.length &&
    data.starts.at(-1) === data.entries.length &&
    data.ids.starts.length === docs + 1 &&
    data.ids.starts.at(-1) === data.ids.units.length &&
    data.revisions.length === docs &&
    data.traitNumbers.length === docs &&
    [data.terms, data.ids].every(
      ({ slots, starts }) => slots.length >= starts.length && Number.isInteger(Math.log2(slots.length)),
    );
  return fits ? data : undefined;
}
