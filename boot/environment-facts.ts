import type { Settings } from '../config/env.ts';

/** What environment variables decided, as may be shown to admins: no keys, no passwords, no addresses with either. */
export function environmentFacts(settings: Settings): Array<{ name: string; value: string }> {
  const { model, channels } = settings;
  const where = (url: string | undefined) => (url === undefined ? 'embedded' : new URL(url).host);
  const facts: Record<string, string | undefined> = {
    OPENAI_MODEL: model?.model ?? 'local engine',
    OPENAI_BASE_URL: model?.baseUrl && new URL(model.baseUrl).host,
    OPENAI_ROUTER_MODEL: model?.router?.model,
    OPENAI_WRITER_MODEL: model?.writer?.model,
    OPENAI_EMBEDDING_MODEL: model?.embeddingModel,
    KEFU_LOCAL_EMBEDDING_MODEL: settings.localEmbeddingModel,
    DATABASE_URL: where(settings.databaseUrl),
    CHROMA_URL: where(settings.chromaUrl),
    REDIS_URL: settings.redisUrl && where(settings.redisUrl),
    KEFU_SHOP_API: settings.shopApiFile,
    KEFU_SHOP_MCP: settings.shopMcpFile,
    KEFU_PROCESS: settings.process,
    KEFU_DEMO: settings.demo ? 'on' : 'off',
    KEFU_RATE_LIMIT: String(settings.rateLimit),
    channels: Object.entries(channels)
      .filter(([, channel]) => channel !== undefined)
      .map(([name]) => name)
      .join(', '),
  };
  return Object.entries(facts).flatMap(([name, value]) => (value ? [{ name, value }] : []));
}
