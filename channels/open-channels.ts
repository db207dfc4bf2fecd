import type { ChannelSettings } from '../config/channel-settings.ts';
import type { Channel } from './channel.ts';
import { createTelegramChannel } from './telegram.ts';
import { createWebhookChannel } from './webhook.ts';
import { createWechatChannel } from './wechat.ts';

/** The channels that are set up, by name. A new one is a file and a line here. */
export function openChannels({ webhook, telegram, wechat }: ChannelSettings): ReadonlyMap<string, Channel> {
  const channels = [
    webhook && createWebhookChannel(webhook),
    telegram && createTelegramChannel(telegram),
    wechat && createWechatChannel(wechat),
  ].filter((channel) => channel !== undefined);
  return new Map(channels.map((channel) => [channel.name, channel]));
}
