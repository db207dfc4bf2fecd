import { bilingual } from '../bilingual.ts';

/** Words of duplicates and contradictions. */
export const conflicts = bilingual({
  en: {
    conflictsText: 'Passages that say the same twice, or not the same. Customers should get one answer.',
    contradictions: 'Contradictions',
    duplicates: 'Duplicates',
    dismissedOnes: 'Dismissed',
    conflictAbout: 'About: {words}',
    differs: '{a} here, {b} there',
    saysSame: 'Says nearly the same: {percent}',
    checking: 'Comparing all passages',
    checkingAgain: 'Comparing again; {n} passages were compared last',
    checkedAt: 'Compared {n} passages, {time}',
    neverChecked: 'Not compared yet',
    noConflicts: 'Nothing contradicts',
    noConflictsText:
      'All passages were compared with each other. When two of them disagree or repeat each other, they stand here side by side.',
    noneHere: 'Nothing in this list.',
  },
  zh: {
    conflictsText: '重复或互相矛盾的段落。同一个问题，顾客应当只得到一个答案。',
    contradictions: '矛盾',
    duplicates: '重复',
    dismissedOnes: '已忽略',
    conflictAbout: '关于：{words}',
    differs: '这边 {a}，那边 {b}',
    saysSame: '内容几乎相同：{percent}',
    checking: '正在比对全部段落',
    checkingAgain: '正在重新比对，上次比对了 {n} 个段落',
    checkedAt: '已比对 {n} 个段落，{time}',
    neverChecked: '尚未比对',
    noConflicts: '没有矛盾',
    noConflictsText: '所有段落都已相互比对。一旦有两处说法不一或重复，就会并排显示在这里。',
    noneHere: '这个列表是空的。',
  },
});
