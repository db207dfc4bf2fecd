import { fromPassages } from '../answering/from-passages.ts';
import { fromRows } from '../answering/from-rows.ts';
import { fromShop } from '../answering/from-shop.ts';
import { type AnswerDeps, readQuestion } from '../answering/question.ts';
import { type BranchWork, say } from '../branch.ts';

/** Answers from what the shop knows of itself, from its catalogue or its documents, with sources; or says that there is no evidence. */
export const createAnswer =
  (deps: AnswerDeps): BranchWork =>
  async (task, scope, writer) => {
    const question = await readQuestion(task, scope, deps);
    const known = await fromShop(question);
    if (known) return { ...known, text: say(writer, known.text) };
    const rows = await fromRows(question);
    if (rows.reply) return { ...rows.reply, text: say(writer, rows.reply.text) };
    return fromPassages(question, rows, writer);
  };
