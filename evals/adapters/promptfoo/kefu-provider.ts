/** A provider for promptfoo (`file://…/kefu-provider.ts`): asks a running Kefu over its HTTP API. Imports nothing. */
interface KefuConfig {
  /** Default: http://127.0.0.1:3000. */
  url?: string;
  /** A customer's token, signed by the shop. */
  token?: string;
  /** In demo mode: this customer's token is fetched. Without token and customer a visitor asks. */
  customer?: string;
  locale?: string;
  timeoutMs?: number;
}

interface CallContext {
  vars?: Record<string, unknown>;
  test?: { metadata?: Record<string, unknown> };
}

interface ProviderResponse {
  output?: string;
  error?: string;
  metadata?: Record<string, unknown>;
}

interface Talk {
  token: string;
  conversationId?: string;
}

interface Turn {
  conversationId: string;
  text: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** The last thing that the user says: of a chat as JSON, else the prompt as it is. */
function lastMessage(prompt: string): string {
  if (!prompt.trimStart().startsWith('[')) return prompt;
  try {
    const messages: unknown = JSON.parse(prompt);
    if (!Array.isArray(messages)) return prompt;
    const last: unknown = messages.findLast((one: unknown) => isRecord(one) && one.role === 'user');
    return isRecord(last) && typeof last.content === 'string' ? last.content : prompt;
  } catch {
    return prompt;
  }
}

export default class KefuProvider {
  readonly #id: string;
  readonly #config: KefuConfig;
  /** Conversations of tests that name one (`metadata.conversationId` or the variable): they go on turn by turn. */
  readonly #talks = new Map<string, Promise<Talk>>();

  constructor(options: { id?: string; config?: KefuConfig } = {}) {
    this.#config = options.config ?? {};
    this.#id = options.id ?? 'kefu';
  }

  id(): string {
    return this.#id;
  }

  /** One turn. What `assert` may want beside the text is in `metadata`. */
  async callApi(prompt: string, context: CallContext = {}): Promise<ProviderResponse> {
    const named = textOf(context.test?.metadata?.conversationId) ?? textOf(context.vars?.conversationId);
    const customer = textOf(context.vars?.customer) ?? this.#config.customer;
    const locale = textOf(context.vars?.locale) ?? textOf(context.vars?.language) ?? this.#config.locale;
    try {
      const opening = (named === undefined ? undefined : this.#talks.get(named)) ?? this.#open(customer);
      if (named !== undefined) this.#talks.set(named, opening);
      const talk = await opening;
      const body = { text: lastMessage(prompt), ...(locale ? { locale } : {}) };
      const turn = await this.#post('/api/chat', talk.token, {
        ...body,
        ...(talk.conversationId ? { conversationId: talk.conversationId } : {}),
      });
      if (!isTurn(turn)) return { error: 'The answer of /api/chat is no turn.' };
      talk.conversationId = turn.conversationId;
      const { text, ...metadata } = turn;
      return { output: text, metadata };
    } catch (error) {
      if (named !== undefined) this.#talks.delete(named);
      return { error: error instanceof Error ? error.message : String(error) };
    }
  }

  async #open(customer: string | undefined): Promise<Talk> {
    if (this.#config.token) return { token: this.#config.token };
    const path = customer ? `/api/demo/customers/${encodeURIComponent(customer)}/token` : '/api/visitors';
    const opened = await this.#post(path, undefined, undefined);
    if (!isRecord(opened) || typeof opened.token !== 'string') throw new Error(`${path} gave no token.`);
    return { token: opened.token };
  }

  async #post(path: string, token: string | undefined, body: unknown): Promise<unknown> {
    const base = (this.#config.url ?? 'http://127.0.0.1:3000').replace(/\/+$/, '');
    const response = await fetch(`${base}${path}`, {
      method: 'POST',
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(this.#config.timeoutMs ?? 30_000),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`POST ${path}: ${response.status} ${text.slice(0, 200)}`);
    return JSON.parse(text);
  }
}

const isTurn = (value: unknown): value is Turn & Record<string, unknown> =>
  isRecord(value) && typeof value.text === 'string' && typeof value.conversationId === 'string';
