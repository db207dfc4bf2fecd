import type { Language } from '../stores/schema.ts';
import { isShopUnavailable } from '../tools/shop-unavailable.ts';
import type { Script, UnderstoodRequest } from '../understanding/types.ts';
import type { Dialogue } from './dialogue.ts';
import type { ReplyWriter } from './engines/engine.ts';
import { phrasesIn } from './phrases/phrases.ts';
import { shopUnavailableText } from './phrases/shop-system.ts';
import type { ScopeConfig, ScopeOf, TurnScope } from './scope.ts';
import { type Part, partSchema, type Update } from './state.ts';
import { voiceIn } from './voice.ts';

/** One request of a message, sent to the branch that works on it. */
export interface BranchTask {
  index: number;
  request: UnderstoodRequest;
  language: Language;
  mood: 'neutral' | 'angry';
  dialogue: Dialogue;
  script: Script;
  /** The change that waited for a yes was settled by this message: nothing waits. */
  settled?: boolean;
}

/** What a branch returns; index, intent and route are added from the task unless it says otherwise. */
export type BranchReply = Partial<Omit<Part, 'index' | 'text'>> & { text: string };

/** The work of one branch. Text that goes through `writer` is streamed; it must add up to the reply's text. */
export type BranchWork = (task: BranchTask, scope: TurnScope, writer: ReplyWriter) => Promise<BranchReply>;

/** Makes a graph node of a branch's work. */
export const branchNode =
  (scopeOf: ScopeOf, work: BranchWork) =>
  async (task: BranchTask, config: ScopeConfig): Promise<Update> => {
    const scope = scopeOf(config, {});
    const voice = await voiceIn(task.script);
    const writer = voice.writer(scope.speaker.channel(task.index));
    const reply = await work(task, scope, writer).catch((error: unknown): BranchReply => {
      if (!isShopUnavailable(error)) throw error;
      scope.trace.push({ step: 'shop_unavailable', atMs: performance.now(), data: error.message });
      writer.reset();
      return {
        text: say(writer, shopUnavailableText(task.language)),
        quickReplies: [phrasesIn(task.language).talkToHuman],
      };
    });
    writer.end();
    const part = voice.part(
      partSchema.parse({
        intent: task.request.intent,
        route: task.request.route,
        ...reply,
        index: task.index,
      }),
    );
    scope.speaker.close(task.index, part.citations.length);
    return { parts: [part] };
  };

/** Says a text at once and returns it: for replies that need no engine. */
export function say(writer: ReplyWriter, text: string): string {
  writer.delta(text);
  return text;
}
