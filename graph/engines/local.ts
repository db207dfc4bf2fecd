import type { Language } from '../../stores/schema.ts';
import type { Understander } from '../../understanding/types.ts';
import { phrasesIn } from '../phrases/phrases.ts';
import type { Engine, EngineSession, HistoryLine } from './engine.ts';
import { writeExtract } from './extract.ts';

/** The built-in engine: trained classifier and rules, extractive answers, templated replies. No key, no network. */
export function createLocalEngine(deps: { understander: Understander }): Engine {
  const session: EngineSession = {
    name: 'local',
    degraded: false,
    understand: async ({ text, dialogue }) => deps.understander.understand(text, dialogue),
    planTools: async ({ suggested }) => suggested,
    async writeAnswer({ question, hits, language }, writer) {
      const answer = writeExtract({ question, hits, language });
      for (const piece of answer.pieces) writer.delta(piece);
      return { text: answer.pieces.join(''), citations: answer.citations, answered: answer.citations.length > 0 };
    },
    async phrase({ draft }, writer) {
      writer.delta(draft);
      return draft;
    },
    summarise: async ({ history, language }) => summariseLocally(history, language),
  };
  return { name: 'local', open: () => session };
}

const CUSTOMER_LINES = 3;
const LINE_LENGTH = 160;

/** The customer's last lines and what the bot said last: enough to take over without reading up. */
function summariseLocally(history: HistoryLine[], language: Language): string {
  const cut = (text: string) => {
    const plain = text.replace(/\[\d{1,2}\]/g, '').replace(/\s+/g, ' ');
    return plain.length > LINE_LENGTH ? `${plain.slice(0, LINE_LENGTH)}…` : plain;
  };
  const wants = history
    .filter((line) => line.author === 'customer')
    .slice(-CUSTOMER_LINES)
    .map((line) => `“${cut(line.text)}”`);
  const tried = history.filter((line) => line.author === 'bot').at(-1);
  const phrases = phrasesIn(language);
  const said = phrases.customerSaid(wants.join(language === 'zh' ? '、' : ', '));
  return tried ? `${said}\n${phrases.botSaid(cut(tried.text))}` : said;
}
