import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { MultipartFields, MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { AppError, badRequest } from '../config/errors.ts';
import { storable } from '../conversations/message-text.ts';
import type { HandedFile } from '../knowledge/ports.ts';
import { uploadFieldsSchema } from './schemas/knowledge.ts';

export interface Upload {
  file: HandedFile;
  fields: ReturnType<typeof uploadFieldsSchema.parse>;
}

/**
 * Reads a form with one file and a few fields. The file waits on disk, since fields may stand behind it; it is
 * removed when the request has been answered.
 */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) {
    throw new AppError({
      code: 'unsupported_media_type',
      status: 415,
      message: 'Send the file as multipart/form-data, in the field file.',
    });
  }
  const { files, values } = await saveParts(request).catch((error: unknown) => {
    if (codeOf(error) === 'FST_FILES_LIMIT') throw badRequest('too_many_files', 'Send one file in each request.');
    throw codeOf(error) !== undefined
      ? error
      : badRequest('malformed_form', 'The form can’t be read: its boundary or its end is missing.');
  });
  const file = files.find((part) => part.fieldname === 'file');
  if (!file) throw badRequest('file_missing', 'The form has no file in the field file.');
  if ((await stat(file.filepath)).size === 0) throw badRequest('file_empty', 'The file is empty.');
  return {
    file: { fileName: fileNameOf(file), mime: file.mimetype, bytes: createReadStream(file.filepath) },
    fields: uploadFieldsSchema.parse(fieldTexts(values)),
  };
}

interface SavedFile extends Pick<MultipartFile, 'fieldname' | 'filename' | 'mimetype'> {
  filepath: string;
}

/**
 * Writes the files of a form to disk; the plugin removes them when the request has been answered. Its own
 * `saveRequestFiles` logs a file that is too large as a fault of ours, twice.
 */
async function saveParts(request: FastifyRequest): Promise<{ files: SavedFile[]; values: MultipartFields }> {
  const files: SavedFile[] = [];
  let values: MultipartFields = {};
  request.tmpUploads = [];
  try {
    for await (const part of request.parts()) {
      values = part.fields;
      if (part.type !== 'file') continue;
      const { fieldname, filename, mimetype } = part;
      const filepath = join(tmpdir(), `kefu-upload-${randomUUID()}`);
      request.tmpUploads.push(filepath);
      await pipeline(part.file, createWriteStream(filepath));
      files.push({ fieldname, filename, mimetype, filepath });
    }
    // The plugin has cleaned up already: nobody waits for an answer.
    if (request.socket.destroyed) throw badRequest('malformed_form', 'The connection was closed.');
  } catch (error) {
    const left = request.tmpUploads;
    request.tmpUploads = [];
    for (const filepath of left) await rm(filepath, { force: true });
    throw error;
  }
  return { files, values };
}

/** A part may come without a name, whatever the library's types say, or with one that can't be stored. */
const fileNameOf = (file: { filename: string | undefined }): string => {
  const name = storable(file.filename ?? '').trim();
  if (name === '') throw badRequest('file_name_missing', 'The file has no name.');
  return name;
};

/** Errors of the disk and of the plugin carry a code; the parser's about the form carry none. */
const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

/** Only texts: what else a form may hold is of no interest. */
function fieldTexts(values: object): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, field] of Object.entries(values)) {
    const value: unknown = typeof field === 'object' && field !== null && 'value' in field ? field.value : field;
    if (typeof value === 'string') texts[name] = storable(value);
  }
  return texts;
}
