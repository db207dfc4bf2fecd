/** A refused or failed call. `code` is the server's stable one (RFC 9457), or `network` when no answer came. */
export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  /** Seconds to wait before another try, where the server named them. */
  readonly retryAfter: number | null;

  constructor(options: { code: string; status: number; detail: string; retryAfter?: number | null }) {
    super(options.detail);
    this.name = 'Problem';
    this.code = options.code;
    this.status = options.status;
    this.retryAfter = options.retryAfter ?? null;
  }
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

/** Reads an answer that is not 2xx; a body that is no problem+json still gives a usable Problem. */
export async function readProblem(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  const fields = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const seconds = Number(response.headers.get('retry-after'));
  return new Problem({
    code: text(fields.code) ?? `http_${response.status}`,
    status: response.status,
    detail: text(fields.detail) ?? text(fields.title) ?? response.statusText,
    retryAfter: seconds > 0 ? seconds : null,
  });
}

/** Any thrown value as a Problem; what fetch throws means that no answer came. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem({ code: 'network', status: 0, detail: error instanceof Error ? error.message : String(error) });
}
