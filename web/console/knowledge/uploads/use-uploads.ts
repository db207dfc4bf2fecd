import { useSyncExternalStore } from 'react';
import { pause } from '../../../api/pause.ts';
import type { DocumentBody } from '../../../api/types.ts';
import type { Uploader } from '../../../api/upload.ts';
import { useSurroundings } from '../../surroundings.ts';
import { paths } from '../paths.ts';
import { UploadQueue } from './upload-queue.ts';

/** One queue for each sign-in: uploads go on while another page is open. */
const queues = new WeakMap<Uploader, UploadQueue>();

function queueOf(upload: Uploader): UploadQueue {
  const known = queues.get(upload);
  if (known) return known;
  const queue = new UploadQueue({
    pause,
    send: (file, context) => {
      const form = new FormData();
      form.set('file', file);
      return upload<DocumentBody>({ path: paths.documents, method: 'POST', form, ...context });
    },
  });
  queues.set(upload, queue);
  return queue;
}

/** The uploads under way, and what may be done with them. */
export function useUploads() {
  const queue = queueOf(useSurroundings().upload);
  return { queue, items: useSyncExternalStore(queue.subscribe, queue.snapshot) };
}
