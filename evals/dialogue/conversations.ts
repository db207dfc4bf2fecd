import type { Conversation } from './conversation.ts';
import { enChanges } from './conversations/en-changes.ts';
import { enMixed } from './conversations/en-mixed.ts';
import { enTalk } from './conversations/en-talk.ts';
import { hantConversations } from './conversations/hant.ts';
import { zhChanges } from './conversations/zh-changes.ts';
import { zhTalk } from './conversations/zh-talk.ts';

/** Sixty conversations, thirty a language. */
export const CONVERSATIONS: Conversation[] = [
  ...zhChanges,
  ...zhTalk,
  ...hantConversations,
  ...enChanges,
  ...enTalk,
  ...enMixed,
];
