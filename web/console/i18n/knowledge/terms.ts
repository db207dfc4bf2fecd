import { bilingual } from '../bilingual.ts';

/** Words of the bilingual term list. */
export const terms = bilingual({
  en: {
    termsText:
      'Words of your shop that mean the same: synonyms, nicknames, translations. A search for one finds the others, at once and in both languages.',
    newTerm: 'New term',
    editTerm: 'Edit term',
    termZh: 'Chinese words',
    termEn: 'English words',
    termHint: 'Enter adds a word; paste several lines at once.',
    termNote: 'Note for colleagues',
    termNeeds: 'Two words at least, in any language.',
    filterTerms: 'Search terms',
    removeTerm: 'Delete the term “{title}”?',
    removeTermText: 'Searches no longer take these words for the same.',
    noTerms: 'No terms yet',
    noTermsText:
      'The built-in lexicon knows the trade’s common words. Add what only your shop says: nicknames of products, series names, abbreviations.',
    termExample: 'For example 小布 = AF50, the air fryer’s nickname.',
    equals: 'mean the same as',
  },
  zh: {
    termsText: '店里意思相同的说法：同义词、昵称、中英文对应。搜其中一个就能找到其他说法，立即生效，两种语言都适用。',
    newTerm: '新建词条',
    editTerm: '编辑词条',
    termZh: '中文词',
    termEn: '英文词',
    termHint: '按回车添加，可一次粘贴多行。',
    termNote: '给同事的备注',
    termNeeds: '至少两个词，语言不限。',
    filterTerms: '搜索词条',
    removeTerm: '删除词条“{title}”？',
    removeTermText: '检索时不再把这些词当作同义。',
    noTerms: '还没有词条',
    noTermsText: '内置词库已收录行业常用词。这里补充只有您店里才用的说法：商品昵称、系列名、缩写。',
    termExample: '例如 小布 = AF50，空气炸锅的昵称。',
    equals: '等同于',
  },
});
