import { localText } from '../../stores/local-text.ts';
import { normaliseText } from '../../understanding/normalise.ts';
import { asksLanguage, languageNamed } from '../../understanding/rules/asks-language.ts';
import { type BranchWork, say } from '../branch.ts';
import { type Phrases, phrasesIn } from '../phrases/phrases.ts';
import type { ShopProfile } from '../shop.ts';

const REPLIES: Record<string, (phrases: Phrases, shop: string) => string> = {
  greeting: (phrases, shop) => phrases.greeting(shop),
  thanks: (phrases) => phrases.thanks,
  goodbye: (phrases) => phrases.goodbye,
  bot_identity: (phrases, shop) => phrases.botIdentity(shop),
  feedback: (phrases) => phrases.praise,
  affirm: (phrases) => phrases.nothingToDecide,
  deny: (phrases) => phrases.nothingToDecide,
};

/** Greets, thanks, says what it is. */
export const createSmalltalk =
  (deps: { shop: ShopProfile }): BranchWork =>
  async ({ request, language, dialogue }, _scope, writer) => {
    const phrases = phrasesIn(language);
    if (request.intent === 'abuse') {
      // One remark is enough; after that only the way out stays on offer.
      const text = dialogue.insults === 0 ? phrases.abuse : phrases.offerHuman;
      return {
        text: say(writer, text),
        quickReplies: [phrases.talkToHuman],
        dialogue: { offeredHuman: true, insults: dialogue.insults + 1 },
      };
    }
    const said = normaliseText(request.text);
    if (request.intent === 'bot_identity' && asksLanguage(said)) {
      const inNamed = phrasesIn(languageNamed(said) ?? language);
      return { text: say(writer, inNamed.languages), quickReplies: [inNamed.talkToHuman] };
    }
    const reply = REPLIES[request.intent] ?? REPLIES.greeting;
    const text = say(writer, reply ? reply(phrases, localText(deps.shop.name, language)) : phrases.nothingToDecide);
    return { text };
  };
