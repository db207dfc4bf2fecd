import { asProblem, type Problem } from '../../../api/problem.ts';
import type { DocumentBody } from '../../../api/types.ts';

/** So many files are on their way at once; the others wait. */
const AT_ONCE = 3;
/** A file that the server had no room for is sent again so often. */
const TRIES = 5;

export interface UploadItem {
  id: number;
  file: File;
  state: 'waiting' | 'sending' | 'failed' | 'cancelled';
  /** Share of the bytes that are sent, 0 to 1. */
  sent: number;
  problem: Problem | null;
}

interface SendContext {
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

export interface UploadQueueOptions {
  send: (file: File, context: SendContext) => Promise<DocumentBody>;
  /** Waits before another try; ends early when the signal aborts. */
  pause: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Files on their way to the server, a few at once. What arrived leaves the list: from then on it is a document. */
export class UploadQueue {
  private items: UploadItem[] = [];
  private readonly ends = new Map<number, AbortController>();
  private readonly listeners = new Set<() => void>();
  private readonly arrivals = new Set<(document: DocumentBody) => void>();
  private next = 1;
  private arrived = 0;
  private readonly options: UploadQueueOptions;

  constructor(options: UploadQueueOptions) {
    this.options = options;
  }

  /** Files of this round that are documents now; a round ends when nothing is left of it. */
  get arrivedCount(): number {
    return this.arrived;
  }
  /** For useSyncExternalStore: the same array until something changes. */
  readonly snapshot = (): UploadItem[] => this.items;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly onArrival = (listener: (document: DocumentBody) => void): (() => void) => {
    this.arrivals.add(listener);
    return () => this.arrivals.delete(listener);
  };

  add(files: File[]): void {
    if (this.items.length === 0) this.arrived = 0;
    const added = files.map((file): UploadItem => {
      const id = this.next;
      this.next += 1;
      return { id, file, state: 'waiting', sent: 0, problem: null };
    });
    this.show([...this.items, ...added]);
    this.start();
  }

  /** One that waits or is being sent stays in the list, to be sent after all. */
  cancel(id: number): void {
    this.ends.get(id)?.abort();
    this.change(id, { state: 'cancelled' });
  }

  retry(id: number): void {
    this.change(id, { state: 'waiting', sent: 0, problem: null });
    this.start();
  }

  retryFailed(): void {
    for (const { id, state } of this.items) if (state === 'failed') this.retry(id);
  }

  /** Those that nothing is sent of yet. */
  cancelWaiting(): void {
    for (const { id, state } of this.items) if (state === 'waiting') this.cancel(id);
  }

  /** Takes those that failed or were cancelled off the list. */
  clear(): void {
    this.show(this.items.filter(({ state }) => state === 'waiting' || state === 'sending'));
  }

  private start(): void {
    const free = AT_ONCE - this.ends.size;
    for (const item of this.items.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, free)))
      void this.run(item);
  }

  private async run({ id, file }: UploadItem): Promise<void> {
    const end = new AbortController();
    this.ends.set(id, end);
    this.change(id, { state: 'sending' });
    try {
      const document = await this.send(id, file, end.signal);
      this.arrived += 1;
      this.show(this.items.filter((item) => item.id !== id));
      for (const listener of this.arrivals) listener(document);
    } catch (error) {
      if (!end.signal.aborted) this.change(id, { state: 'failed', problem: asProblem(error) });
    }
    this.ends.delete(id);
    this.start();
  }

  /** Sends, and again where the server asked to wait. */
  private async send(id: number, file: File, signal: AbortSignal): Promise<DocumentBody> {
    const onProgress = (sent: number) => this.change(id, { sent });
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.options.send(file, { onProgress, signal });
      } catch (error) {
        const { status, retryAfter } = asProblem(error);
        if (attempt === TRIES || signal.aborted || (status !== 429 && status !== 503)) throw error;
        await this.options.pause((retryAfter ?? attempt) * 1_000, signal);
      }
    }
  }

  private change(id: number, fields: Partial<UploadItem>): void {
    this.show(this.items.map((item) => (item.id === id ? { ...item, ...fields } : item)));
  }

  private show(items: UploadItem[]): void {
    this.items = items;
    for (const listener of this.listeners) listener();
  }
}
