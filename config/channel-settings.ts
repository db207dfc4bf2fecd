import { z } from 'zod';
import { optional } from './optional.ts';

const address = z.url({ protocol: /^https?$/, message: 'must be a URL starting with http:// or https://' });

/** The variables of the environment; a channel is on when its first one is set. */
export const channelVariables = {
  KEFU_WEBHOOK_SECRET: optional(z.string().min(32, 'must have 32 characters or more (HMAC-SHA256 key)')),
  KEFU_WEBHOOK_URL: optional(address),
  TELEGRAM_BOT_TOKEN: optional(z.string().regex(/^\d+:[\w-]{20,}$/, 'must be a bot token such as 123456:ABC…')),
  TELEGRAM_WEBHOOK_SECRET: optional(
    z.string().regex(/^[\w-]{16,256}$/, 'must have 16 to 256 letters, digits, _ or - (setWebhook’s secret_token)'),
  ),
  TELEGRAM_API_URL: optional(address),
  WECHAT_APP_ID: optional(z.string().min(1)),
  WECHAT_APP_SECRET: optional(z.string().min(1)),
  WECHAT_TOKEN: optional(z.string().min(3)),
  WECHAT_AES_KEY: optional(z.string().regex(/^[A-Za-z0-9+/]{43}$/, 'must be the EncodingAESKey: 43 characters')),
  WECHAT_API_URL: optional(address),
};
type Variables = z.infer<z.ZodObject<typeof channelVariables>>;

export interface ChannelSettings {
  webhook?: { secret: string; url: string };
  telegram?: { token: string; secret: string; apiUrl: string };
  /** Without `aesKey` messages come in clear. */
  wechat?: { appId: string; appSecret: string; token: string; aesKey: string | undefined; apiUrl: string };
}

/** The channels that are set up; `faults` gets a line for each that is set up by half. */
export function channelSettings(env: Variables, faults: string[]): ChannelSettings {
  const settings: ChannelSettings = {};
  const missing = (channel: string, names: Array<keyof Variables>): boolean => {
    const absent = names.filter((name) => env[name] === undefined);
    if (absent.length > 0 && absent.length < names.length)
      faults.push(`${absent.join(', ')}: needed for the channel ${channel}`);
    return absent.length > 0;
  };
  if (!missing('webhook', ['KEFU_WEBHOOK_SECRET', 'KEFU_WEBHOOK_URL'])) {
    settings.webhook = { secret: env.KEFU_WEBHOOK_SECRET ?? '', url: env.KEFU_WEBHOOK_URL ?? '' };
  }
  if (!missing('Telegram', ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_WEBHOOK_SECRET'])) {
    settings.telegram = {
      token: env.TELEGRAM_BOT_TOKEN ?? '',
      secret: env.TELEGRAM_WEBHOOK_SECRET ?? '',
      apiUrl: env.TELEGRAM_API_URL ?? 'https://api.telegram.org',
    };
  }
  if (!missing('WeChat', ['WECHAT_APP_ID', 'WECHAT_APP_SECRET', 'WECHAT_TOKEN'])) {
    settings.wechat = {
      appId: env.WECHAT_APP_ID ?? '',
      appSecret: env.WECHAT_APP_SECRET ?? '',
      token: env.WECHAT_TOKEN ?? '',
      aesKey: env.WECHAT_AES_KEY,
      apiUrl: env.WECHAT_API_URL ?? 'https://api.weixin.qq.com',
    };
  }
  return settings;
}
