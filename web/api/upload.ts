import { Problem, readProblem } from './problem.ts';

export interface Upload {
  path: string;
  method: 'POST' | 'PUT';
  form: FormData;
  /** Share of the bytes that are sent, 0 to 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

/** Sends a form and tells how much of it is sent, which fetch can't; otherwise as Http.json. */
export type Uploader = <T>(upload: Upload) => Promise<T>;

export function createUploader(options: { base: string; token: () => string | null }): Uploader {
  return <T>({ path, method, form, onProgress, signal }: Upload) =>
    new Promise<T>((resolve, reject) => {
      const request = new XMLHttpRequest();
      const cancel = () => request.abort();
      const refuse = (code: string) => reject(new Problem({ code, status: 0, detail: code }));
      request.open(method, options.base + path);
      request.setRequestHeader('accept', 'application/json');
      const token = options.token();
      if (token) request.setRequestHeader('authorization', `Bearer ${token}`);
      request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
      request.onload = () => {
        if (request.status < 300) return resolve(JSON.parse(request.responseText) as T);
        const retryAfter = request.getResponseHeader('retry-after');
        const headers = retryAfter ? { 'retry-after': retryAfter } : undefined;
        void readProblem(new Response(request.responseText, { status: request.status, headers })).then(reject);
      };
      request.onerror = () => refuse('network');
      request.onabort = () => refuse('cancelled');
      request.onloadend = () => signal.removeEventListener('abort', cancel);
      if (signal.aborted) return refuse('cancelled');
      signal.addEventListener('abort', cancel);
      request.send(form);
    });
}
