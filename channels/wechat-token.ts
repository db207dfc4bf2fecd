import { z } from 'zod';
import { ChannelError, callJson } from './call.ts';

const answer = z.object({ access_token: z.string(), expires_in: z.number() });
/** A token is renewed so long before it ends. */
const EARLY_MS = 5 * 60_000;

/** WeChat's access token (stable_token), kept until shortly before it ends; one request at a time. */
export function createWechatToken(settings: { appId: string; appSecret: string; apiUrl: string; now?: () => number }) {
  const { now = Date.now } = settings;
  let held: { token: string; until: number } | undefined;
  let asking: Promise<string> | undefined;

  const ask = async (signal: AbortSignal, force: boolean): Promise<string> => {
    const body = JSON.stringify({
      grant_type: 'client_credential',
      appid: settings.appId,
      secret: settings.appSecret,
      force_refresh: force,
    });
    const parsed = answer.safeParse(await callJson(`${settings.apiUrl}/cgi-bin/stable_token`, body, { signal }));
    if (!parsed.success)
      throw new ChannelError('WeChat gave no access token: check WECHAT_APP_ID and WECHAT_APP_SECRET.');
    held = { token: parsed.data.access_token, until: now() + parsed.data.expires_in * 1_000 - EARLY_MS };
    return held.token;
  };

  return {
    async get(signal: AbortSignal, options: { force?: boolean } = {}): Promise<string> {
      if (held && held.until > now() && !options.force) return held.token;
      asking ??= ask(signal, options.force ?? false).finally(() => {
        asking = undefined;
      });
      return asking;
    },
  };
}
