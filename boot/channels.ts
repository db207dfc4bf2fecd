import { type ChannelService, createChannelService } from '../channels/channel-service.ts';
import { createDelivery } from '../channels/delivery.ts';
import { openChannels } from '../channels/open-channels.ts';
import { createChannelThreads } from '../channels/threads.ts';
import type { ChannelSettings } from '../config/channel-settings.ts';
import type { Logger } from '../config/logger.ts';
import type { TurnService } from '../conversations/ports.ts';
import { CONVERSATION_CHANNEL, parseSignal } from '../conversations/signals.ts';
import type { DatabaseHandle } from '../stores/database.ts';
import { createLeadership } from '../stores/leadership.ts';
import type { Notifications } from '../stores/notifications.ts';
import type { Owned } from './owned.ts';

/** Takes in what channels send and, in one process of an installation, hands replies out to them. */
export async function openChannelService(options: {
  settings: ChannelSettings;
  database: DatabaseHandle;
  notifications: Notifications;
  turns: Pick<TurnService, 'submit'>;
  logger: Logger;
  owned: Owned;
}): Promise<ChannelService> {
  const { database, notifications, turns, logger, owned } = options;
  const channels = openChannels(options.settings);
  const threads = createChannelThreads(database.db);
  if (channels.size === 0) return createChannelService({ channels, threads, turns, wake: () => undefined });

  const leadership = await createLeadership({ url: database.url, task: 'channels', logger });
  owned.add('leadership of the channels', leadership.close);
  const delivery = createDelivery({ channels, threads, mayDeliver: leadership.held, logger });
  owned.add('delivery to channels', delivery.stop);
  const unsubscribe = notifications.subscribe(CONVERSATION_CHANNEL, (payload) => {
    const change = payload === null ? undefined : parseSignal(payload);
    const [name = ''] = change?.conversationId.split(':') ?? [];
    if (change && channels.has(name)) delivery.wake(change.conversationId);
  });
  owned.add('news for the channels', unsubscribe);
  // A reply that was noted elsewhere is delivered here, where the lead is.
  return createChannelService({ channels, threads, turns, wake: delivery.wake });
}
