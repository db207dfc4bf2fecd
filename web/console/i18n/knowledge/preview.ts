import { bilingual } from '../bilingual.ts';

/** Words of "what would change". */
export const preview = bilingual({
  en: {
    whatChanges: 'What would change?',
    previewing: 'Asking recent questions again',
    previewNothing: 'None of {n} recent questions would be answered differently.',
    previewNone: 'No questions were asked yet, so there is nothing to compare.',
    previewSome: '{n} of {all} recent questions would be answered differently',
    previewTruncated: 'Only the most recent were asked again.',
    nowAnswered: 'Now answered',
    noLongerAnswered: 'No longer answered',
    otherSource: 'Other source',
    otherText: 'Other words',
    before: 'Now',
    after: 'Then',
    nothingCited: 'No answer from the knowledge',
    askedTimes: 'asked {n} times',
  },
  zh: {
    whatChanges: '会有哪些变化？',
    previewing: '正在重新回答最近的问题',
    previewNothing: '最近的 {n} 个问题，回答都不会变化。',
    previewNone: '还没有顾客提过问题，无可比较。',
    previewSome: '最近 {all} 个问题中，有 {n} 个的回答会变化',
    previewTruncated: '只重新回答了最近的一部分。',
    nowAnswered: '变为能答',
    noLongerAnswered: '变为不能答',
    otherSource: '来源变化',
    otherText: '内容变化',
    before: '现在',
    after: '之后',
    nothingCited: '知识库没有答案',
    askedTimes: '被问 {n} 次',
  },
});
