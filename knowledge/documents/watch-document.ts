import { AppError } from '../../config/errors.ts';
import type { Notifications } from '../../stores/notifications.ts';
import type { DocumentView } from '../ports.ts';

/** A notification may get lost with its connection: then this is how late a change is seen. */
const LOOK_AGAIN_MS = 2_000;

/** A document's state now and after each change, until it is settled or removed or `signal` aborts. */
export async function* watchDocument(options: {
  id: string;
  signal: AbortSignal;
  get: (id: string) => Promise<DocumentView>;
  notifications: Notifications;
}): AsyncGenerator<DocumentView> {
  const { id, signal } = options;
  let changed = true;
  let wake = () => {};
  const unsubscribe = options.notifications.subscribe('kefu_documents', (payload) => {
    if (payload !== null && payload !== id) return;
    changed = true;
    wake();
  });
  const abort = () => wake();
  signal.addEventListener('abort', abort);
  try {
    let shown = '';
    while (!signal.aborted) {
      changed = false;
      const view = await options.get(id).catch((error: unknown) => {
        if (error instanceof AppError && error.status === 404 && shown !== '') return undefined;
        throw error;
      });
      if (!view) return;
      const key = JSON.stringify(view);
      if (key !== shown) yield view;
      shown = key;
      if (view.status !== 'queued' && view.status !== 'processing') return;
      if (changed || signal.aborted) continue;
      await new Promise<void>((done) => {
        const timer = setTimeout(done, LOOK_AGAIN_MS);
        wake = () => {
          clearTimeout(timer);
          done();
        };
        if (changed || signal.aborted) wake();
      });
    }
  } finally {
    unsubscribe();
    signal.removeEventListener('abort', abort);
  }
}
