import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { AppError } from '../../config/errors.ts';

const MAX_FILE_BYTES = 50 * 1024 ** 2;

export interface StagedFile {
  /** SHA-256, hexadecimal. */
  hash: string;
  bytes: number;
  keep(documentId: string, version: number, fileName: string): Promise<void>;
  discard(): Promise<void>;
}

/** Uploaded files on disk: `<dataDir>/files/<documentId>/<version>-<name>`. */
export interface DocumentFiles {
  /** Takes the bytes in, whole or not at all. Above 50 MB: too_large, 413. Every staged file is kept or discarded. */
  stage(bytes: Buffer | Readable): Promise<StagedFile>;
  path(documentId: string, version: number, fileName: string): string;
  /** A kept file to be read; undefined when there is none. */
  open(documentId: string, version: number, fileName: string): Promise<{ bytes: number; stream: Readable } | undefined>;
  /** Every version's file, or those of versions up to `upTo` that are not among `keep`: a newer one may be on its way. */
  remove(documentId: string, but?: { keep: number[]; upTo: number }): Promise<void>;
}

/** A name that is safe on every file system and still tells its kind. */
const safeName = (fileName: string): string => {
  const name = fileName
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '_')
    .replace(/^\.+/, '');
  return (name.length > 80 ? name.slice(0, 60) + name.slice(-20) : name) || 'file';
};

const tooLarge = () =>
  new AppError({
    code: 'too_large',
    status: 413,
    message: `The file is larger than ${MAX_FILE_BYTES / 1024 ** 2} MB. Split it into smaller files.`,
  });

export function createDocumentFiles(dataDir: string): DocumentFiles {
  const folder = (documentId: string) => join(dataDir, 'files', documentId);
  const path = (documentId: string, version: number, fileName: string) =>
    join(folder(documentId), `${version}-${safeName(fileName)}`);
  return {
    path,
    async stage(bytes) {
      await mkdir(join(dataDir, 'files', 'incoming'), { recursive: true, mode: 0o700 });
      const partial = join(dataDir, 'files', 'incoming', randomUUID());
      const hash = createHash('sha256');
      let size = 0;
      const discard = () => rm(partial, { force: true });
      const handle = await open(partial, 'wx', 0o600);
      try {
        for await (const chunk of Buffer.isBuffer(bytes) ? [bytes] : (bytes as AsyncIterable<Buffer>)) {
          size += chunk.length;
          if (size > MAX_FILE_BYTES) throw tooLarge();
          hash.update(chunk);
          await handle.writeFile(chunk);
        }
      } catch (error) {
        await discard();
        throw error;
      } finally {
        await handle.close();
      }
      return {
        hash: hash.digest('hex'),
        bytes: size,
        discard,
        async keep(documentId, version, fileName) {
          await mkdir(folder(documentId), { recursive: true, mode: 0o700 });
          await rename(partial, path(documentId, version, fileName));
        },
      };
    },
    async open(documentId, version, fileName) {
      const handle = await open(path(documentId, version, fileName), 'r').catch(() => undefined);
      if (!handle) return undefined;
      const { size } = await handle.stat();
      // The stream closes the handle at its end or when it is destroyed.
      return { bytes: size, stream: handle.createReadStream() };
    },
    async remove(documentId, but) {
      if (but === undefined) return rm(folder(documentId), { recursive: true, force: true });
      const names = await readdir(folder(documentId)).catch(() => []);
      for (const name of names) {
        const version = Number.parseInt(name, 10);
        if (version <= but.upTo && !but.keep.includes(version))
          await rm(join(folder(documentId), name), { force: true });
      }
    },
  };
}
