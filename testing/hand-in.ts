import { expect } from 'vitest';
import { z } from 'zod';
import { bodyOf, type HttpClient } from './http-client.ts';

export const DOCUMENTS = '/api/knowledge/documents';

interface HandedIn {
  name: string;
  bytes: Uint8Array<ArrayBuffer> | string;
  /** Of the document that this is another version of. */
  id?: string;
}

/** Hands a file in; returns the document's id as soon as it is accepted. */
export async function submit(manager: HttpClient, file: HandedIn): Promise<string> {
  const form = new FormData();
  form.set('file', new Blob([file.bytes]), file.name);
  const path = file.id ? `${DOCUMENTS}/${file.id}` : DOCUMENTS;
  const accepted = await (file.id ? manager.put(path, form) : manager.post(path, form));
  expect(accepted.status, JSON.stringify(accepted.body)).toBe(202);
  return bodyOf(accepted, z.object({ documentId: z.string() })).documentId;
}

/** Hands a file in and waits until it answers; returns the document's id. */
export async function handIn(manager: HttpClient, file: HandedIn): Promise<string> {
  const documentId = await submit(manager, file);
  await untilReady(manager, documentId);
  return documentId;
}

/** Waits until a document that was handed in answers. */
export async function untilReady(manager: HttpClient, documentId: string, timeout = 60_000): Promise<void> {
  const status = async () => {
    const reply = await manager.get(`${DOCUMENTS}/${documentId}`);
    return bodyOf(reply, z.looseObject({ status: z.string() })).status;
  };
  await expect.poll(status, { timeout, interval: 200 }).toBe('ready');
}
