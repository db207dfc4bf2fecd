import { bilingual } from './bilingual.ts';

/** Words of the palette that Ctrl+K opens. */
export const palette = bilingual({
  en: {
    paletteOpen: 'Find or do …',
    paletteTitle: 'Find a page, a document, a conversation, or do something',
    palettePlaceholder: 'Page, document, FAQ, conversation, action',
    paletteNothing: 'Nothing is called like that. Try fewer letters; the search bench looks inside documents.',
    paletteCount: '{n} found',
    paletteKeys: '↑ ↓ choose · Enter opens · Esc closes',
    palettePages: 'Pages',
    paletteActions: 'Actions',
    paletteTalks: 'Conversations',
    paletteLookFor: 'Look for “{text}” on the search bench',
  },
  zh: {
    paletteOpen: '查找或执行…',
    paletteTitle: '查找页面、文档、对话，或执行操作',
    palettePlaceholder: '页面、文档、常见问题、对话、操作',
    paletteNothing: '没有这样的名称。可以少输几个字；要查文档里的内容，请用检索测试。',
    paletteCount: '找到 {n} 项',
    paletteKeys: '↑ ↓ 选择 · Enter 打开 · Esc 关闭',
    palettePages: '页面',
    paletteActions: '操作',
    paletteTalks: '对话',
    paletteLookFor: '在检索测试中查找“{text}”',
  },
});
