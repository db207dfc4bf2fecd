import type { Language } from '../../stores/schema.ts';

/** A message, and whether a person is called at once, offered, or left alone. */
export interface HandoffCase {
  language: Language;
  text: string;
  expected: 'called' | 'offered' | 'left alone';
}

const zh = (expected: HandoffCase['expected'], texts: string[]): HandoffCase[] =>
  texts.map((text) => ({ language: 'zh', text, expected }));
const en = (expected: HandoffCase['expected'], texts: string[]): HandoffCase[] =>
  texts.map((text) => ({ language: 'en', text, expected }));

export const HANDOFF_CASES: HandoffCase[] = [
  ...zh('called', ['我不想跟机器人说话，叫个人来', '麻烦帮我接一下人工坐席', '有没有活人在啊，我要跟人讲', '转人工']),
  ...en('called', [
    'I want to speak with a real person',
    'stop the bot, get me an agent',
    'Could I talk to somebody from your team please',
    'human please',
  ]),
  ...zh('offered', ['你们的服务太差了，我要投诉', '气死我了，等了这么久没有一个解释']),
  ...en('offered', ['I want to file a complaint about your service', 'I am really angry about how I was treated']),
  ...zh('left alone', [
    '保修期是多久',
    '我最近一单到哪了',
    '推荐一个两百块以内的水壶',
    '谢谢，没别的事了',
    '人工智能音箱有卖吗',
    '安装师傅是你们自己的人吗',
    '退货运费谁出',
  ]),
  ...en('left alone', [
    'How long is the warranty?',
    'Where is my latest order?',
    'Can you recommend a kettle under 200?',
    'thanks, that was all',
    'Is the robot vacuum good for pet hair?',
    'Does the installer come from your own company?',
    'Who pays for return shipping?',
  ]),
];
